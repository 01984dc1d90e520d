import DMPWire
import HealthRecord
import Testing

/// Requests that change records, and searches.
extension HL7Samples {
    static func header(_ id: String = "0f6b6c1e-2f0a-4b46-9d2b-3d7f7f3f1a01") throws -> HL7MessageHeader {
        HL7MessageHeader(
            id: InstanceID(OID(literal: "1.2.250.1.999.1.1"), id),
            creationTime: try #require(HL7Time("20260401081500")),
            processing: .debugging,
            receiver: .dmp,
            sender: HL7Device(id: OID(literal: "1.2.250.1.999.1"), softwareName: "Logiciel d'essai")
        )
    }

    static func author() throws -> RecordAuthor {
        RecordAuthor(
            person: ProfessionalID("899900063480"),
            structure: try #require(StructureID("499900000017001"))
        )
    }

    static func person() throws -> PatientFile {
        var file = PatientFile(identifiers: [try ins()], status: .active, traits: try traits(), civility: "MME")
        file.address = PostalAddress(streetLines: ["1 rue de l'Essai"], postalCode: "75001", city: "PARIS")
        file.telecoms = [PatientTelecom(value: "mailto:lou@essai.example")]
        file.refusesBreakGlass = false
        file.refusesRegulation = true
        return file
    }

    static func change(_ request: RecordChange.Request) throws -> RecordChange {
        let file: PatientFile
        switch request {
        case .create, .modify: file = try person()
        case .reactivate, .close: file = PatientFile(identifiers: [try ins()], status: .active)
        }
        var isReadFromCard = false
        if case .create = request { isReadFromCard = true }
        return try #require(
            RecordChange(
                header: try header(),
                request: request,
                author: try author(),
                file: file,
                isReadFromCard: isReadFromCard
            )
        )
    }

    static let requests: [RecordChange.Request] = [
        .create(consent: true), .reactivate(consent: true), .modify,
        .close(PatientFileClosure(at: nil, reasonCode: "FERMETURE_DEMANDE_PATIENT", text: "À sa demande <écrite>")),
    ]

    static func searched() throws -> PatientSearch.Traits {
        try #require(
            PatientSearch.Traits(
                family: "ESSAI",
                given: "ÉLO",
                isPartial: true,
                sex: .female,
                birth: HL7Time("1980"),
                city: "PARIS",
                postalCode: "75001"
            )
        )
    }

    static func search(_ traits: PatientSearch.Traits? = nil) throws -> PatientSearch {
        PatientSearch(
            header: try header(),
            queryID: InstanceID(OID(literal: "1.2.250.1.999.1.2"), "5d6e1b0e-9d57-4d2f-8c39-6a7d5f1f4b02"),
            traits: try traits ?? searched()
        )
    }

    static func found(
        _ outcome: PatientSearchAnswer.Outcome,
        details: [HL7Acknowledgement.Detail] = []
    ) throws -> PatientSearchAnswer {
        PatientSearchAnswer(
            to: try search(),
            id: InstanceID(try #require(UniqueID("7c9e6679-7425-40de-944b-e07fc1f90ae7"))),
            creationTime: try #require(HL7Time("20260401081501")),
            outcome: outcome,
            details: details
        )
    }
}
