import FuzzSeeds
import SafeXML
import Testing

@testable import ClinicalDocuments

/// Bent documents are refused or read, and never bring the process down.
@Suite struct FuzzTests {
    private static let rich = Fixture.section(
        """
        <table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><list><item>c</item></list>\
        <linkHtml href="https://a.example">d</linkHtml><renderMultiMedia referencedObject="i"/>
        """,
        entries: """
            <entry><observationMedia ID="i"><value mediaType="image/png" representation="B64">\
            \(Base64.encode(NarrativeImageTests.png))</value></observationMedia></entry><entry><observation>\
            <code code="a" codeSystem="1.2"/><value xsi:type="PQ" value="1.5" unit="g/L"/></observation></entry>
            """
    )
    private static let file = Fixture.file(Array("%PDF-1.4 bonjour".utf8), "application/pdf")
    private static let words = [
        "nullFlavor=\"UNK\"", "<section>", "</section>", "&#0;", "]]>", "<![CDATA[", "99999999999999999999", "-1", "\"",
        "xsi:type=\"PQ\"", "2.25.", "é", "\u{0}", "<br/>", "value=\"\"",
    ].map { Array($0.utf8) }

    @Test(arguments: 0..<300)
    func mutationsNeverCrash(seed: Int) throws {
        let sets = try Self.sets.get()
        var random = SplitMix64(state: FuzzSeed.of(UInt64(seed)))
        var bytes = Fixture.bytes(seed.isMultiple(of: 3) ? Self.file : Self.rich)
        for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes, &random) }
        _ = DocumentKind(of: bytes)
        guard let document = try? SafeXML.XMLDocument(parsing: bytes, limits: .clinicalDocument) else { return }
        for section in NarrativeHTML.sections(of: document) {
            #expect(!section.html.contains("<script") && !section.html.contains("onclick"))
        }
        guard let header = try? CDAHeader(document) else { return }
        _ = try? DerivedMetadata(header, valueSets: sets)
        _ = try? CDARendering(document, header: header, valueSets: sets)
        _ = LabSeries.series(across: StructuredResults(document, header: header).results)
    }

    private static let sets = Result { try ValueSets.bundled() }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
        guard !bytes.isEmpty else { return }
        let at = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, at + Int.random(in: 1...40, using: &random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[at] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes.removeSubrange(at..<end)
        case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
        case 3: bytes.insert(contentsOf: Self.words.randomElement(using: &random) ?? [], at: at)
        default:
            // Between tags, so that the result often stays well formed.
            guard let digit = bytes[at...].firstIndex(where: { (0x30...0x39).contains($0) }) else { return }
            bytes[digit] = UInt8.random(in: 0x30...0x39, using: &random)
        }
    }

    @Test(arguments: 0..<200)
    func kindsAreKnownOfAnyBytes(seed: Int) {
        var random = SplitMix64(state: FuzzSeed.of(UInt64(seed)))
        let starts = ["<", "<!", "<?xml", "<!--", "<!DOCTYPE", "\u{FEFF}<", "%PDF-", "{\\rtf", "<a:", ""]
        var bytes = Array((starts.randomElement(using: &random) ?? "").utf8)
        for _ in 0..<Int.random(in: 0...80, using: &random) {
            bytes.append(UInt8.random(in: .min ... .max, using: &random))
        }
        let kind = DocumentKind(of: bytes)
        #expect(DocumentKind.allCases.contains(kind))
        for kind in [DocumentKind.png, .jpeg, .gif] { _ = ImageSize.pixels(bytes, kind: kind) }
    }
}
