package import ClinicalDocuments
package import PDFPages
package import Wording

/// What stands inside the frame of a document: its own page, which can do nothing but be read.
package struct ContentPage: Sendable {
    /// What there is to read.
    package enum Body: Sendable {
        /// A clinical document's header and sections.
        case narrative(CDARendering)
        /// Plain text.
        case text(title: String, String)
        /// A picture.
        case picture(title: String, mediaType: String, [UInt8])
        /// A PDF, as pictures of its pages and what is written on them.
        case drawn(title: String, DrawnPDF)
        /// Nothing that can be shown, and why.
        case nothing(title: String, DocumentPageText)
    }

    package let body: Body
    package let language: Language
    package let sheet: StyleSheet
    /// The value under which the page's own style is let in.
    package let nonce: String

    package init(body: Body, language: Language, sheet: StyleSheet, nonce: String) {
        self.body = body
        self.language = language
        self.sheet = sheet
        self.nonce = nonce
    }

    /// The whole page.
    package var html: String {
        Node.document(
            language: "fr",
            nodes {
                tag("head") {
                    Node.void("meta", [Attribute("charset", "utf-8")])
                    tag("title") { title }
                    Node.void("meta", [.name("viewport"), Attribute("content", "width=device-width, initial-scale=1")])
                    Node.void("meta", [.name("color-scheme"), Attribute("content", "light dark")])
                    Node.style(sheet, nonce: nonce)
                }
                tag("body") {
                    tag("main") {
                        tag("h1") { foreign(title) }
                        inside
                    }
                }
            }
        )
    }

    private var title: String {
        let title =
            switch body {
            case .narrative(let rendering): rendering.title
            case .text(let title, _), .picture(let title, _, _), .drawn(let title, _), .nothing(let title, _): title
            }
        return title.isEmpty ? DocumentsPageText.noTitle(language) : title
    }

    private var inside: [Node] {
        switch body {
        case .narrative(let rendering): narrative(rendering)
        case .text(_, let text): [tag("pre") { text }]
        case .picture(_, let mediaType, let bytes):
            [
                Node.void(
                    "img",
                    [.source(mediaType: mediaType, bytes), Attribute("alt", DocumentPageText.image(language))]
                )
            ]
        case .drawn(_, let file): drawn(file)
        case .nothing(_, let reason): [paragraph(reason(language))]
        }
    }

    private func drawn(_ file: DrawnPDF) -> [Node] {
        nodes {
            partly(file)
            words(of: file)
            for (place, page) in file.pages.enumerated() { sheet(page, number: place + 1, of: file.count) }
            partly(file)
            note(DocumentPageText.drawnHint(language))
        }
    }

    private func partly(_ file: DrawnPDF) -> Node? {
        guard file.pages.count < file.count else { return nil }
        return note(DocumentPageText.partlyShown(file.pages.count, of: file.count)[language])
    }

    private func note(_ words: String) -> Node { tag("p", .class("left-out"), ours) { words } }

    /// What is written on the pages, for whoever hears it, copies it or wants it large: unfolded once for all of them.
    private func words(of file: DrawnPDF) -> Node? {
        guard !file.pages.allSatisfy(\.isSilent) else { return nil }
        return tag("details") {
            tag("summary", ours) { DocumentPageText.textOfPages(language) }
            for (place, page) in file.pages.enumerated() where !page.isSilent {
                tag("h2", ours) { DocumentPageText.page(place + 1, of: file.count)[language] }
                tag("pre") { page.text }
            }
        }
    }

    private func sheet(_ page: DrawnPage, number: Int, of count: Int) -> Node {
        let name =
            page.isSilent
            ? DocumentPageText.silentPage(number, of: count) : DocumentPageText.page(number, of: count)
        return tag("figure", .class("sheet")) {
            Node.void(
                "img",
                [
                    .source(mediaType: page.format.mediaType, page.picture),
                    Attribute("width", "\(page.width)"),
                    Attribute("height", "\(page.height)"),
                    Attribute("alt", name[language]),
                ] + (ours.map { [$0] } ?? [])
            )
        }
    }

    /// Marks the page's own words among those of the document, which are French.
    private var ours: Attribute? { language == .french ? nil : Attribute("lang", language.rawValue) }

    private func narrative(_ rendering: CDARendering) -> [Node] {
        nodes {
            if !rendering.summary.isEmpty {
                tag("dl") {
                    for field in rendering.summary {
                        tag("div") {
                            tag("dt") { field.label }
                            tag("dd") { foreign(field.value) }
                        }
                    }
                }
            }
            for section in rendering.sections { Node.narrative(section) }
            if rendering.droppedElements > 0 { paragraph(DocumentPageText.leftOut(language), class: "left-out") }
        }
    }
}

extension DrawnPage {
    /// Whether there are no words to hear beside its picture.
    fileprivate var isSilent: Bool { text.allSatisfy(\.isWhitespace) }
}
