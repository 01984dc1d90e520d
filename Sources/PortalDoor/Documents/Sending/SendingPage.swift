import HealthRecord
import PageKit
import Wording

/// Page 8: to whom a document is to go by secured messaging.
struct SendingPage: Page {
    /// A professional of the record whose mailbox is known.
    struct Known: Sendable {
        let name: String
        let mailbox: SecureMailbox
    }

    let id: UniqueID
    let title: String
    var known: [Known] = []
    var entered = SendingEntry()
    /// Whether the document is small enough.
    var fits = true
    var faults: [FieldFault] = []

    var place: Place? { .documents }
    var trail: [Crumb] { [Crumb(label: ShellText.documents.phrase, path: Paths.documents)] }

    func heading(_ language: Language) -> String { SendingText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("lead")) { title.isEmpty ? .text(frame(DocumentsPageText.noTitle)) : french(title, frame) }
            if fits {
                paragraph(frame(SendingText.meaning))
                form(frame)
            } else {
                paragraph(frame(SendingText.tooLarge))
                paragraph(frame(SendingText.instead))
                tag("p") { link(frame(SendingText.cancel), to: Paths.document(id), class: "button quiet") }
            }
        }
    }

    private func form(_ frame: Frame) -> Node {
        Forms.post(Paths.sending(id), frame) {
            if !known.isEmpty {
                Forms.radios(
                    FormNames.choice,
                    frame(SendingText.known),
                    known.map { ($0.mailbox.address, "\($0.name) (\($0.mailbox.address))") }
                        + [(SendingEntry.elsewhere, frame(SendingText.other))],
                    chosen: entered.chosen,
                    frame
                )
            }
            Field(
                name: FormNames.mailbox,
                label: SendingText.label.phrase,
                hint: SendingText.hint.phrase,
                kind: .email,
                autocomplete: "off",
                value: entered.typed,
                isRequired: known.isEmpty,
                saysOptional: false,
                width: "medium",
                maximum: SecureMailbox.maximumLength
            ).node(frame, faults)
            tag("div", .class("buttons")) {
                Forms.submit(frame(SendingText.check))
                link(frame(SendingText.cancel), to: Paths.document(id), class: "button quiet")
            }
        }
    }
}
