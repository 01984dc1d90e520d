import PageKit
import Wording

/// Page 5, by letter: another telephone or address for codes, for whoever has lost all of his.
struct LostWayPage: Page {
    var entered = LetterEntry()
    var faults: [FieldFault] = []

    var step: Phrase? { ShellText.step(1, of: 2) }
    var trail: [Crumb] { [Crumb(label: RecoveryText.title.phrase, path: Paths.recovery)] }

    func heading(_ language: Language) -> String { LostWayText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(LostWayText.lead), class: "lead")
            Forms.post(Paths.lostWay, frame) {
                entered.fields(
                    secret: .signInSecret,
                    reach: LostWayText.reach,
                    hint: LostWayText.reachHint,
                    frame,
                    faults
                )
                paragraph(frame(NewSecretText.told), class: "hint")
                tag("div", .class("buttons")) {
                    Forms.submit(frame(ActionText.next))
                    link(frame(ActionText.cancel), to: Paths.recovery, class: "button quiet")
                }
            }
            tag("p") { link(frame(NewSecretText.noLetter), to: Paths.letterOrder) }
            tag("p") { link(frame(LostWayText.noSecret), to: Paths.newSecret) }
        }
    }
}

/// After it.
struct LostWayDonePage: Page {
    var trail: [Crumb] { [Crumb(label: RecoveryText.title.phrase, path: Paths.recovery)] }

    func heading(_ language: Language) -> String { LostWayText.doneTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(LostWayText.done), class: "lead")
            paragraph(frame(NewSecretText.told))
            tag("p") { link(frame(ActionText.signIn), to: Paths.signIn, class: "button") }
        }
    }
}
