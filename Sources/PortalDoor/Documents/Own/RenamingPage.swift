import HealthRecord
import PageKit
import Wording

/// Asks for another title of a document that one brought.
struct RenamingPage: Page {
    let id: UniqueID
    let title: String
    var entered = ""
    var faults: [FieldFault] = []

    var place: Place? { .documents }
    var trail: [Crumb] { [Crumb(label: ShellText.documents.phrase, path: Paths.documents)] }

    func heading(_ language: Language) -> String { RenamingText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("lead")) { french(title, frame) }
            paragraph(frame(RenamingText.meaning))
            Forms.post(Paths.rename(id), frame) {
                Field(
                    name: FormNames.title,
                    label: RenamingText.label.phrase,
                    autocomplete: "off",
                    value: entered,
                    width: "medium",
                    maximum: OwnEntry.mostTitle
                ).node(frame, faults)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(RenamingText.confirm))
                    link(frame(RenamingText.cancel), to: Paths.document(id), class: "button quiet")
                }
            }
        }
    }
}
