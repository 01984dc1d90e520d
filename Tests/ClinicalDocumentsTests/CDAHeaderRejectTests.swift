import HealthRecord
import SafeXML
import Testing

@testable import ClinicalDocuments

/// What the profile refuses, and how it is said.
@Suite struct CDAHeaderRejectTests {
    struct Bend: Sendable, CustomTestStringConvertible {
        let from: String
        let to: String
        let path: String
        let rule: CDAError.Rule
        var testDescription: String { "\(path) \(rule)" }

        init(_ from: String, _ to: String, _ path: String, _ rule: CDAError.Rule) {
            self.from = from
            self.to = to
            self.path = "/ClinicalDocument" + path
            self.rule = rule
        }
    }

    private static let time = #"<effectiveTime value="20260312143000+0100"/>"#
    private static let set = #"<setId root="2.25.1000"/>"#
    private static let type =
        #"<code code="11502-2" displayName="CR d'examens biologiques" codeSystem="2.16.840.1.113883.6.1"/>"#
    private static let ins = #"<id extension="\#(Fixture.matricule)" root="1.2.250.1.213.1.4.10"/>"#
    private static let title = "<title>Examens biologiques</title>"
    private static let low = #"<low value="20260312090000+0100"/>"#
    private static let entity = "/documentationOf/serviceEvent/performer/assignedEntity/representedOrganization"
    private static let facility = "/componentOf/encompassingEncounter/location/healthCareFacility/code"

