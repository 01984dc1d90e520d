import HealthRecord
import Testing

@testable import AccessRules

/// Every combination of actor, mode, act, document state and set is claimed by a rule, or is in the list of what is
/// refused for want of one (design § 2, law 4).
@Suite struct UnclaimedTests {
    static func subjects() throws -> [(name: String, subject: Subject)] {
        var subjects: [(String, Subject)] = [
            ("holder", House.holder), ("legalRepresentative", House.representative(.legalRepresentative)),
            ("guardian", House.representative(.guardian)), ("carer", House.representative(.carer)),
            ("system", .system("calendar")),
        ]
        subjects += ServiceActor.allCases.map { ("\($0)", $0.subject) }
        func add(_ name: String, _ actor: CareActor) { subjects.append((name, .care(actor))) }
        try add("physician", House.care("10", specialty: "SM54", number: 2))
        try add("treating", House.care("10", specialty: "SM26", number: 1))
        try add("nurse", House.care("60", number: 3))
        try add("trainee", House.care("60", number: 4, holder: .trainee))
        try add("reinforced", House.care("60", number: 5, holder: .structure, authentication: .reinforcedIndirect))
        try add("occupational", House.care("10", specialty: "SM25", number: 6))
        try add("coordination", House.care("330", system: "1.2.250.1.213.1.6.1.107", number: 7))
        try add("employee", House.care("SECRETARIAT_MEDICAL", system: CodeSystem.nonProfession, holder: .employee))
        try add(
            "structure",
            House.care("AUTOMATE", system: CodeSystem.nonProfession, holder: .structure, authentication: .indirect)
        )
        try add("insurer", House.care("10", number: 8, sector: "SA23"))
        return subjects
    }

    /// What an act is about, with a word for it.
    static func resources() throws -> [(String, Resource)] {
        var resources: [(String, Resource)] = [
            ("record", .record), ("target", .target(.person(try House.person(9)))),
        ]
        for visibility in [
            Visibility(), .maskedToProfessionals, .hiddenFromPatient, .hiddenFromRepresentatives, .secretConnection,
        ] {
            for status in AvailabilityStatus.allCases {
                resources.append(("document", .document(House.document(visibility, status: status))))
            }
        }
        for relation in DocumentRelation.allCases {
            for origin in DocumentOrigin.allCases {
                resources.append(("document", .document(House.document(relation: relation, origin: origin))))
            }
        }
        return resources
    }

    /// Acts that take nothing but a document, a person, nothing, or may take a document.
    private static let ofDocuments: Set<Act> = [
        .mask, .unmask, .reveal, .archive, .restore, .delete, .replace, .feed, .feedBySecretary,
        .hideFromRepresentatives,
    ]
    private static let ofPeople: Set<Act> = [
        .block, .unblock, .authorise, .revoke, .declareTreatingPhysician, .removeTreatingPhysician,
        .nameAdministrator, .withdrawAdministrator,
    ]
    private static let ofBoth: Set<Act> = [.read, .search, .findReference, .report]

    /// What the portal's matrix does not know: acts of professional software.
    private static let ofSoftware: Set<Act> = [
        .declareAuthorisation, .removeOwnAuthorisation, .resignTreatingPhysician, .listOpenRecords, .findWithoutINS,
        .webAccess, .feedBySecretary, .administer, .administerAccess,
    ]
    /// What the functional matrix does not know: acts of the holder and of the service.
    private static let ofPortals: Set<Act> = [
        .unblock, .authorise, .revoke, .removeTreatingPhysician, .changeWishes, .changeContact, .delegate,
        .inviteRepresentative, .signIn, .activateAccess, .export, .report, .close, .reopen, .requestErasure, .suspend,
        .nameAdministrator, .withdrawAdministrator, .endDelegation, .changeSharing,
    ]

