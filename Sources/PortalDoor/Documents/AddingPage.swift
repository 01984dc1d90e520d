import PageKit
import Wording

/// Page 9: what may be added is said before; nothing is lost when something is wrong but the file, which browsers keep.
struct AddingPage: Page {
    var title = ""
    var kind = ""
    var isMasked = false
    var faults: [FieldFault] = []

    var place: Place? { .documents }
    var trail: [Crumb] { [Crumb(label: ShellText.documents.phrase, path: Paths.documents)] }

    func heading(_ language: Language) -> String { AddingText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(AddingText.lead), class: "lead")
            paragraph(frame(AddingText.formats))
            Forms.upload(Paths.adding, frame) {
                Forms.file(
                    FormNames.file,
                    frame(AddingText.file),
                    hint: frame(AddingText.fileHint),
                    accept: OwnFile.accepted,
                    faults: faults,
                    frame
                )
                Field(
                    name: FormNames.title,
                    label: AddingText.name.phrase,
                    hint: AddingText.nameHint.phrase,
                    autocomplete: "off",
                    value: title,
                    maximum: 100
                ).node(frame, faults)
                Forms.radios(
                    FormNames.category,
                    frame(AddingText.kind),
                    OwnDocumentKind.allCases.map { ($0.rawValue, frame($0.label)) },
                    chosen: kind,
                    hint: frame(AddingText.kindHint),
                    faults: faults,
                    frame
                )
                Forms.radios(
                    FormNames.visibility,
                    frame(AddingText.visibility),
                    [("visible", frame(AddingText.visible)), ("masque", frame(AddingText.masked))],
                    chosen: isMasked ? "masque" : "visible",
                    frame
                )
                tag("div", .class("buttons")) {
                    Forms.submit(frame(AddingText.add))
                    link(frame(AddingText.cancel), to: Paths.documents, class: "button quiet")
                }
            }
        }
    }
}
