import HealthRecord
import Testing

@testable import AccessRules

/// Each rule that a trace can name, with its article and a question that it answers.
@Suite struct RuleTests {
    /// The one who asks, and the one asked about; both fictitious.
    private struct Case {
        var subject: Subject
        var act = Act.read
        var resource = Resource.document(House.document())
        var policy: RecordPolicy
        var mode = AccessMode.normal
        var presence = HolderPresence.declared
        var secrecy = SessionSecrecy.ordinary
        var circumstances = Circumstances()
        var isFromCentre = true
    }

    private func decision(_ edit: (inout Case) throws -> Void) throws -> Decision {
        var asked = Case(subject: .care(try House.care("10", specialty: "SM26")), policy: try House.policy())
        try edit(&asked)
        return try House.ask(
            asked.subject,
            asked.act,
            asked.resource,
            asked.policy,
            mode: asked.mode,
            presence: asked.presence,
            secrecy: asked.secrecy,
            circumstances: asked.circumstances,
            isFromCentre: asked.isFromCentre
        )
    }

    private static let masked = Resource.document(House.document(.maskedToProfessionals))
    private static let hidden = Resource.document(House.document(.hiddenFromPatient))
    private static let closed = Resource.document(House.document(.hiddenFromRepresentatives))
    private static let own = Resource.document(House.document(.maskedToProfessionals, relation: .author))
    private static let glass = AccessMode.breakGlass(reason: "Coma")

