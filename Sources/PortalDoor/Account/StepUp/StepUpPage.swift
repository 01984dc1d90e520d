import PageKit
import Wording

/// Asks again who is there, before an act that weighs more (identity and experience § 2.6, step-up).
struct StepUpPage: Page {
    let target: StepUpTarget
    var offersPasskeys = false
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
            if offersPasskeys {
                tag("section", .labelled(by: "avec-cle")) {
                    tag("h2", .id("avec-cle")) { frame(PasskeyText.choice) }
                    paragraph(frame(PasskeyText.stepUpLead))
                    Forms.post(Paths.passkeyStepUp, frame) {
                        Forms.hidden(FormNames.next, target.rawValue)
                        Forms.submit(frame(PasskeyText.use), class: "button quiet")
                    }
                }
            }
        }
    }
}
