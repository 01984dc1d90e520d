import HealthRecord
import Testing

@testable import AccessRules

extension RuleCases {
    /// Steps 7 to 9: the function, the profession, the confidentiality.
    func ofDocuments() throws -> [(RuleID, String, Edit)] {
        [
            (
                .functionalRefused, "PDT-INF-526",
                {
                    $0.act = .feedBySecretary
                }
            ),
            (
                .feedingObjected, "R1111-47",
                {
                    $0.act = .feed
                    $0.policy.refusesFeeding = true
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
                .directivesAreOwn, "L1111-11",
                {
                    $0.subject = House.representative(.guardian)
                    $0.act = .feed
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
                .closedToProfession, "order of 26/10/2023",
                {
                    $0.policy.authorisations = [leave]
                    $0.policy.closures = [CategoryClosure(profession: "10", category: "10")]
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
    }
}
