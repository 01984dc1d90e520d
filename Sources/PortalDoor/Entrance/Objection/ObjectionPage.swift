import PageKit
import Wording

/// Somebody objects to a record that would open by itself (CSP R1111-28): what it changes is said before.
struct ObjectionPage: Page {
    /// What was entered.
    struct Entered: Hashable, Sendable {
        var ins = ""
        var code = ""
        var birthDate = ""
    }

    var entered = Entered()
    var faults: [FieldFault] = []

    var trail: [Crumb] { [Crumb(label: ShellText.home.phrase, path: Paths.home)] }

    func heading(_ language: Language) -> String { ObjectionText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(ObjectionText.lead), class: "lead")
            section("effets", ObjectionText.what, frame, class: "panel") {
                tag("ul") {
                    for text in [ObjectionText.noRecord, .care, .later] { tag("li") { frame(text) } }
                }
            }
            Forms.post(Paths.objection, frame) {
                paragraph(frame(ObjectionText.child), class: "hint")
                IdentityFields.ins(entered.ins).node(frame, faults)
                IdentityFields.letterCode(entered.code).node(frame, faults)
                IdentityFields.birthDate(entered.birthDate).node(frame, faults)
                Forms.box(FormNames.consent, frame(ObjectionText.tick), isTicked: false, faults: faults, frame)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(ObjectionText.confirm))
                    link(frame(ActionText.cancel), to: Paths.home, class: "button quiet")
                }
            }
        }
    }
}

/// After the objection: the proof to take away.
struct ObjectionDonePage: Page {
    /// Whether the proof can still be given from here.
    let hasProof: Bool

    func heading(_ language: Language) -> String { ObjectionText.doneTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(ObjectionText.doneLead), class: "lead")
            if hasProof {
                paragraph(frame(ObjectionText.doneKeep))
                Forms.post(Paths.objectionSheet, frame, class: "inline") {
                    Forms.submit(frame(ObjectionText.get))
                }
            } else {
                paragraph(frame(ObjectionText.gone))
            }
            paragraph(frame(ObjectionText.later))
            tag("p") { link(frame(ClosingText.back), to: Paths.home) }
        }
    }
}