    /// Why nothing provides for a combination; nil where a rule must claim it.
    private static func deliberate(_ act: Act, _ kind: String, isCare: Bool) -> String? {
        let fits =
            switch kind {
            case "record": !ofDocuments.contains(act) && !ofPeople.contains(act)
            case "target": ofPeople.contains(act) || act == .declareAuthorisation
            default: ofDocuments.contains(act) || ofBoth.contains(act)
            }
        if !fits { return "the act is not about that" }
        // The record asked about is open and activated: there is nothing to start.
        if act == .reopen || act == .activateAccess { return "it has started" }
        if isCare, ofPortals.contains(act) { return "no care actor does that" }
        return !isCare && ofSoftware.contains(act) ? "only professional software does that" : nil
    }

    /// What came of asking everybody everything.
    private struct Sweep {
        var asked = 0
        var claimed = 0
        /// Refused for want of a rule and otherwise than such refusals are.
        var strange = 0
        var reasons: [String: Int] = [:]
        var unexplained: Set<String> = []
        var rules: Set<RuleID> = []
        var obligations = Obligations()

        /// Every subject, in every mode, every act on every resource; `context` makes what it is asked in.
        init(
            _ subjects: [(name: String, subject: Subject)],
            _ resources: [(String, Resource)],
            _ book: RuleBook,
            context: (AccessMode) -> Context
        ) {
            for (name, subject) in subjects {
                let isCare = if case .care = subject { true } else { false }
                for mode in OrderTests.modes {
                    let context = context(mode)
                    for act in Act.allCases {
                        for (kind, resource) in resources {
                            let decision = decide(
                                subject: subject,
                                act: act,
                                resource: resource,
                                context: context,
                                ruleBook: book
                            )
                            asked += 1
                            guard decision.rule == .undefined else {
                                claimed += 1
                                rules.insert(decision.rule)
                                obligations.formUnion(decision.obligations)
                                continue
                            }
                            if decision.denial != .told(.refused, remedy: .nothing) { strange += 1 }
                            if let reason = UnclaimedTests.deliberate(act, kind, isCare: isCare) {
                                reasons[reason, default: 0] += 1
                            } else {
                                unexplained.insert("\(name) \(mode.code) \(act) \(kind)")
                            }
                        }
                    }
                }
            }
        }
    }

