import HealthRecord
import PageKit
import Wording

/// Asks before a document is masked or shown again, and says who will still see it.
struct MaskPage: Page {
    enum Change: Sendable { case mask, unmask }

    let id: UniqueID
    let title: String
    let change: Change
    /// Who still sees it.
    let reach: MaskReach
    /// The holder's treating physicians, by name.
    var physicians: [String] = []
    var effect: PolicyEffect?

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
            tag("p", .class("lead")) { title.isEmpty ? .text(frame(DocumentsPageText.noTitle)) : french(title, frame) }
            switch change {
            case .mask:
                paragraph(frame(DocumentPageText.maskLead))
                tag("h2") { frame(DocumentPageText.maskStill) }
                tag("ul") {
                    for text in [DocumentPageText.maskYou, .maskAuthor] { tag("li") { frame(text) } }
                    for role in reach.roles { tag("li") { words(role, frame) } }
                    if reach.emergency == .opens { tag("li") { frame(DocumentPageText.maskEmergency) } }
                }
                switch reach.emergency {
                case .opens: nil
                case .staysByChoice: paragraph(frame(DocumentPageText.maskEmergencyNot))
                case .staysByRule: paragraph(frame(DocumentPageText.maskEmergencyNever))
                }
                paragraph(frame(DocumentPageText.maskUndo))
            case .unmask: paragraph(frame(DocumentPageText.unmaskLead))
            }
            if let effect { EffectView.node(effect, frame) }
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

    /// Somebody who sees it by his role, by name where it is known.
    private func words(_ role: DocumentPageText, _ frame: Frame) -> String {
        guard role == .maskPhysician, !physicians.isEmpty else { return frame(role) }
        return frame(DocumentPageText.treating(physicians), forAnother: ForAnother.treating(physicians))
    }
}
