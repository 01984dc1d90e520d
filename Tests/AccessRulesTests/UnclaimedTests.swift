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
        .nameAdministrator, .withdrawAdministrator, .endDelegation,
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
        var (asked, undefined, permitted, unexplained) = (0, 0, 0, Set<String>())
        var reasons: [String: Int] = [:]
        for (name, subject) in subjects {
            let isCare = if case .care = subject { true } else { false }
            for mode in OrderTests.modes {
                let context = Context(
                    policy: policy,
                    mode: mode,
                    now: House.now,
                    presence: .declared,
                    circumstances: Circumstances(isRegulationCentre: true)
                )
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
                        guard decision.rule == .undefined else { continue }
                        undefined += 1
                        if decision.denial != .told(.refused, remedy: .nothing) { permitted += 1 }
                        if let reason = Self.deliberate(act, kind, isCare: isCare) {
                            reasons[reason, default: 0] += 1
                        } else {
                            unexplained.insert("\(name) \(mode.code) \(act) \(kind)")
                        }
                    }
                }
            }
        }
        #expect(permitted == 0)
        #expect(unexplained.isEmpty, "\(unexplained.sorted())")
        #expect(asked == subjects.count * 3 * Act.allCases.count * resources.count)
        // The list of deliberate refusals, counted: all three reasons occur, and nothing else.
        #expect(
            Set(reasons.keys) == [
                "the act is not about that", "it has started", "no care actor does that",
                "only professional software does that",
            ]
        )
        #expect(reasons.values.reduce(0, +) == undefined)
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
