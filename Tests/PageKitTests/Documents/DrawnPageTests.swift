import ClinicalDocuments
import PDFPages
import PageChecks
import Testing
import Wording

@testable import PageKit

/// The page inside the frame of a PDF: pictures of its pages and their words, and why there are none.
@Suite struct DrawnPageTests {
    /// Answers every file alike.
    private struct Drawer: PDFDrawing {
        let answer: Result<DrawnPDF, PDFDrawingError>

        func draw(_ file: [UInt8]) async throws(PDFDrawingError) -> DrawnPDF { try answer.get() }
    }

    private static func sheet(_ text: String, _ format: DrawnPage.Format = .png) -> DrawnPage {
        DrawnPage(picture: [1, 2, 3, 4], format: format, width: 827, height: 1169, text: text)
    }

    private static func page(
        _ answer: Result<DrawnPDF, PDFDrawingError>,
        title: String = "Lettre",
        _ language: Language = .french
    ) async throws -> HTMLElement {
        let sheet = try #require(StyleSheet(bundled: "document.css"))
        let content = DocumentContent(title: title, bytes: Array("%PDF-1.4".utf8), valueSets: try .bundled())
        let body = await content.body(drawing: Drawer(answer: answer))
        return try HTMLParser.parse(ContentPage(body: body, language: language, sheet: sheet, nonce: "abc").html)
    }

    @Test func eachPageIsAPictureAndItsWordsAreAbove() async throws {
        let hostile = "</pre><script>alert(1)</script> & \u{202E}fin"
        let file = DrawnPDF(pages: [Self.sheet("Bonjour"), Self.sheet(hostile), Self.sheet(" \n", .jpeg)], count: 3)
        let page = try await Self.page(.success(file))
        #expect(page.all("h1").map(\.text) == ["Lettre"])
        let pictures = page.all("figure").flatMap { $0.all("img") }
        #expect(
            pictures.map { $0.attributes["src"] } == [
                "data:image/png;base64,AQIDBA==", "data:image/png;base64,AQIDBA==", "data:image/jpeg;base64,AQIDBA==",
            ]
        )
        #expect(
            pictures.map { $0.attributes["alt"] } == ["Page 1 sur 3", "Page 2 sur 3", "Page 3 sur 3, image sans texte"]
        )
        #expect(pictures.allSatisfy { $0.attributes["width"] == "827" && $0.attributes["height"] == "1169" })
        // A page without words has none to unfold.
        #expect(page.all("summary").map(\.text) == ["Texte des pages"])
        #expect(page.all("h2").map(\.text) == ["Page 1 sur 3", "Page 2 sur 3"])
        #expect(page.all("pre").count == 2 && page.all("script").isEmpty)
        let words = try #require(page.all("pre").last).text
        #expect(words.contains("alert(1)") && !words.unicodeScalars.contains("\u{202E}"))
        // Every page is there: nothing is said of others, and at the end where to look if something is not.
        #expect(page.all("p").count == 1 && page.all("p").first?.text.contains("semble manquer") == true)
    }

    @Test func whereAPageIsMissingBothEndsSaySo() async throws {
        let page = try await Self.page(.success(DrawnPDF(pages: [Self.sheet("Un"), Self.sheet("Deux")], count: 40)))
        let said = page.all("p").map(\.text)
        #expect(said.count == 3 && said[0] == said[1])
        let sentence = try #require(said.first)
        #expect(sentence.contains("2 sur 40") && sentence.contains("téléchargez le fichier entier"))
        #expect(page.all("img").last?.attributes["alt"] == "Page 2 sur 40")
        let parts = try #require(page.all("main").first).children.compactMap { child in
            if case .element(let element) = child { element.name } else { nil }
        }
        #expect(parts == ["h1", "p", "details", "figure", "figure", "p", "p"])
    }

    /// The page's own words are marked as English; those of the document stay what they are.
    @Test func theWordsOfThePageAreInItsReadersLanguage() async throws {
        let page = try await Self.page(.success(DrawnPDF(pages: [Self.sheet("Un")], count: 2)), .english)
        #expect(page.all("img").map { $0.attributes["alt"] } == ["Page 1 of 2"])
        #expect(page.all("p", "img", "summary", "h2").allSatisfy { $0.attributes["lang"] == "en" })
        #expect(page.all("pre").allSatisfy { $0.attributes["lang"] == nil })
    }

    /// Where nothing but pictures is there, nothing is there to unfold.
    @Test func whatAScannerMadeHasNoWords() async throws {
        let page = try await Self.page(.success(DrawnPDF(pages: [Self.sheet(" \n", .jpeg)], count: 1)))
        #expect(page.all("details").isEmpty && page.all("figure").count == 1)
    }

    /// Each reason has words of its own, and none keeps the file from anybody.
    @Test func whatIsNotDrawnSaysWhy() async throws {
        var said: Set<String> = []
        for error in PDFDrawingError.allCases {
            let page = try await Self.page(.failure(error))
            #expect(page.all("h1").map(\.text) == ["Lettre"] && page.all("img").isEmpty)
            let reason = page.all("p").map(\.text).joined()
            #expect(reason.contains("télécharge") && reason.contains("fichier PDF"), "\(error)")
            said.insert(reason)
        }
        #expect(said.count == PDFDrawingError.allCases.count)
        // A file without a page is as good as a damaged one.
        let empty = try await Self.page(.success(DrawnPDF(pages: [], count: 0)))
        #expect(empty.all("p").first?.text.contains("abîmé") == true)
    }

    /// On paper each page has its sheet, without what was to be unfolded.
    @Test func thePaperStaysWhite() throws {
        let text = try #require(StyleSheet(bundled: "document.css")).text
        for rule in [
            ".sheet img{display:block;background:#fff;", ".sheet+.sheet{break-before:page}",
            "details,.sheet~p{display:none}",
        ] {
            #expect(text.contains(rule), "\(rule)")
        }
    }
}