    @Test func everyRuleCitesItsArticleAndAnswersAQuestion() throws {
        let actor = try House.care("10", specialty: "SM26")
        let leave = House.leave(actor)
        let someone = CareSubject.person(try House.person(9))
        let person = try House.person(1)
        let block = Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)
        typealias Edit = (inout Case) throws -> Void
        let cases: [(RuleID, String, Edit)] = [
            (
                .undefined, "design § 2",
                {
                    $0.policy.authorisations = [leave]
                    $0.resource = .target(someone)
                }
            ),
            (.unknownPolicySet, "design § 2", { $0.policy.policySet = "none" }),
            (.recordSuspended, "R1111-36", { $0.policy.state = .suspended(since: House.now) }),
            (.recordClosed, "R1111-36", { $0.policy.state = .closed(at: House.now, reason: .death) }),
            (
                .accessNotActivated, "GIP-DMP 2007",
                {
                    $0.subject = House.holder
                    $0.policy.state = .open(internet: .awaitingActivation)
                }
            ),
            (.actorUnbound, "R1111-46", { $0.subject = .care(try House.care(holder: .structure)) }),
            (.actorSectorUnknown, "R1111-46", { $0.subject = .care(try House.care(sector: "?")) }),
            (
                .actorEvidenceRefused, "PDT-INF-526",
                {
                    $0.subject = .care(try House.care(authentication: .reinforcedIndirect))
                    $0.policy.policySet = "mes2022"
                }
            ),
            (
                .minorWithoutAccess, "MES",
                {
                    $0.subject = House.holder
                    $0.policy = try House.policy(House.child)
                }
            ),
            (.representationEnded, "R1111-28", { $0.subject = House.representative(.legalRepresentative) }),
            (
                .representationUndefined, "design § 2",
                {
                    $0.subject = House.representative(.guardian)
                    $0.policy = try House.policy(House.child)
                }
            ),
            (
                .mandateEnded, "R1111-28",
                {
                    $0.subject = House.representative(.guardian)
                    $0.circumstances.mandate = Mandate(basis: .representation, until: House.now)
                }
            ),
            (
                .assistanceOnly, "L1111-16",
                {
                    $0.subject = House.representative(.guardian)
                    $0.circumstances.mandate = Mandate(basis: .assistance)
                }
            ),
            (
                .delegationNotOffered, "2025",
                {
                    $0.subject = House.representative(.carer)
                    $0.policy.policySet = "mes2022"
                }
            ),
            (.hostProcedureMissing, "seed 004", { $0.subject = ServiceActor.hostPhysician.subject }),
            (.banned, "L1111-18", { $0.subject = .care(try House.care(sector: "SA23")) }),
            (
                .occupationalBanned, "law of 13/08/2004",
                {
                    $0.subject = .care(try House.care(specialty: "SM25"))
                    $0.policy.policySet = "era2007"
                }
            ),
            (
                .modeInadmissible, "PDT-INF-526",
                {
                    $0.subject = House.holder
                    $0.mode = Self.glass
                }
            ),
            (
                .modeOff, "seeds",
                {
                    $0.policy.policySet = "era2007"
                    $0.mode = .regulation
                }
            ),
            (
                .modeOpposed, "L1111-17 I",
                {
                    $0.mode = Self.glass
                    $0.policy.emergency.refusesBreakGlass = true
                }
            ),
            (.modeReasonMissing, "design § 4", { $0.mode = .breakGlass(reason: "\t") }),
            (
                .modeTimeBoxEnded, "design",
                {
                    $0.mode = .regulation
                    $0.circumstances.emergencySince = Instant(milliseconds: 0)
                }
            ),
            (.blocked, "L1111-19", { $0.policy.blocks = [block] }),
            (.authorisationValid, "R1111-46", { $0.policy.authorisations = [leave] }),
            (
                .authorisationOfStructure, "R1111-46",
                { $0.policy.authorisations = [House.leave(actor, subject: .structure(actor.structure.id))] }
            ),
            (
                .authorisationOfTeam, "L1110-12",
                {
                    let nurse = try House.care("60", number: 2)
                    $0.policy.authorisations = [House.leave(nurse)]
                    $0.circumstances.team = CareTeam(members: [nurse.subject, actor.subject])
                }
            ),
            (.teamConsentMissing, "490409", { $0.circumstances.team = CareTeam(members: [actor.subject]) }),
            (
                .consentDelegated, "L1111-17 II",
                {
                    $0.act = .declareAuthorisation
                    $0.resource = .target(someone)
                    $0.policy.authorisations = [leave]
                }
            ),
            (
                .consentNotDelegable, "not provided for",
                {
                    $0.act = .declareAuthorisation
                    $0.resource = .target(someone)
                    $0.policy.policySet = "era2007"
                }
            ),
            (
                .delegateBlocked, "L1111-19",
                {
                    $0.act = .declareAuthorisation
                    $0.resource = .target(someone)
                    $0.policy.authorisations = [leave]
                    $0.policy.blocks = [Block(subject: someone, name: actor.name, profession: nil, since: House.now)]
                }
            ),
            (.authorisationExpired, "R1111-46", { $0.policy.authorisations = [House.leave(actor, until: House.now)] }),
            (.authorisationMissing, "R1111-46", { _ in }),
            (.authorisationNeedless, "R1111-47", { $0.act = .feed }),
            (
                .consentMissing, "R1111-46",
                {
                    $0.act = .declareAuthorisation
                    $0.resource = .record
                    $0.presence = .absent
                }
            ),
            (.roleTreatingPhysician, "L1111-16", { $0.policy.treatingPhysicians = [person] }),
            (.roleAdministrator, "Mon espace santé", { $0.circumstances.administrators = [person] }),
            (.roleAuthor, "R1111-49", { $0.resource = .document(House.document(relation: .author)) }),
            (.roleHolder, "L1111-19", { $0.subject = House.holder }),
            (.roleRepresentative, "R1111-28", { $0.subject = House.representative(.guardian) }),
            (.roleCarer, "2025", { $0.subject = House.representative(.carer) }),
            (
                .roleSystem, "R1111-36",
                {
                    $0.subject = ServiceActor.support.subject
                    $0.act = .suspend
                    $0.resource = .record
                }
            ),
            (
                .roleHostPhysician, "L1111-8",
                {
                    $0.subject = ServiceActor.hostPhysician.subject
                    $0.circumstances.hostProcedure = HostProcedure(
                        requestedAt: House.now,
                        approvals: ["a", "b"],
                        until: House.now.advanced(bySeconds: 1)
                    )
                }
            ),
            (.emergencyBreakGlass, "L1111-17 I", { $0.mode = Self.glass }),
            (.emergencyRegulation, "L1111-17 I", { $0.mode = .regulation }),
            (
                .functionalRefused, "PDT-INF-526",
                {
                    $0.act = .feedBySecretary
                }
            ),
            (
                .functionalNotOwn, "PDT-INF-526",
                {
                    $0.act = .archive
                    $0.policy.authorisations = [leave]
                }
            ),
            (
                .functionalFiledByHolder, "PDT-INF-526",
                {
                    $0.act = .archive
                    $0.policy.authorisations = [leave]
                    $0.resource = .document(House.document("DOCPAT02", classCode: "42", origin: .holder))
                }
            ),
            (
                .functionalState, "SEL-MP-037",
                {
                    $0.act = .unmask
                    $0.resource = .document(House.document(relation: .author))
                }
            ),
            (
                .treatingPhysicianNotRemovable, "L1111-16",
                {
                    $0.subject = House.holder
                    $0.act = .block
                    $0.resource = .target(.person(person))
                    $0.policy.declareTreating(person, by: .insurer, at: House.now)
                }
            ),
            (
                .modeNotRegulator, "L1111-17 I",
                {
                    $0.mode = .regulation
                    $0.isFromCentre = false
                }
            ),
            (
                .holderPresent, "TD1",
                {
                    $0.act = .administerAccess
                    $0.resource = .record
                    $0.policy.policySet = "era2019"
                    $0.presence = .confirmed
                }
            ),
            (
                .presenceMissing, "TD1",
                {
                    $0.act = .administerAccess
                    $0.resource = .record
                    $0.policy.policySet = "era2019"
                    $0.policy.authorisations = [leave]
                }
            ),
            (
                .administrationOff, "R1111-28",
                {
                    $0.act = .administer
                    $0.resource = .record
                    $0.policy.authorisations = [leave]
                }
            ),
            (
                .filingRefused, "seed 001",
                {
                    $0.subject = House.holder
                    $0.act = .feed
                    $0.policy.policySet = "era2007"
                }
            ),
            (
                .directivesNotKept, "not provided for",
                {
                    $0.subject = House.holder
                    $0.act = .feed
                    $0.policy.policySet = "era2011"
                    $0.resource = .document(House.document("EXPPAT_3", classCode: "90", origin: .holder))
                }
            ),
            (
                .mandateLimited, "L1111-14",
                {
                    $0.subject = House.representative(.guardian)
                    $0.circumstances.mandate = Mandate(basis: .representation, limits: [.content])
                }
            ),
            (
                .delegationLimit, "2025",
                {
                    $0.subject = House.holder
                    $0.act = .delegate
                    $0.resource = .record
                    $0.circumstances.carers = 3
                }
            ),
            (
                .professionRefused, "infirmiers.com",
                {
                    $0.subject = .care(try House.care("60"))
                    $0.policy.authorisations = [leave]
                    $0.resource = .document(House.document("68599-0", classCode: "11"))
                }
            ),
            (
                .professionUndefined, "design § 2",
                {
                    $0.policy.authorisations = [leave]
                    $0.resource = .document(House.document("no", classCode: "no"))
                }
            ),
            (
                .professionNotOpened, "S34",
                {
                    let coordinator = try House.care("330", system: "1.2.250.1.213.1.6.1.107")
                    $0.subject = .care(coordinator)
                    $0.policy.authorisations = [House.leave(coordinator)]
                }
            ),
            (
                .masked, "PDT-INF-526",
                {
                    $0.policy.authorisations = [leave]
                    $0.resource = Self.masked
                }
            ),
            (.maskedForAuthor, "R1111-49", { $0.resource = Self.own }),
            (
                .maskedForTreatingPhysician, "L1111-16",
                {
                    $0.policy.treatingPhysicians = [person]
                    $0.resource = Self.masked
                }
            ),
            (
                .maskedForAdministrator, "Mon espace santé",
                {
                    $0.circumstances.administrators = [person]
                    $0.resource = Self.masked
                }
            ),
            (
                .maskedInEmergency, "L1111-17 I",
                {
                    $0.mode = Self.glass
                    $0.policy.emergency.opensMaskedDocuments = true
                    $0.resource = Self.masked
                }
            ),
            (
                .hiddenFromPatient, "R1111-53",
                {
                    $0.subject = House.holder
                    $0.resource = Self.hidden
                }
            ),
            (
                .hiddenFromRepresentatives, "R1111-50",
                {
                    $0.subject = House.representative(.legalRepresentative)
                    $0.policy = try House.policy(House.child)
                    $0.resource = Self.closed
                }
            ),
            (
                .cumulationRefused, "EX_2.1-1050",
                {
                    $0.act = .feed
                    $0.resource = .document(House.document([.maskedToProfessionals, .hiddenFromPatient]))
                }
            ),
            (
                .secretConnection, "L1111-5",
                {
                    $0.act = .feed
                    $0.secrecy = .secret
                }
            ),
            (
                .treatingDeclaredByHimself, "L1111-16",
                {
                    $0.act = .declareTreatingPhysician
                    $0.resource = .target(someone)
                }
            ),
            (
                .administratorsNotKnown, "administrators",
                {
                    $0.subject = House.holder
                    $0.act = .nameAdministrator
                    $0.resource = .target(.structure(actor.structure.id))
                }
            ),
            (
                .helpedLimit, "2025",
                {
                    $0.subject = House.holder
                    $0.act = .delegate
                    $0.resource = .record
                    $0.circumstances.helped = 5
                }
            ),
            (
                .representativesLimit, "MES",
                {
                    $0.subject = House.representative(.legalRepresentative)
                    $0.policy.birthDate = try #require(House.child)
                    $0.act = .inviteRepresentative
                    $0.resource = .record
                    $0.circumstances.representatives = 2
                }
            ),
            (
                .deletedByHolder, "can be deleted by the insured",
                {
                    $0.policy = try House.policy(set: "era2019")
                    $0.policy.authorisations = [leave]
                    var facts = House.document(status: .deleted)
                    facts.deletedBy = .holder
                    $0.resource = .document(facts)
                }
            ),
            (
                .closedByHolderAlone, "R1111-50",
                {
                    $0.policy.authorisations = [leave]
                    $0.act = .hideFromRepresentatives
                    $0.resource = .document(House.document(relation: .author))
                }
            ),
            (
                .deletedForHolder, "not provided for",
                {
                    $0.subject = House.holder
                    $0.resource = .document(House.document(status: .deleted))
                }
            ),
        ]
        for (rule, article, edit) in cases {
            let decision = try decision(edit)
            #expect(decision.rule == rule)
            #expect(decision.source.text.contains(article), "\(rule): \(decision.source.text)")
        }
        #expect(Set(cases.map(\.0)) == Set(RuleID.allCases))
        #expect(cases.count == RuleID.allCases.count)
    }

    /// What a refused reader may do next, told in a word of its own; nothing where telling would tell too much.
    @Test(arguments: [
        (DenialCode.authorisationRequired, Remedy.askHolderForLeave), (.consentRequired, .stateConsent),
        (.blocked, .askHolderToUnblock), (.emergencyOpposed, .useNormalMode), (.notFound, .nothing),
    ])
    func refusalsSayWhatMayBeDoneNext(code: DenialCode, remedy: Remedy) throws {
        let actor = try House.care("10")
        let answer =
            switch code {
            case .authorisationRequired: try decision { _ in }
            case .consentRequired:
                try decision {
                    $0.act = .declareAuthorisation
                    $0.resource = .record
                    $0.presence = .absent
                }
            case .blocked:
                try decision {
                    $0.policy.blocks = [
                        Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)
                    ]
                }
            case .emergencyOpposed:
                try decision {
                    $0.mode = .regulation
                    $0.policy.emergency.refusesRegulation = true
                }
            default:
                try decision {
                    $0.policy.authorisations = [House.leave(actor)]
                    $0.resource = Self.masked
                }
            }
        #expect(answer.denial?.code == code && answer.denial?.remedy == remedy)
    }
}
