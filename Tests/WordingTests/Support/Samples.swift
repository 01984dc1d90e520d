import HealthRecord
import Wording

/// Fictitious people and acts; every composed text of the catalogue.
enum Samples {
    static let holder = PersonName(family: "Exemple", given: "Claire")
    static let moment = Instant(milliseconds: 1_773_322_200_000)
    static let service = ServiceSheet(
        portalAddress: "dmp.example.fr",
        helpPhone: "01\u{A0}99\u{A0}00\u{A0}00\u{A0}00",
        senderLines: ["Dossier médical partagé", "TSA 00000", "75000 PARIS"]
    )
    static let physician = care("10", specialty: "SM54", name: PersonName(family: "Exemple", given: "Anne"))

    static let notices: [Notice] = [
        .openingCode("ABCDEFGHJKM"), .activationCode("ABCDEFGHJKM"), .recoveryCode("ABCDEFGHJKM"),
        .oneTimeCode("123456", minutes: 5), .representationCode("ABCDEFGHJKM", for: nil),
        .representationCode(
            "ABCDEFGHJKM",
            for: MandateInvitation(for: PersonName(family: "Exemple", given: "Anne"), as: .carer)
        ),
        .firstAccess(by: PersonName(family: "Exemple", given: "Anne"), at: moment),
        .emergencyAccess(by: PersonName(family: "Exemple", given: "Anne"), at: moment), .newDocument(at: moment),
        .accessChanged(at: moment),
        .teamDeclared(by: PersonName(family: "Exemple", given: "Anne"), at: moment),
        .newDevice(at: moment), .incident(at: moment),
        .ofRepresented(.firstAccess, at: moment), .ofRepresented(.emergencyAccess, at: moment),
        .ofRepresented(.newDocument, at: moment), .ofRepresented(.recordSuspended, at: moment),
        .erasureAsked(at: moment),
    ]

    static func care(
        _ role: String,
        specialty: String? = nil,
        name: PersonName,
        person: String? = "899900063480",
        structure: String = "Cabinet des Lilas"
    ) -> CareActor {
        CareActor(
            person: person.flatMap { ProfessionalID($0) },
            name: name,
            profession: Profession(
                role: Code(role, CodeSystem.profession),
                specialty: specialty.map { Code($0, CodeSystem.specialty) }
            ),
            structure: Structure(id: structureID, name: structure, sector: Code("SA08", CodeSystem.sector)),
            holder: .professional,
            authentication: .direct
        )
    }

    static let structureID: StructureID = {
        guard let id = StructureID("1990000001") ?? StructureID("499000000000015") else {
            preconditionFailure("the sample is a FINESS")
        }
        return id
    }()

    static func event(
        _ act: TracedAct,
        by actor: Actor,
        mode: AccessMode = .normal,
        outcome: TracedOutcome = .permitted,
        documents: Int = 1,
        details: [String: String] = [:]
    ) -> TraceEvent {
        TraceEvent(
            sequence: 1,
            time: moment,
            act: act,
            actor: actor,
            mode: mode,
            documents: (0..<UInt64(documents)).map { UniqueID(random: ($0, $0)) },
            outcome: outcome,
            rule: "authorisation.valid",
            policy: "mes2026@1",
            node: "node",
            request: UniqueID(random: (1, 2)),
            details: details
        )
    }

    static let actors: [Actor] = [
        .holder(holder), .representative(holder, .carer), .representative(holder, .guardian),
        .representative(holder, .legalRepresentative), .care(physician), .system("expiry"),
        .care(care("60", name: PersonName(family: "Modèle", given: "Paul"))),
        .care(care("10", name: PersonName(family: "LOGICIEL", given: ""), person: nil)),
        .care(care("10", name: PersonName(family: "", given: ""), person: nil, structure: "")),
    ]

    static let modes: [AccessMode] = [
        .normal, .breakGlass(reason: ""), .breakGlass(reason: "Personne inconsciente"), .regulation,
    ]

    static var composed: [Phrase] { traces + labels + professions + messages }

    private static var traces: [Phrase] {
        TracedAct.allCases.flatMap { act in
            actors.flatMap { actor in
                [TracedOutcome.permitted, .refused].flatMap { outcome in
                    modes.flatMap { mode in
                        [[], ["Analyse"], ["Analyse", "Radio"]].flatMap { titles in
                            [TraceReader.holder, .acting, .other].map { reader in
                                let event = event(act, by: actor, mode: mode, outcome: outcome, documents: 3)
                                return TraceSentence(event, titles: titles, reader: reader).whole
                            }
                        }
                    }
                }
            }
        }
    }

    private static var labels: [Phrase] {
        let states: [RecordState] =
            [.open(internet: .active), .open(internet: .awaitingActivation), .suspended(since: moment)]
            + ClosureReason.allCases.map { .closed(at: moment, reason: $0) }
        return AvailabilityStatus.allCases.map(\.label) + SignatureStanding.allCases.map(\.label)
            + (0...15).flatMap { Visibility(rawValue: $0).labels } + AuthorisationStatus.allCases.map(\.label)
            + [AuthorisationOrigin.declaredInConsultation, .givenAtOpening, .givenByHolder, .careTeam, .deemedOfTeam]
            .map(\.label)
            + states.map(\.label) + Representation.allCases.map(\.label) + AuthenticationMode.allCases.map(\.label)
            + HolderKind.allCases.map(\.label) + modes.map(\.label) + Sex.allCases.map(\.label)
            + ContactKind.allCases.map(\.label) + [TracedOutcome.permitted, .refused].map(\.label)
    }

    private static var professions: [Phrase] {
        (0...99).map { ProfessionText.label(role: Code("\($0)", CodeSystem.profession)) }
            + ["10", "21", "40", "50"].map { ProfessionText.label(role: Code("G16_\($0)", CodeSystem.authorSpecialty)) }
            + (1...95).compactMap {
                SpecialtyText.physician(Code($0 < 10 ? "SM0\($0)" : "SM\($0)", CodeSystem.specialty))
            }
            + (1...63).map { SectorText.label(Code($0 < 10 ? "SA0\($0)" : "SA\($0)", CodeSystem.sector)) }
            + ["SECRETARIAT_MEDICAL", "EXP_PATIENT", "ALIM_AM", "AUTOMATE", "DISPOSITIF", "SNR", "LOGICIEL_DUI"].map {
                ProfessionText.label(role: Code($0, CodeSystem.nonProfession))
            }
    }

    private static var messages: [Phrase] {
        notices.flatMap { notice in
            let words = NoticeWords(notice, service: service)
            return [words.subject, words.sms] + words.email
        }
    }
}
