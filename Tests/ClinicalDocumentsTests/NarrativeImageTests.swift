import SafeXML
import Testing

@testable import ClinicalDocuments

/// Images come from inside the document, as what they are, within limits.
@Suite struct NarrativeImageTests {
    static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 4, 0, 0, 0, 4]

    private func render(
        _ bytes: [UInt8],
        media: String = "image/png",
        representation: String = "B64",
        text: String = use,
        limits: NarrativeLimits = NarrativeLimits()
    ) throws -> RenderedSection {
        let entry = """
            <entry><observationMedia ID="i1"><value mediaType="\(media)" representation="\(representation)">\
            \(Base64.encode(bytes))</value></observationMedia></entry>
            """
        let document = try Fixture.document(Fixture.section(text, entries: entry))
        return try #require(NarrativeHTML.sections(of: document, limits: limits).first)
    }

    static let use = "<renderMultiMedia referencedObject=\"i1\"><caption>Cliché &lt;1&gt;</caption></renderMultiMedia>"

    @Test func showsAnImageWithItsCaption() throws {
        let data = Base64.encode(Self.png)
        let figure = """
            <figure><img src="data:image/png;base64,\(data)" alt="Image jointe au document">\
            <figcaption>Cliché &lt;1&gt;</figcaption></figure>
            """
        let rendered = try render(Self.png)
        #expect(rendered.html.contains(figure))
        #expect(rendered.droppedElements == 0)
    }

    @Test func showsAnImageAmongWords() throws {
        let html = try render(Self.png, text: "<paragraph>\(Self.use)</paragraph>").html
        #expect(html.contains("alt=\"Cliché &lt;1&gt;\"></p>"))
    }

    @Test(arguments: [
        (png, "image/jpeg", "B64"), (png, "image/svg+xml", "B64"), (png, "image/png", "TXT"),
        (Array("<svg/>".utf8), "image/png", "B64"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png", "B64"),
        (Array(png.prefix(16)) + [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], "image/png", "B64"),
        ([], "image/png", "B64"),
    ])
    func leavesOutWhatIsNoImage(bytes: [UInt8], media: String, representation: String) throws {
        let rendered = try render(bytes, media: media, representation: representation)
        #expect(!rendered.html.contains("<img"))
        #expect(rendered.droppedElements == 1)
    }

    @Test(arguments: [(-1, false), (0, true), (1, true)])
    func holdsTheLimitOfOneImage(difference: Int, isShown: Bool) throws {
        let rendered = try render(Self.png, limits: NarrativeLimits(imageBytes: Self.png.count + difference))
        #expect(rendered.html.contains("<img") == isShown)
    }

    @Test(arguments: [(-1, 1), (0, 2), (1, 2)])
    func holdsTheLimitOfAllImages(difference: Int, shown: Int) throws {
        let limits = NarrativeLimits(totalImageBytes: Self.png.count * 2 + difference)
        let rendered = try render(Self.png, text: String(repeating: Self.use, count: 3), limits: limits)
        #expect(rendered.html.components(of: "<img") == shown)
        #expect(rendered.droppedElements == 3 - shown)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func holdsTheLimitOfPixels(beyond: Int, isShown: Bool) throws {
        let width = UInt32(ImageSize.limit + beyond)
        let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: width >> UInt32($0)) }
        let rendered = try render(Array(Self.png.prefix(16)) + bytes + [0, 0, 0, 1])
        #expect(rendered.html.contains("<img") == isShown)
        #expect(rendered.droppedElements == (isShown ? 0 : 1))
    }
}

extension String {
    /// How often a text stands in this one.
    func components(of text: String) -> Int {
        var count = 0
        var rest = self
        while let range = rest.range(ofText: text) {
            count += 1
            rest = String(rest[range.upperBound...])
        }
        return count
    }
}
