import PageKit
import Wording

/// Page 5, first road: a letter that was lost is sent again, to the address that is kept.
struct LetterOrderPage: Page {
    var ins = ""
    var birthDate = ""
    var faults: [FieldFault] = []

    var trail: [Crumb] { [Crumb(label: RecoveryText.title.phrase, path: Paths.recovery)] }

    func heading(_ language: Language) -> String { LetterOrderText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(LetterOrderText.lead), class: "lead")
            Forms.post(Paths.letterOrder, frame) {
                IdentityFields.ins(ins).node(frame, faults)
                IdentityFields.birthDate(birthDate).node(frame, faults)
                paragraph(frame(LetterOrderText.address), class: "hint")
                paragraph(frame(LetterOrderText.earlier), class: "hint")
                tag("div", .class("buttons")) {
                    Forms.submit(frame(LetterOrderText.send))
                    link(frame(ActionText.cancel), to: Paths.recovery, class: "button quiet")
                }
            }
        }
    }
}

/// After it: the same for everybody.
struct LetterOrderedPage: Page {
    let phone: String

    var trail: [Crumb] { [Crumb(label: RecoveryText.title.phrase, path: Paths.recovery)] }

    func heading(_ language: Language) -> String { LetterOrderText.doneTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(LetterOrderText.done), class: "lead")
            paragraph(frame(LetterOrderText.neutral))
            paragraph(frame(LetterOrderText.nothing))
            tag("p", .class("big")) { foreign(phone) }
            tag("p") { link(frame(ClosingText.back), to: Paths.home) }
        }
    }
}
