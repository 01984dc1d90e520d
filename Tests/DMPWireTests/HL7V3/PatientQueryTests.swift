import DMPWire
import FuzzSeeds
import HealthRecord
import SafeXML
import Testing

@Suite struct PatientQueryTests {
    @Test func readsWhatClientsSend() throws {
        #expect(try PatientQuery(WireGolden.hl7v3.element("query-existence.xml")) == HL7Samples.query())
    }

    @Test(arguments: PatientQuery.Reason.allCases)
    func writesWhatReadsBack(_ reason: PatientQuery.Reason) throws {
        let query = try HL7Samples.query(reason)
        let element = try WireGolden.hl7v3.check("written-query-\(reason.rawValue).xml", write: query.write)
        #expect(try PatientQuery(element) == query)
    }

    @Test func readsThroughTheFrenchWrapper() throws {
        let text = try WireGolden.hl7v3.text("query-existence.xml")
        let element = try Wire.parse("<w xmlns=\"asip:ci-sis:gdp:2010\">\(text)</w>")
        #expect(try PatientQuery(element) == HL7Samples.query())
    }

    static let root = "/PRPA_IN201307UV02"
    static let query = root + "/controlActProcess/queryByParameter"
    static let refused: [(String, String, HL7V3Error)] = [
        ("PRPA_IN201307UV02 xmlns=\"urn:hl7-org:v3\"", "PRPA_IN201307UV02 xmlns=\"urn:x\"", .unexpectedMessage(root)),
        (
            "extension=\"PRPA_IN201307UV02\"", "extension=\"PRPA_IN201305UV02\"",
            .unexpectedMessage(root + "/interactionId")
        ),
        (
            "<creationTime value=\"20260401081500\"/>", "",
            .structure(.missingElement(name: "creationTime", parent: root))
        ),
        ("20260401081500", "20261301081500", .malformed(root + "/creationTime")),
        (
            "<processingModeCode code=\"T\"/>", "<processingCode code=\"D\"/>",
            .structure(.repeatedElement(name: "processingCode", parent: root))
        ),
        ("<processingCode code=\"D\"/>", "<processingCode code=\"X\"/>", .unknownCode(root + "/processingCode")),
        (
            "<processingCode code=\"D\"/>", "<processingCode/>",
            .structure(.missingAttribute(name: "code", element: root + "/processingCode"))
        ),
        ("<id root=\"1.2.250.1.999.1.1\"", "<id root=\"software\"", .malformed(root + "/id")),
        ("TEST_EXST", "MODIF_DATA", .unknownCode(root + "/controlActProcess/reasonCode")),
        ("1.2.250.1.213.1.1.4.11", "1.2.3", .unknownCode(root + "/controlActProcess/reasonCode")),
        ("code=\"new\"", "code=\"aborted\"", .unknownCode(query + "/statusCode")),
        ("280017500123412", "280017500123413", .malformed(query + "/parameterList/patientIdentifier/value")),
        ("1.2.250.1.213.1.4.10", "1.2.250.1.213.1.4.2", .malformed(query + "/parameterList/patientIdentifier/value")),
        ("Patient.id", "Patient.name", .unknownCode(query + "/parameterList/patientIdentifier/semanticsText")),
        (
            "</patientIdentifier>", "</patientIdentifier><patientIdentifier/>",
            .structure(.repeatedElement(name: "patientIdentifier", parent: query + "/parameterList"))
        ),
    ]

    @Test(arguments: refused.indices)
    func refusesWithTheElementAtFault(_ index: Int) throws {
        let (old, new, expected) = Self.refused[index]
        let text = try WireGolden.hl7v3.text("query-existence.xml")
        let spoilt = text.replacing(old, with: new, maxReplacements: 1)
        #expect(spoilt != text)
        #expect(throws: expected) { try PatientQuery(Wire.parse(spoilt)) }
        #expect(expected.element.hasPrefix(Self.root))
    }

    @Test func longestIdentifierIsRead() throws {
        let text = try WireGolden.hl7v3.text("query-existence.xml")
        for (count, isRead) in [(1023, true), (1024, true), (1025, false)] {
            let id = String(repeating: "9", count: count)
            let element = try Wire.parse(text.replacing("0f6b6c1e-2f0a-4b46-9d2b-3d7f7f3f1a01", with: id))
            #expect((try? PatientQuery(element)) != nil ? isRead : !isRead)
        }
    }

    @Test(arguments: 0..<500 as Range<UInt64>)
    func neverCrashes(_ seed: UInt64) throws {
        var random = WireRandom(seed: FuzzSeed.of(seed))
        guard let element = try? Wire.parse(random.spoil(WireGolden.hl7v3.text("query-existence.xml"))) else { return }
        _ = try? PatientQuery(element)
    }
}
