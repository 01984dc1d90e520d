import HealthRecord
import PageKit
import Wording

/// Page 10: what the author of a document keeps as proof that it was taken in.
struct ReceiptPage: Page {
    let handle: String
    let id: UniqueID
    let document: DocumentLine
    let received: Instant
    let filedBy: String
    let place: String
    let number: String
    let digest: String
    /// Whether he who filed it sees it in the record.
    let isListed: Bool

    var trail: [Crumb] {
        guard isListed else { return [Crumb(label: CareShellText.patients.phrase, path: Paths.patients)] }
        return ChartTrail.crumbs(handle, documents: true) + [
            Crumb(label: Phrase(verbatim: document.title), path: Paths.document(handle, id))
        ]
    }

    func heading(_ language: Language) -> String { CareReceiptText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CareReceiptText.lead), class: "lead")
            if !isListed { paragraph(frame(CareReceiptText.unseen)) }
            tag("div", .class("panel")) {
                tag("dl") {
                    TraitList.pair(CareReceiptText.document, foreign(document.title), frame)
                    TraitList.pair(DocumentPageText.type, foreign(frame(document.type)), frame)
                    TraitList.pair(CareReceiptText.received, Node.text(frame(DateText.moment(received))), frame)
                    TraitList.pair(CareReceiptText.filedBy, foreign(filedBy), frame)
                    TraitList.pair(CareReceiptText.place, foreign(place), frame)
                    TraitList.pair(CareReceiptText.seen, seen(frame), frame)
                    TraitList.pair(CareReceiptText.number, Node.text(number), frame)
                    TraitList.pair(CareReceiptText.digest, Node.text(digest), frame)
                }
            }
            paragraph(frame(CareReceiptText.proof))
            tag("p", .class("no-print")) {
                if isListed {
                    link(frame(CareReceiptText.back), to: Paths.document(handle, id), class: "button")
                } else {
                    link(frame(CareTroubleText.toPatients), to: Paths.patients, class: "button")
                }
            }
        }
    }

    /// From whom it is hidden now, in words.
    private func seen(_ frame: Frame) -> Node {
        let hidden = document.states.filter {
            $0 == .masked || $0 == .hiddenFromPatient || $0 == .hiddenFromRepresentatives
        }
        guard !hidden.isEmpty else { return Node.text(frame(CareReceiptText.everybody)) }
        return tag("span", .class("badges")) { for state in hidden { state.badge(frame) } }
    }
}
