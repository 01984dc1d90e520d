import PageKit
import Wording

/// Page 5, by letter: another secret for whoever has forgotten his.
struct NewSecretPage: Page {
    var ins = ""
    var code = ""
    var birthDate = ""
    var faults: [FieldFault] = []

    var trail: [Crumb] { [Crumb(label: RecoveryText.title.phrase, path: Paths.recovery)] }

    func heading(_ language: Language) -> String { NewSecretText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(NewSecretText.lead), class: "lead")
            Forms.post(Paths.newSecret, frame) {
                IdentityFields.ins(ins).node(frame, faults)
                IdentityFields.letterCode(code).node(frame, faults)
                IdentityFields.birthDate(birthDate).node(frame, faults)
                IdentityFields.newSecret.node(frame, faults)
                IdentityFields.secretAgain.node(frame, faults)
                paragraph(frame(NewSecretText.second), class: "hint")
                paragraph(frame(NewSecretText.told), class: "hint")
                tag("div", .class("buttons")) {
                    Forms.submit(frame(NewSecretText.confirm))
                    link(frame(ActionText.cancel), to: Paths.recovery, class: "button quiet")
                }
            }
            tag("p") { link(frame(NewSecretText.noLetter), to: Paths.letterOrder) }
        }
    }
}

/// After it.
struct NewSecretDonePage: Page {
    var trail: [Crumb] { [Crumb(label: RecoveryText.title.phrase, path: Paths.recovery)] }

    func heading(_ language: Language) -> String { NewSecretText.doneTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(NewSecretText.done), class: "lead")
            paragraph(frame(NewSecretText.told))
            tag("p") { link(frame(ActionText.signIn), to: Paths.signIn, class: "button") }
        }
    }
}
