import HealthRecord
import PageKit
import Wording

/// The first page of a copy: it opens without a network and asks nobody for anything.
struct CopyIndex: Sendable {
    let items: [CopyItem]
    let name: String
    let now: Instant
    let hasProofs: Bool
    let phone: String
    let language: Language
    let sheet: StyleSheet

    static let historyFile = "historique.csv"
    static let proofFile = "historique-preuves.json"
    static let dataFile = "documents.json"
    static let listFile = "liste.pdf"

    /// The whole page.
    var html: String {
        Node.document(
            language: language.rawValue,
            nodes {
                tag("head") {
                    Node.void("meta", [Attribute("charset", "utf-8")])
                    tag("title") { say(.copyTitle) }
                    Node.void("meta", [.name("viewport"), Attribute("content", "width=device-width, initial-scale=1")])
                    Node.void("meta", [.name("color-scheme"), Attribute("content", "light dark")])
                    // Whatever a title or a name holds, this page loads nothing from anywhere.
                    Node.void(
                        "meta",
                        [
                            Attribute("http-equiv", "Content-Security-Policy"),
                            Attribute("content", "default-src 'none'; style-src 'unsafe-inline'"),
                        ]
                    )
                    Node.style(sheet, nonce: "")
                }
                tag("body") { tag("main") { content } }
            }
        )
    }

    private func say(_ text: CopyText) -> String { text(language) }

    private var content: [Node] {
        nodes {
            tag("h1") { say(.copyTitle) }
            tag("p") { tag("strong") { foreign(name) } }
            paragraph(CopyText.made(DateText.moment(now), items.count)[language])
            paragraph(say(.copyLead))
            paragraph(say(.copyHow))
            paragraph(say(.copyKeep))
            if items.isEmpty { paragraph(say(.copyEmpty)) } else { table }
            tag("h2") { say(.copyOthers) }
            tag("ul") {
                tag("li") { link(say(.copyList), to: Self.listFile) }
                tag("li") { link(say(.copyHistory), to: Self.historyFile) }
                if hasProofs { tag("li") { link(say(.copyProofs), to: Self.proofFile) } }
                tag("li") { link(say(.copyData), to: Self.dataFile) }
            }
            paragraph(say(.copyNotice))
            tag("p") {
                ShellText.help(language) + "\u{A0}: "
                foreign(phone)
            }
        }
    }

    private var table: Node {
        tag("table") {
            tag("caption") { say(.copyCaption) }
            tag("thead") {
                tag("tr") {
                    for column in [CopyText.copyFile, .copyDate, .copyAuthor, .copyCategory, .copyState] {
                        tag("th", Attribute("scope", "col")) { say(column) }
                    }
                }
            }
            tag("tbody") { for item in items { row(item) } }
        }
    }

    private func row(_ item: CopyItem) -> Node {
        tag("tr") {
            tag("th", Attribute("scope", "row")) {
                link(
                    item.title.isEmpty ? DocumentsPageText.noTitle(language) : item.title,
                    to: item.readable ?? item.original
                )
                if item.readable != nil {
                    " ("
                    link(say(.copyOriginal), to: item.original)
                    ")"
                }
            }
            tag("td") { item.date[language] }
            tag("td") { foreign(item.author) }
            tag("td") { item.category }
            tag("td") { item.states.map { $0.text(language) }.joined(separator: ", ") }
        }
    }
}

extension DocumentState {
    /// The word alone.
    var text: DocumentsPageText {
        switch self {
        case .visible: .visible
        case .masked: .masked
        case .archived: .archived
        case .replaced: .replaced
        }
    }
}
