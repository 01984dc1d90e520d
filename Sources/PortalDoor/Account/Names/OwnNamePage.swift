import Custody
import PageKit
import Wording

/// Page 27: chooses a name to sign in by, or goes back to the matricule alone.
struct OwnNamePage: Page {
    /// What was entered, or the name in use.
    var entered = ""
    /// Whether a name is in use.
    var hasName = false
    var faults: [FieldFault] = []

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: AccountText.title.phrase, path: Paths.account)] }

    func heading(_ language: Language) -> String {
        hasName ? OwnNameText.change(language) : OwnNameText.title(language)
    }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(OwnNameText.lead), class: "lead")
            paragraph(frame(OwnNameText.serves))
            Forms.post(Paths.ownName, frame) {
                Field(
                    name: FormNames.ownName,
                    label: OwnNameText.label.phrase,
                    hint: OwnNameText.hint.phrase,
                    autocomplete: "username",
                    value: entered,
                    width: "medium",
                    maximum: SignInName.maximumLength
                ).node(frame, faults)
                paragraph(frame(AccountText.toldOfKeys), class: "hint")
                tag("div", .class("buttons")) {
                    Forms.submit(frame(OwnNameText.confirm))
                    link(frame(AccountText.cancel), to: Paths.account, class: "button quiet")
                }
            }
            if hasName {
                tag("section", .labelled(by: "retirer")) {
                    tag("h2", .id("retirer")) { frame(OwnNameText.dropTitle) }
                    paragraph(frame(OwnNameText.dropMeaning))
                    Forms.post(Paths.ownNameRemoval, frame) {
                        Forms.submit(frame(OwnNameText.drop), class: "button quiet")
                    }
                }
            }
        }
    }
}

extension AccountPage {
    /// The name in use, and the way to another.
    @HTMLBuilder func ownName(_ frame: Frame) -> [Node] {
        if let name = means.name {
            tag("p") {
                frame(OwnNameText.present) + " "
                foreign(name.text)
            }
        } else {
            paragraph(frame(OwnNameText.none))
        }
        tag("p") {
            link(frame(means.name == nil ? OwnNameText.choose : .change), to: Paths.ownName, class: "button")
        }
    }
}

extension SignInNameFault {
    var text: OwnNameText {
        switch self {
        case .tooShort: .tooShort
        case .tooLong: .tooLong
        case .characters: .characters
        case .fewLetters: .fewLetters
        case .number: .number
        }
    }
}
