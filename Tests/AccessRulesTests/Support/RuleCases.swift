import HealthRecord

@testable import AccessRules

/// Each rule, the article that its source must name, and a question that it answers.
struct RuleCases {
    /// The one who asks, and the one asked about; both fictitious.
    struct Case {
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

    typealias Edit = (inout Case) throws -> Void

    let actor: CareActor
    let leave: Authorisation
    let someone: CareSubject
    let person: ProfessionalID
    let block: Block

    init() throws {
        actor = try House.care("10", specialty: "SM26")
        leave = House.leave(actor)
        someone = .person(try House.person(9))
        person = try House.person(1)
        block = Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)
    }

    static let masked = Resource.document(House.document(.maskedToProfessionals))
    static let hidden = Resource.document(House.document(.hiddenFromPatient))
    static let closed = Resource.document(House.document(.hiddenFromRepresentatives))
    static let own = Resource.document(House.document(.maskedToProfessionals, relation: .author))
    static let glass = AccessMode.breakGlass(reason: "Coma")

    /// Steps 1 to 6: the record, the actor, the ban, the mode, the block, the leave.
    func ofStanding() throws -> [(RuleID, String, Edit)] {
        [
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
            (.foreignContactPoint, "L1111-22", { $0.subject = ServiceActor.foreignContactPoint.subject }),
            (.digitalService, "R1111-32", { $0.subject = ServiceActor.digitalService.subject }),
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
        ]
    }
}
