import HealthRecord
import SafeXML
import Testing

@testable import ClinicalDocuments

/// CDA → XDS (reference: interop § 8.2).
@Suite struct DerivedMetadataTests {
    let strict: ValueSets
    let lenient: ValueSets

    init() throws {
        strict = try ValueSets.bundled()
        lenient = try ValueSets.bundled(mode: .lenient)
    }

    private func derive(
        _ sets: ValueSets,
        _ from: String = "",
        _ to: String = "",
        body: String = Fixture.body
    ) throws -> DerivedMetadata {
        try DerivedMetadata(CDAHeader(Fixture.document(body, replacing: from, by: to)), valueSets: sets)
    }

    @Test func derivesEveryAttribute() throws {
        let derived = try derive(strict)
        #expect(derived.uniqueID.text == "2.25.1001")
        #expect(derived.patient.matricule.text == Fixture.matricule)
        #expect(derived.typeCode == Code("11502-2", CodeSystem.loinc))
        #expect(derived.typeCode.label == "CR d'examens biologiques")
        #expect(derived.classCode == Code("10", CodeSystem.documentClass))
        #expect(derived.formatCode == Code("urn:ihe:lab:xd-lab:2008", "1.3.6.1.4.1.19376.1.2.3"))
        #expect(derived.title == "Examens biologiques")
        #expect(derived.creationTime.hl7 == "20260312133000")
        #expect(derived.serviceStart?.hl7 == "20260312080000")
        #expect(derived.serviceStop?.hl7 == "20260312090000")
        #expect(derived.language == "fr-FR")
        #expect(derived.confidentiality == Code("N", CodeSystem.confidentiality))
        #expect(derived.practiceSettingCode?.label == "Ambulatoire")
        #expect(derived.facilityTypeCode.label == "Laboratoire de biologie médicale")
        #expect(derived.authors.map(\.identifier) == ["899900063480"])
        #expect(derived.legalAuthenticator.identifier == "899900063480")
        #expect(derived.eventCodes == [Code("28653", "1.2.250.1.213.2.5")])
        #expect(derived.sourcePatientInfo == ["PID-5|MOREAU^JEANNE^^^^^L", "PID-7|19520412", "PID-8|F"])
        #expect(derived.mimeType == "text/xml")
        #expect(derived.replaces?.id.root == "2.25.999")
    }

    @Test func aFileGivesItsOwnFormat() throws {
        let derived = try derive(strict, body: Fixture.file(Array("%PDF-1.4".utf8), "application/pdf"))
        #expect(derived.formatCode?.value == "urn:ihe:iti:xds-sd:pdf:2008")
    }

    @Test func aModelWithoutFormatIsOther() throws {
        let derived = try derive(strict, #"<templateId root="1.2.250.1.213.1.1.1.55"/>"#, "")
        #expect(derived.formatCode == DerivedMetadata.otherFormat)
        #expect(strict.contains(DerivedMetadata.otherFormat, in: .format))
    }

    @Test(arguments: [
        ("11502-2", "51851-4", "/ClinicalDocument/code", CDAError.Rule.notInSet(.type)),
        (#"code="N""#, #"code="U""#, "/ClinicalDocument/confidentialityCode", .notInSet(.confidentiality)),
        ("fr-FR", "en-US", "/ClinicalDocument/languageCode/@code", .mustBe("fr-FR")),
        ("1.2.250.1.213.1.1.1.55", "1.2.250.1.213.1.1.1.58", "/ClinicalDocument/templateId", .notInSet(.format)),
        (
            "SA25", "SA99", "/ClinicalDocument/componentOf/encompassingEncounter/location/healthCareFacility/code",
            .notInSet(.facility)
        ),
        (
            "AMBULATOIRE", "AILLEURS",
            "/ClinicalDocument/documentationOf/serviceEvent/performer/assignedEntity/representedOrganization"
                + "/standardIndustryClassCode", .notInSet(.practice)
        ),
        ("G15_10/SM26", "G15_10/SM00", "/ClinicalDocument/author/assignedAuthor/code", .notInSet(.authorSpecialty)),
        (
            #"code="AMB""#, #"code="ACUTE""#, "/ClinicalDocument/componentOf/encompassingEncounter/code",
            .notInSet(.encounter)
        ),
        (#"code="PCP""#, #"code="XXX""#, "/ClinicalDocument/author/functionCode", .notInSet(.authorRole)),
    ])
    func strictModeRefusesAndLenientModeTakes(from: String, to: String, path: String, rule: CDAError.Rule) throws {
        #expect(throws: CDAError(path, rule)) { try derive(strict, from, to) }
        #expect(throws: Never.self) { try derive(lenient, from, to) }
    }

    /// A kind of encounter of another system is not the set's to judge.
    @Test func anEncounterOfAnotherSystemIsTaken() throws {
        let own = #"code="AMB" codeSystem="2.16.840.1.113883.5.4""#
        #expect(throws: Never.self) { try derive(strict, own, #"code="X" codeSystem="1.2.3""#) }
        #expect(throws: Never.self) { try derive(strict, own, #"nullFlavor="UNK""#) }
        #expect(throws: Never.self) {
            try derive(strict, own, #"code="SEANCE" codeSystem="1.2.250.1.213.1.1.4.2.291""#)
        }
    }

    @Test func anUnknownMediaTypeHasNoFormat() throws {
        let body = Fixture.file([0x89], "image/png")
        let path = "/ClinicalDocument/component/nonXMLBody/text/@mediaType"
        #expect(throws: CDAError(path, .noFormat)) { try derive(strict, body: body) }
        #expect(try derive(lenient, body: body).formatCode == nil)
    }

    @Test func anUnknownTypeHasNoClassInLenientMode() throws {
        #expect(try derive(lenient, "11502-2", "99999-9").classCode == nil)
    }

    /// Times agree at the coarser of their precisions.
    @Test(arguments: [
        ("20260312133000", "202603121330", true), ("202603121330", "20260312133059", true),
        ("20260312133000", "202603121333", false), ("2026", "20260312", true), ("2025", "20260312", false),
    ])
    func timesAgreeAtTheirCommonPrecision(one: String, other: String, agrees: Bool) throws {
        let (one, other) = (try #require(HL7Time(one)), try #require(HL7Time(other)))
        #expect(one.agrees(with: other) == agrees && other.agrees(with: one) == agrees)
        #expect(DerivedMetadata.agree(one, other) == agrees)
        #expect(DerivedMetadata.agree(nil, nil) && !DerivedMetadata.agree(one, nil) && !DerivedMetadata.agree(nil, one))
    }
}
