import HealthRecord
import SafeXML
import Testing

@testable import ClinicalDocuments

/// A document made ready to be read.
@Suite struct CDARenderingTests {
    private func render(_ body: String) throws -> CDARendering {
        let document = try Fixture.document(body)
        return try CDARendering(document, header: CDAHeader(document), valueSets: ValueSets.bundled())
    }

    @Test func saysWhatTheDocumentIs() throws {
        let rendering = try render(Fixture.body)
        #expect(rendering.title == "Examens biologiques")
        #expect(rendering.summary.map(\.name) == CDARendering.FieldName.allCases)
        #expect(
            rendering.summary.map(\.value) == [
                "CR d'examens biologiques", "12\u{A0}mars 2026 à 14\u{A0}h\u{A0}30",
                "12\u{A0}mars 2026 à 9\u{A0}h\u{A0}00",
                "Claire VASSEUR, Médecin - Qualifié en Médecine Générale (SM)", "Trois-Rivières", "Claire VASSEUR",
                "Jeanne LAVIGNE", "12\u{A0}avril 1952",
            ]
        )
        #expect(rendering.sections.map(\.title) == ["Résultats"])
        #expect(rendering.embedded == nil)
        #expect(rendering.droppedElements == 0)
    }

    @Test func takesTheFileOut() throws {
        let pdf = Array("%PDF-1.4 bonjour".utf8)
        let rendering = try render(Fixture.file(pdf, "application/pdf"))
        #expect(rendering.embedded?.bytes == pdf)
        #expect(rendering.embedded?.kind == .pdf)
        #expect(rendering.sections.isEmpty)
    }

    @Test(arguments: [
        (Array("<html>".utf8), "text/plain"), (Array("%PDF-1.4".utf8), "text/plain"),
        (Array("a".utf8), "application/pdf"),
    ])
    func refusesAFileThatIsNotWhatItSays(bytes: [UInt8], media: String) {
        let path = "/ClinicalDocument/component/nonXMLBody/text"
        #expect(throws: CDAError(path, .bodyMismatch)) { try render(Fixture.file(bytes, media)) }
    }

    @Test func refusesBrokenBase64() {
        let body =
            "<component><nonXMLBody><text mediaType=\"text/plain\" representation=\"B64\">a</text></nonXMLBody></component>"
        #expect(throws: CDAError("/ClinicalDocument/component/nonXMLBody/text", .malformed)) { try render(body) }
    }

    @Test(
        arguments: [
            ("2026", "2026"), ("202602", "février 2026"), ("20260101", "1er\u{A0}janvier 2026"),
            ("202608020705+0200", "2\u{A0}août 2026 à 7\u{A0}h\u{A0}05"), ("20261301", nil), ("", nil), ("x", nil),
        ] as [(String, String?)]
    )
    func datesAreFrench(local: String, text: String?) {
        #expect(FrenchDate.text(local: local) == text)
    }
}
