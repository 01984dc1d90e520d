import HealthRecord
import PageKit
import Wording

/// Asks that a document be put right, and says who will read the words.
struct RectificationPage: Page {
    let id: UniqueID
    let title: String
    /// The author who is asked; nil where the service is.
    let author: String?
    var words = ""
    var faults: [FieldFault] = []

    var place: Place? { .documents }
    var trail: [Crumb] {
        [
            Crumb(label: ShellText.documents.phrase, path: Paths.documents),
            Crumb(
                label: title.isEmpty ? DocumentsPageText.noTitle.phrase : Phrase(verbatim: title),
                path: Paths.document(id)
            ),
        ]
    }

    func heading(_ language: Language) -> String { RectificationText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("lead")) { title.isEmpty ? .text(frame(DocumentsPageText.noTitle)) : french(title, frame) }
            paragraph(frame(RectificationText.lead))
            paragraph(frame(author.map(RectificationText.toAuthor) ?? RectificationText.toOperator.phrase))
            Forms.post(Paths.rectification(id), frame) {
                Forms.area(
                    FormNames.words,
                    frame(RectificationText.words),
                    words,
                    hint: frame(RectificationText.wordsHint),
                    rows: 6,
                    maximum: Rectification.mostText,
                    isRequired: true,
                    faults: faults,
                    frame
                )
                paragraph(frame(RectificationText.meanwhile))
                tag("div", .class("buttons")) {
                    Forms.submit(frame(RectificationText.send))
                    link(frame(RectificationText.cancel), to: Paths.document(id), class: "button quiet")
                }
            }
        }
    }
}

/// What was asked about a document, and what became of it.
struct RectificationLine: Sendable {
    /// When it was asked, and where it stands.
    let line: Phrase
    /// Why it was refused, in the author's words.
    var reason: String?

    init(_ request: HolderRequest) {
        let state: RectificationText =
            switch request.standing {
            case .pending: request.rectification?.author == nil ? .pendingOperator : .pendingAuthor
            case .done: .done
            case .cancelled: .cancelled
            case .refused: .refused
            }
        line = RectificationText.standing(state, askedOn: DateText.date(request.at))
        reason = request.answer
    }

    func node(_ frame: Frame) -> Node {
        tag("li") {
            paragraph(frame(line))
            if let reason {
                tag("p") {
                    tag("strong") { frame(RectificationText.reason) }
                    " "
                    foreign(reason)
                }
            }
        }
    }
}