    /// § 2, § 10: any value that is not defined is refused.
    @Test(arguments: PolicySetTests.names)
    func whateverNoRuleClaimsIsRefusedOnPurpose(set: String) throws {
        var policy = try House.policy(set: set)
        policy.treatingPhysicians = [try House.person(1)]
        let subjects = try Self.subjects()
        for case (_, .care(let actor)) in subjects {
            policy.authorisations.append(House.leave(actor))
        }
        let resources = try Self.resources()
        let book = try #require(House.book)
        let sweep = Sweep(subjects, resources, book) { mode in
            Context(
                policy: policy,
                mode: mode,
                now: House.now,
                presence: .declared,
                circumstances: Circumstances(isRegulationCentre: true)
            )
        }
        #expect(sweep.strange == 0)
        #expect(sweep.unexplained.isEmpty, "\(sweep.unexplained.sorted())")
        #expect(sweep.asked == subjects.count * 3 * Act.allCases.count * resources.count)
        // The list of deliberate refusals, counted: all three reasons occur, and nothing else.
        #expect(
            Set(sweep.reasons.keys) == [
                "the act is not about that", "it has started", "no care actor does that",
                "only professional software does that",
            ]
        )
        #expect(sweep.reasons.values.reduce(0, +) == sweep.asked - sweep.claimed)
    }

    /// A record as it may stand beside the open one of an adult, and how somebody comes to it.
    struct Scene: Sendable, CustomTestStringConvertible {
        let name: String
        var birthDate = House.adult
        var state = RecordState.open(internet: .active)
        var secrecy = SessionSecrecy.ordinary
        var presence = HolderPresence.declared
        /// Under a set that lets children in.
        var hasOwnAccess = false
        /// The rule that answers there and nowhere else, or an obligation that comes with it.
        var expects: RuleID?
        var obliges: Obligation?
        var testDescription: String { name }
    }

    static let scenes = [
        Scene(name: "child", birthDate: House.child, expects: .minorWithoutAccess),
        Scene(name: "child with access of its own", birthDate: House.child, hasOwnAccess: true, expects: .roleHolder),
        Scene(
            name: "child, secret session",
            birthDate: House.child,
            secrecy: .secret,
            obliges: .concealFromRepresentatives
        ),
        Scene(name: "adult, secret session", secrecy: .secret, expects: .secretConnection),
        Scene(name: "nobody there", presence: .absent, expects: .consentMissing),
        Scene(name: "holder confirms", presence: .confirmed),
        Scene(name: "awaits activation", state: .open(internet: .awaitingActivation), expects: .accessNotActivated),
        Scene(name: "suspended", state: .suspended(since: House.now), expects: .recordSuspended),
        Scene(name: "closed", state: .closed(at: House.now, reason: .holderRequest), expects: .recordClosed),
        Scene(name: "closed by a death", state: .closed(at: House.now, reason: .death), expects: .recordClosed),
    ]

    /// The newest set, with `minor.ownAccess`.
    private static func openToChildren() throws -> RuleBook {
        let bytes = try #require(try RuleBook.Texts.bundled().policySets["mes2026.json"])
        let text = String(decoding: bytes, as: UTF8.self)
            .replacing("\"id\": \"mes2026\"", with: "\"id\": \"house\"")
            .replacing(
                "\"minor.ownAccess\": {\n      \"value\": false",
                with: "\"minor.ownAccess\": {\n      \"value\": true"
            )
        return try RuleBook.bundled(adding: ["house.json": Array(text.utf8)])
    }

    /// § 2, § 3.7, § 10: children with their representatives, secret sessions, other states, other presences.
    ///
    /// What no rule claims is of the same list, and nothing more is permitted by it.
    @Test(arguments: scenes)
    func otherRecordsAreClaimedAsWell(scene: Scene) throws {
        var policy = try House.policy(scene.birthDate, set: scene.hasOwnAccess ? "house" : "mes2026")
        policy.state = scene.state
        policy.treatingPhysicians = [try House.person(1)]
        let subjects = try Self.subjects()
        for case (_, .care(let actor)) in subjects { policy.authorisations.append(House.leave(actor)) }
        let resources = try Self.resources()
        let book = try scene.hasOwnAccess ? Self.openToChildren() : #require(House.book)
        let sweep = Sweep(subjects, resources, book) { mode in
            Context(
                policy: policy,
                mode: mode,
                now: House.now,
                presence: scene.presence,
                secrecy: scene.secrecy,
                circumstances: Circumstances(isRegulationCentre: true)
            )
        }
        #expect(sweep.strange == 0)
        #expect(sweep.claimed > 0 && sweep.unexplained.isEmpty, "\(sweep.unexplained.sorted())")
        // Each scene is answered as no other is.
        if let rule = scene.expects { #expect(sweep.rules.contains(rule)) }
        if scene.state.isOpen, scene.secrecy == .ordinary {
            #expect(sweep.rules.contains(.consentMissing) == (scene.presence == .absent))
        }
        if let obligation = scene.obliges { #expect(sweep.obligations.contains(obligation)) }
        #expect(sweep.rules.contains(.minorWithoutAccess) == (scene.birthDate == House.child && !scene.hasOwnAccess))
    }

    /// The other way round: an act that fits its resource and its actor's world is claimed by a rule of its own.
    @Test func whatFitsIsClaimed() throws {
        let policy = try House.policy()
        for (name, subject) in try Self.subjects() {
            let isCare = if case .care = subject { true } else { false }
            for act in Act.allCases {
                for (kind, resource) in try Self.resources().prefix(3)
                where Self.deliberate(act, kind, isCare: isCare) == nil {
                    let decision = try House.ask(subject, act, resource, policy)
                    #expect(decision.rule != .undefined, "\(name) \(act) \(kind)")
                }
            }
        }
    }
}
