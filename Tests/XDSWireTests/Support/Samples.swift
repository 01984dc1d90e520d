import HealthRecord
import Testing
import XDSWire

/// Fictitious people, documents and lots.
enum Samples {
    static func ins(_ body: String = "1810163220751") throws -> INS {
        INS(try #require(NIR(body: body)), root: .test)
    }

    static func id(_ number: UInt64) -> UniqueID { UniqueID(random: (0x1111_2222_3333_4444, number)) }

    static func oid(_ text: String) throws -> OID { try #require(OID(text)) }

    static func time(_ text: String) throws -> HL7Time { try #require(HL7Time(text)) }

    static var doctor: Author {
        Author(
            identifier: "899900063480",
            assigningAuthority: ProfessionalID.root,
            name: PersonName(family: "MARTIN", given: "Zoé"),
            identifierType: "IDNPS",
            institutions: [
                AuthorInstitution(
                    name: "Clinique d'essai",
                    identifier: "10B0057881",
                    assigningAuthority: StructureID.root
                )
            ],
            role: "PCP",
            specialty: Code(
                "G15_10/SM26",
                CodeSystem.authorSpecialty,
                label: "Médecin - Qualifié en médecine générale (SM)"
            )
        )
    }

    static func entry(_ number: UInt64 = 1) throws -> DocumentEntry {
        DocumentEntry(
            id: id(number),
            entryUUID: id(number),
            metadataVersion: 1,
            uniqueID: try oid("1.2.250.1.999.1.\(number)"),
            submissionSetID: id(900),
            patient: try ins(),
            sourcePatientID: "IPP\(number)^^^&1.2.250.1.999.2&ISO^PI",
            sourcePatientInfo: ["PID-5|ESSAI^Jeanne^^^^^L", "PID-7|19810101", "PID-8|F"],
            mimeType: "text/xml",
            formatCode: Code("urn:ihe:lab:xd-lab:2008", "1.3.6.1.4.1.19376.1.2.3", label: "Biologie"),
            classCode: Code("10", CodeSystem.documentClass, label: "Compte rendu"),
            typeCode: Code("11502-2", CodeSystem.loinc, label: "CR d'examens biologiques"),
            facilityTypeCode: Code("SA07", CodeSystem.sector, label: "Cabinet individuel"),
            practiceSettingCode: Code("AMBULATOIRE", "1.2.250.1.213.1.1.4.9", label: "Ambulatoire"),
            eventCodes: [
                Code("DEQP003", "1.2.250.1.213.2.5", label: "ECG"), Code("I10", "2.16.840.1.113883.6.3", label: "HTA"),
            ],
            confidentiality: Code("N", CodeSystem.confidentiality, label: "Normal"),
            visibility: [.maskedToProfessionals, .hiddenFromPatient],
            status: .approved,
            title: "Analyses <sang> & \"urines\"",
            comments: "À revoir",
            creationTime: try time("20260401081500"),
            serviceStart: try time("20260331"),
            serviceStop: try time("202604010800"),
            language: "fr-FR",
            authors: [doctor],
            legalAuthenticator: PersonField(doctor)?.author(),
            referenceIDs: ["A12^^^&1.2.250.1.999.3&ISO^urn:ihe:iti:xds:2013:accession"],
            size: 12_345,
            sha256: [UInt8](repeating: 7, count: 32),
            sha1: [UInt8](repeating: 0xA9, count: 20),
            depositedAt: Instant(milliseconds: 1_775_031_300_000),
            signature: .advanced,
            replaces: nil
        )
    }

    static func set() throws -> SubmissionSet {
        SubmissionSet(
            id: id(900),
            uniqueID: try oid("1.2.250.1.999.9.1"),
            sourceID: try oid("1.2.250.1.999.10"),
            patient: try ins(),
            submissionTime: try time("20260401082000"),
            contentType: Code("07", "1.2.250.1.213.2.2", label: "Consultation"),
            authors: [doctor],
            title: "Lot",
            comments: nil,
            depositedAt: Instant(milliseconds: 1_775_031_300_000)
        )
    }

    /// Two documents, the first of which replaces an older one.
    static func submission() throws -> Submission {
        var set = SubmittedSet(try set())
        set.id = "ss"
        set.logicalID = nil
        set.status = nil
        let entries = try [entry(1), entry(2)].enumerated().map { index, entry in
            var submitted = SubmittedEntry(entry, repository: try oid("1.2.250.1.999.7"))
            submitted.id = "d\(index + 1)"
            submitted.logicalID = nil
            submitted.version = nil
            submitted.status = nil
            return submitted
        }
        return Submission(
            set: set,
            entries: entries,
            associations: [
                .member(id: "m1", set: "ss", entry: "d1"),
                .member(id: "m2", set: "ss", entry: "d2"),
                SubmittedAssociation(id: "r1", type: .replaces, source: "d1", target: id(50).urn),
            ],
            documents: [
                DocumentPart(id: "d1", content: .attachment("doc1@essai.example")),
                DocumentPart(id: "d2", content: .inline(Array("<x/>".utf8))),
            ]
        )
    }

    static func folder(_ id: String = "f1") throws -> SubmittedFolder {
        var folder = SubmittedFolder(id: id)
        folder.uniqueID = try oid("1.2.250.1.999.11.1")
        folder.patientID = PatientIdentifier(try ins())
        folder.codes = [Code("suivi", "1.2.250.1.999.12", label: "Suivi")]
        folder.title = "Grossesse <2026>"
        folder.comments = "À suivre"
        return folder
    }

    /// The same lot with a folder that holds its first document.
    static func submissionWithFolder() throws -> Submission {
        var submission = try submission()
        submission.folders = [try folder()]
        submission.associations += [
            .member(id: "m3", set: "ss", entry: "f1"),
            SubmittedAssociation(id: "m4", type: .hasMember, source: "f1", target: "d1"),
            .member(id: "m5", set: "ss", entry: "m4"),
            SubmittedAssociation(id: "m6", type: .hasMember, source: id(60).urn, target: "d2"),
            .member(id: "m7", set: "ss", entry: "m6"),
        ]
        return submission
    }

    static func update() throws -> MetadataUpdateRequest {
        let submission = try submission()
        var entry = submission.entries[0]
        entry.logicalID = id(1).urn
        entry.confidentialityCodes = [Code("N", CodeSystem.confidentiality, label: "Normal")]
        return MetadataUpdateRequest(
            set: submission.set,
            updates: [
                .newMetadataVersion(entry: entry, logicalID: id(1), previousVersion: 1),
                .changeStatus(entry: id(2), from: .approved, to: .archived),
            ]
        )
    }
}
