package import ClinicalDocuments
package import Wording

/// What stands inside the frame of a document: its own page, which can do nothing but be read.
package struct ContentPage: Sendable {
    /// What there is to read.
    package enum Body: Sendable {
        /// A clinical document's header and sections.
        case narrative(CDARendering)
        /// Plain text.
        case text(title: String, String)
        /// A picture, as base64.
        case picture(title: String, mediaType: String, base64: String)
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
            case .text(let title, _), .picture(let title, _, _), .nothing(let title, _): title
            }
        return title.isEmpty ? DocumentsPageText.noTitle(language) : title
    }

    private var inside: [Node] {
        switch body {
        case .narrative(let rendering): narrative(rendering)
        case .text(_, let text): [tag("pre") { text }]
        case .picture(_, let mediaType, let base64):
            [
                Node.void(
                    "img",
                    [
                        Attribute("src", "data:\(mediaType);base64,\(base64)"),
                        Attribute("alt", DocumentPageText.image(language)),
                    ]
                )
            ]
        case .nothing(_, let reason): [paragraph(reason(language))]
        }
    }

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
