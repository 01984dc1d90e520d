import PageKit
import Wording

/// Asks again who is there, before an act that weighs more (identity and experience § 2.6, step-up).
struct StepUpPage: Page {
    let target: StepUpTarget
    var faults: [FieldFault] = []

    var step: Phrase? { ShellText.step(1, of: 2) }
    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: SettingsText.title.phrase, path: Paths.settings)] }

    func heading(_ language: Language) -> String { StepUpText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(StepUpText.lead), class: "lead")
            Forms.post(Paths.stepUp, frame) {
                Forms.hidden(FormNames.next, target.rawValue)
                IdentityFields.secret(.signInSecret).node(frame, faults)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(StepUpText.submit))
                    link(frame(StepUpText.cancel), to: Paths.settings, class: "button quiet")
                }
            }
        }
    }
}
