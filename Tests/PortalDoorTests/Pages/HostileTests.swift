import Custody
import HealthRecord
import PageChecks
import PageKit
import Testing
import Wording

@testable import PortalDoor

/// What somebody else wrote stays text, wherever it is shown.
@Suite struct HostileTests {
    static let texts = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'--></title><h1>", "&lt;b&gt; &amp; &#x3c;",
        "\u{202E}gnirts desrever\u{202C}", "مرحبا \u{2067}x\u{2069}", String(repeating: "Très long ", count: 300),
        "\u{0}\u{8}\u{1B}[31m", "",
    ]

    @Test(arguments: texts) func titlesAndNamesStayText(text: String) throws {
        let line = DocumentLine(
            id: PageSamples.ids[0],
            title: text,
            date: Phrase(verbatim: text),
            author: text,
            category: Phrase(verbatim: text),
            states: [.visible]
        )
        let access = AccessLine(
            sentence: Phrase(verbatim: text),
            remark: Phrase(verbatim: text),
            isEmergency: true,
            wasRefused: true,
            document: nil,
            professional: (Handle(text: "abc"), text)
        )
        let name = PersonName(family: text, given: text)
        let pages: [any Page] = [
            RecordPage(
                name: name,
                previousVisit: nil,
                newDocuments: [line],
                emergencies: [access],
                lastAccesses: [access],
                steps: []
            ),
            DocumentPage(
                id: line.id,
                title: text,
                states: [.masked],
                shown: .frame,
                facts: [.init(label: .comment, value: text)],
                versions: [],
                readers: [access],
                whoMayRead: DocumentReadersView(
                    people: [.init(name: text, role: Phrase(verbatim: text), mayRead: true, reason: .whyLeave)],
                    professions: [.init(role: Phrase(verbatim: text), mayRead: false, reason: .whyProfession)]
                ),
                canMask: true,
                canUnmask: false
            ),
            DocumentsPage(
                lines: [line],
                total: 1,
                firstRank: 1,
                page: 1,
                pages: 1,
                choice: DocumentChoice(category: text, author: text, from: text, to: text),
                categories: [(text, text)],
                authors: [(text, text)]
            ),
            MaskPage(id: line.id, title: text, change: .mask, reach: PageSamples.reach(.staysByChoice)),
            ProfessionalChoicePage(
                handle: Handle(text: "abc"),
                name: text,
                choice: .block,
                sentences: PageSamples.sentences
            ),
            OpeningPage(entered: .init(ins: text, code: text, birthDate: text, phone: text, email: text)),
            CodePage(channel: .email, maskedDestination: text, expires: PageSamples.now, alternatives: []),
            ResultsPage(
                series: [
                    ResultSeries(
                        label: text,
                        unit: text,
                        low: -.infinity,
                        high: .nan,
                        rangeText: text,
                        points: [
                            .init(
                                time: PageSamples.now,
                                date: Phrase(verbatim: text),
                                value: .infinity,
                                text: text,
                                range: text,
                                reading: .other,
                                document: nil
                            ),
                            .init(
                                time: PageSamples.now,
                                date: Phrase(verbatim: text),
                                value: 1e300,
                                text: text,
                                range: text,
                                reading: .other,
                                document: nil
                            ),
                        ]
                    )
                ],
                isPartial: false
            ),
        ]
        var frame = PageSamples.frame(.french, signedIn: true)
        frame.visitor?.label = ShellText.recordOf(name.spoken)
        for page in pages {
            let html = page.render(in: frame)
            let tree = try HTMLParser.parse(html)
            #expect(tree.all("script").isEmpty)
            #expect(tree.all("h1").count == 1)
            #expect(tree.all("img").allSatisfy { $0.attributes["src"] == "/assets/logo.svg" })
            #expect(!html.unicodeScalars.contains { ("\u{202A}"..."\u{202E}").contains($0) || $0.value < 9 })
            #expect(
                PageChecker.faults(in: html).allSatisfy {
                    $0.hasPrefix("typography") || $0.hasPrefix("name of") || $0.hasPrefix("empty")
                }
            )
        }
    }

    @Test func aFrameOfADocumentHoldsNoProgram() throws {
        let sheet = try #require(StyleSheet(bundled: "document.css"))
        for text in Self.texts {
            let page = ContentPage(body: .text(title: text, text), language: .french, sheet: sheet, nonce: "abc")
            let tree = try HTMLParser.parse(page.html)
            #expect(tree.all("script", "img").isEmpty)
            #expect(tree.all("pre").count == 1)
        }
    }
}
