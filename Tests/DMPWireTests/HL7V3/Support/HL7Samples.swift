import DMPWire
import HealthRecord
import Testing

/// Fictitious people and messages.
enum HL7Samples {
    static func ins() throws -> INS { try #require(INS("280017500123412", root: "1.2.250.1.213.1.4.10")) }

    static func query(_ reason: PatientQuery.Reason = .existence) throws -> PatientQuery {
        let software = OID(literal: "1.2.250.1.999.1")
        return PatientQuery(
            header: HL7MessageHeader(
                id: InstanceID(OID(literal: "1.2.250.1.999.1.1"), "0f6b6c1e-2f0a-4b46-9d2b-3d7f7f3f1a01"),
                creationTime: try #require(HL7Time("20260401081500")),
                processing: .debugging,
                receiver: .dmp,
                sender: HL7Device(id: software, softwareName: "Logiciel d'essai")
            ),
            reason: reason,
            queryID: InstanceID(OID(literal: "1.2.250.1.999.1.2"), "5d6e1b0e-9d57-4d2f-8c39-6a7d5f1f4b02"),
            patient: try ins()
        )
    }

    static func answer(
        _ reason: PatientQuery.Reason = .existence,
        _ outcome: PatientQueryAnswer.Outcome,
        details: [HL7Acknowledgement.Detail] = []
    ) throws -> PatientQueryAnswer {
        PatientQueryAnswer(
            to: try query(reason),
            id: InstanceID(try #require(UniqueID("7c9e6679-7425-40de-944b-e07fc1f90ae7"))),
            creationTime: try #require(HL7Time("20260401081501")),
            outcome: outcome,
            details: details
        )
    }

    static func traits() throws -> PatientTraits {
        PatientTraits(
            birthFamilyName: "ESSAI",
            birthGivenNames: ["ÉLOÏSE", "MARIE"],
            usedFamilyName: "EXEMPLE",
            usedGivenName: "LOU",
            birthDate: try #require(CalendarDate("1980-01-01")),
            sex: .female,
            birthPlaceCode: "75101"
        )
    }

    static func existingFile() throws -> PatientFile {
        PatientFile(
            identifiers: [try ins()],
            calculatedIdentifiers: [try #require(INSC("1234567890123456789094"))],
            status: .active,
            authorisation: .valid,
            isTreatingPhysician: true,
            traits: try traits(),
            civility: "MME",
            hasInternetAccount: true,
            isAttachedToENS: true
        )
    }

    static func closedFile() throws -> PatientFile {
        let moment = try #require(Instant(year: 2026, month: 2, day: 3, hour: 4, minute: 5, second: 6))
        return PatientFile(
            identifiers: [try ins()],
            status: .terminated(
                PatientFileClosure(at: HL7Time(moment), reasonCode: "FERMETURE_DEMANDE_PATIENT", text: "À sa demande")
            ),
            authorisation: AuthorisationStatus.none
        )
    }

    static func administrativeFile() throws -> PatientFile {
        var file = try existingFile()
        file.isDeceased = false
        file.address = PostalAddress(
            streetLines: ["1 rue de l'Essai", "BP <7>"],
            additionalLocator: "Bâtiment B",
            postalCode: "75001",
            city: "PARIS",
            country: "FRANCE"
        )
        file.telecoms = [
            PatientTelecom(value: "tel:+33100000000", use: "HP"), PatientTelecom(value: "tel:+33600000000", use: "MC"),
            PatientTelecom(value: "mailto:lou@essai.example"),
        ]
        file.relationships = [
            PatientRelationship(
                code: "MTH",
                family: "ESSAI",
                given: "ANNE",
                telecoms: [PatientTelecom(value: "tel:+33600000001", use: "MC")]
            ),
            PatientRelationship(code: "RESPRSN", family: nil, given: nil),
        ]
        file.refusesBreakGlass = true
        file.refusesRegulation = false
        return file
    }
}
