import HealthRecord
import PageKit
import Wording

/// The first page of a copy: it opens without a network and asks nobody for anything.
struct CopyIndex: Sendable {
    let items: [CopyItem]
    let name: String
    let now: Instant
    let proofs: ProofReach
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
            if items.isEmpty { paragraph(say(.copyEmpty)) } else { list }
            tag("h2") { say(.copyOthers) }
            tag("ul") {
                tag("li") { link(say(.copyList), to: Self.listFile) }
                tag("li") { link(say(.copyHistory), to: Self.historyFile) }
                if proofs.isSomewhere { tag("li") { link(say(.copyProofs), to: Self.proofFile) } }
                tag("li") { link(say(.copyData), to: Self.dataFile) }
            }
            if let words = proofs.words { paragraph(words[language]) }
            paragraph(say(.copyNotice))
            tag("p") {
                ShellText.help(language) + "\u{A0}: "
                foreign(phone)
            }
        }
    }

    /// A list and no table: it is read on a telephone as well, where nobody scrolls sideways.
    private var list: [Node] {
        nodes {
            tag("h2") { say(.copyCaption) }
            tag("ol") { for item in items { tag("li") { row(item) } } }
        }
    }

    private func row(_ item: CopyItem) -> [Node] {
        let title = item.title.isEmpty ? DocumentsPageText.noTitle(language) : item.title
        let facts = [item.date[language], item.author, item.category[language]] + item.states.map { $0.text(language) }
        return nodes {
            tag("p") {
                tag("a", .href(item.readable ?? item.original)) { tag("strong") { foreign(title) } }
                if item.readable != nil {
                    " ("
                    link(say(.copyOriginal), to: item.original)
                    ")"
                }
            }
            tag("p") { foreign(facts.filter { !$0.isEmpty }.joined(separator: " — ")) }
        }
    }
}

extension DocumentState {
    /// The word alone.
    var text: any CatalogueText {
        switch self {
        case .visible: DocumentsPageText.visible
        case .masked: DocumentsPageText.masked
        case .archived: DocumentsPageText.archived
        case .replaced: DocumentsPageText.replaced
        case .closed: DocumentActText.closed
        }
    }
}
