import PageKit
import Wording

/// Page 3, step 1: the second letter, the secret, and the ways to be reached where they have changed.
struct ActivationPage: Page {
    var entered = LetterEntry()
    var faults: [FieldFault] = []

    var step: Phrase? { ShellText.step(1, of: 2) }
    var trail: [Crumb] { [Crumb(label: ShellText.home.phrase, path: Paths.home)] }

    func heading(_ language: Language) -> String { ActivationText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(ActivationText.lead), class: "lead")
            Forms.post(Paths.activation, frame) {
                entered.fields(
                    secret: .secret,
                    reach: ActivationText.reach,
                    hint: ActivationText.reachHint,
                    frame,
                    faults
                )
                Forms.submit(frame(ActionText.next))
            }
            tag("p") { link(frame(FirstAccessText.instead), to: Paths.firstAccess) }
            tag("p") { link(frame(SignInText.lost), to: Paths.recovery) }
        }
    }
}

/// What comes after pages 2 and 3: what has been done, and what comes next.
struct DonePage: Page {
    enum Deed: Sendable { case opened, activated }

    let deed: Deed

    func heading(_ language: Language) -> String {
        deed == .opened ? OpeningText.doneTitle(language) : ActivationText.doneTitle(language)
    }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            switch deed {
            case .opened:
                paragraph(frame(OpeningText.doneLead), class: "lead")
                tag("h2") { frame(OpeningText.doneNext) }
                paragraph(frame(OpeningText.doneWait))
                paragraph(frame(OpeningText.doneSecret))
                tag("p") { link(frame(TroubleText.toHome), to: Paths.home, class: "button quiet") }
            case .activated:
                paragraph(frame(ActivationText.doneLead), class: "lead")
                tag("p") { link(frame(ActionText.signIn), to: Paths.signIn, class: "button") }
            }
        }
    }
}
