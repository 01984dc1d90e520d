import HealthRecord
import PageKit
import Wording

/// Asks before a document is masked or shown again, and says who will still see it.
struct MaskPage: Page {
    enum Change: Sendable { case mask, unmask }

    let id: UniqueID
    let title: String
    let change: Change
    /// Whether masked documents are open in emergencies.
    let opensInEmergency: Bool

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

    func heading(_ language: Language) -> String {
        change == .mask ? DocumentPageText.mask(language) : DocumentPageText.unmask(language)
    }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("lead")) { title.isEmpty ? .text(frame(DocumentsPageText.noTitle)) : foreign(title) }
            switch change {
            case .mask:
                paragraph(frame(DocumentPageText.maskLead))
                tag("h2") { frame(DocumentPageText.maskStill) }
                tag("ul") {
                    for text in [DocumentPageText.maskYou, .maskAuthor, .maskPhysician] { tag("li") { frame(text) } }
                    if opensInEmergency { tag("li") { frame(DocumentPageText.maskEmergency) } }
                }
                if !opensInEmergency { paragraph(frame(DocumentPageText.maskEmergencyNot)) }
                paragraph(frame(DocumentPageText.maskUndo))
            case .unmask: paragraph(frame(DocumentPageText.unmaskLead))
            }
            Forms.post(change == .mask ? Paths.mask(id) : Paths.unmask(id), frame) {
                tag("div", .class("buttons")) {
                    Forms.submit(
                        frame(change == .mask ? DocumentPageText.maskConfirm : DocumentPageText.unmaskConfirm)
                    )
                    link(frame(DocumentPageText.cancel), to: Paths.document(id), class: "button quiet")
                }
            }
        }
    }
}