    static let bends: [Bend] = [
        Bend(#"<realmCode code="FR"/>"#, "", "/realmCode", .missing),
        Bend(#"<realmCode code="FR"/>"#, #"<realmCode code="US"/>"#, "/realmCode/@code", .mustBe("FR")),
        Bend("POCD_HD000040", "POCD_HD000041", "/typeId", .mustBe("2.16.840.1.113883.1.3/POCD_HD000040")),
        Bend(#"<templateId root="1.2.250.1.213.1.1.1.1"/>"#, "", "/templateId", .mustBe("1.2.250.1.213.1.1.1.1")),
        Bend("2.16.840.1.113883.2.8.2.1", "x", "/templateId[1]/@root", .malformed),
        Bend(#"<id root="2.25.1001"/>"#, "", "/id", .missing),
        Bend(#"<id root="2.25.1001"/>"#, #"<id nullFlavor="UNK"/>"#, "/id", .nullFlavorForbidden),
        Bend(#"<id root="2.25.1001"/>"#, #"<id root="2.25.1"/><id root="2.25.2"/>"#, "/id", .repeated),
        Bend(#"<id root="2.25.1001"/>"#, #"<id root="2.25.1" extension="7"/>"#, "/id/@extension", .mustBe("")),
        Bend(#"<id root="2.25.1001"/>"#, #"<id root="2.25.01"/>"#, "/id/@root", .malformed),
        Bend(type, "", "/code", .missing),
        Bend(type, #"<code code="11502-2"/>"#, "/code/@codeSystem", .missing),
        Bend(title, "<title> </title>", "/title", .missing),
        Bend(title, title + title, "/title", .repeated),
        Bend(title, "<title>" + String(repeating: "a", count: 129) + "</title>", "/title", .tooLong(limit: 128)),
        Bend(time, "", "/effectiveTime", .missing),
        Bend(time, #"<effectiveTime nullFlavor="UNK"/>"#, "/effectiveTime", .nullFlavorForbidden),
        Bend(time, #"<effectiveTime nullFlavor="OTH"/>"#, "/effectiveTime", .nullFlavorUnknown),
        Bend(time, #"<effectiveTime value="20260312143000"/>"#, "/effectiveTime/@value", .offsetMissing),
        Bend(time, #"<effectiveTime value="20261312"/>"#, "/effectiveTime/@value", .malformed),
        Bend(time, "<effectiveTime/>", "/effectiveTime/@value", .missing),
        Bend(
            #"<confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>"#,
            "",
            "/confidentialityCode",
            .missing
        ),
        Bend(#"<languageCode code="fr-FR"/>"#, "", "/languageCode", .missing),
        Bend("fr-FR", "fr FR", "/languageCode/@code", .malformed),
        Bend(set, "", "/setId", .missing),
        Bend(set, #"<setId root="lot"/>"#, "/setId/@root", .malformed),
        Bend(#"<versionNumber value="2"/>"#, #"<versionNumber value="0"/>"#, "/versionNumber/@value", .malformed),
        Bend(#"<versionNumber value="2"/>"#, #"<versionNumber value="2a"/>"#, "/versionNumber/@value", .malformed),
        Bend(#"<versionNumber value="2"/>"#, "", "/versionNumber", .missing),
        Bend(Fixture.patient, "", "/recordTarget", .missing),
        Bend(Fixture.patient, Fixture.patient + Fixture.patient, "/recordTarget", .repeated),
        Bend(ins, "", "/recordTarget/patientRole/id", .notAnINS),
        Bend(Fixture.matricule, "252046938304299", "/recordTarget/patientRole/id", .notAnINS),
        Bend("1.2.250.1.213.1.4.10", "1.2.250.1.213.1.4.2", "/recordTarget/patientRole/id", .notAnINS),
        Bend(
            #"qualifier="BR">MOREAU"#,
            ">MOREAU",
            "/recordTarget/patientRole/patient/name/family[@qualifier='BR']",
            .missing
        ),
        Bend(#"<birthTime value="19520412"/>"#, "", "/recordTarget/patientRole/patient/birthTime", .missing),
        Bend("19520412", "19520432", "/recordTarget/patientRole/patient/birthTime/@value", .malformed),
        Bend(
            #"code="F""#,
            #"code="X""#,
            "/recordTarget/patientRole/patient/administrativeGenderCode/@code",
            .malformed
        ),
        Bend("<functionCode", "</author><author><functionCode", "/author[1]/time", .missing),
        Bend(#"<id root="1.2.250.1.71.4.2.1" extension="899900063480"/>"#, "", "/author/assignedAuthor/id", .missing),
        Bend(
            "<assignedPerson><name><family>VASSEUR</family><given>Claire</given></name></assignedPerson>",
            "",
            "/author/assignedAuthor/assignedPerson",
            .missing
        ),
        Bend(
            #"<id root="1.2.250.1.71.4.2.2" extension="10B0990018"/>"#,
            #"<id root="a"/>"#,
            "/author/assignedAuthor/representedOrganization/id/@root",
            .malformed
        ),
        Bend(
            "<custodian>",
            "<custodian nullFlavor=\"NASK\">",
            "/custodian",
            .nullFlavorForbidden
        ),
        Bend(#"<signatureCode code="S"/>"#, "", "/legalAuthenticator/signatureCode", .missing),
        Bend(
            #"<signatureCode code="S"/>"#,
            #"<signatureCode code="I"/>"#,
            "/legalAuthenticator/signatureCode/@code",
            .mustBe("S")
        ),
        Bend(low, "", "/documentationOf/serviceEvent/effectiveTime/low", .missing),
        Bend(
            low,
            #"<low value="20260313090000+0100"/>"#,
            "/documentationOf/serviceEvent/effectiveTime",
            .endBeforeStart
        ),
        Bend(low, low + low, "/documentationOf/serviceEvent/effectiveTime/low", .repeated),
        Bend(Fixture.practice, "", entity + "/standardIndustryClassCode", .missing),
        Bend(#"typeCode="RPLC""#, #"typeCode="APND""#, "/relatedDocument/@typeCode", .mustBe("RPLC")),
        Bend(#"<id root="2.25.999"/>"#, "", "/relatedDocument/parentDocument/id", .missing),
        Bend(#"<code code="SA25" codeSystem="1.2.250.1.71.4.2.4"/>"#, "", facility, .missing),
        Bend(
            "<structuredBody>",
            #"<nonXMLBody><text mediaType="text/plain" representation="B64">YQ==</text></nonXMLBody><structuredBody>"#,
            "/component/structuredBody",
            .repeated
        ),
        Bend(Fixture.body, "", "/component", .missing),
        Bend(Fixture.body, "<component/>", "/component/structuredBody", .missing),
        Bend(
            Fixture.body,
            "<component><nonXMLBody><text mediaType=\"text/plain\">a</text></nonXMLBody></component>",
            "/component/nonXMLBody/text/@representation",
            .mustBe("B64")
        ),
        Bend(
            Fixture.body,
            "<component><nonXMLBody><text representation=\"B64\">YQ==</text></nonXMLBody></component>",
            "/component/nonXMLBody/text/@mediaType",
            .missing
        ),
    ]

    @Test(arguments: bends)
    func refusesAndSaysWhere(bend: Bend) throws {
        let document = try Fixture.document(replacing: bend.from, by: bend.to)
        #expect(throws: CDAError(bend.path, bend.rule)) { try CDAHeader(document) }
    }

    @Test(arguments: [
        "<ClinicalDocument/>", #"<ClinicalDocument xmlns="urn:other"/>"#, #"<Document xmlns="urn:hl7-org:v3"/>"#,
    ])
    func refusesAnotherRoot(text: String) throws {
        let document = try SafeXML.XMLDocument(parsing: Array(text.utf8), limits: .clinicalDocument)
        #expect(throws: CDAError(document.root.path, .wrongRoot)) { try CDAHeader(document) }
    }

    @Test func anErrorHoldsNothingOfTheDocument() throws {
        let document = try Fixture.document(replacing: Fixture.matricule, by: "252046938304299")
        let error = #expect(throws: CDAError.self) { try CDAHeader(document) }
        #expect(!String(describing: error).contains("252046938304299"))
    }
}
