import Custody
import HealthRecord
import PageKit
import Wording

/// Page 8: in which of the reader's folders a document lies.
struct FilingPage: Page {
    let id: UniqueID
    let title: String
    let folders: [FolderLine]
    var ticked: Set<UniqueID> = []
    var entered = ""
    var faults: [FieldFault] = []

    var place: Place? { .documents }
    var trail: [Crumb] { [Crumb(label: ShellText.documents.phrase, path: Paths.documents)] }

    func heading(_ language: Language) -> String { FolderText.filing(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if !frame.isDiscreet, !title.isEmpty { tag("p", .class("lead")) { french(title, frame) } }
            paragraph(frame(FolderText.filingLead))
            Forms.post(Paths.filing(id), frame) {
                if !folders.isEmpty { boxes(frame) }
                Field(
                    name: FormNames.folderName,
                    label: FolderText.filingNew.phrase,
                    hint: FolderText.filingNewHint.phrase,
                    autocomplete: "off",
                    value: entered,
                    isRequired: false,
                    width: "medium",
                    maximum: FolderName.maximumLength
                ).node(frame, faults)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(FolderText.confirm))
                    link(frame(FolderText.cancel), to: Paths.document(id), class: "button quiet")
                }
            }
            tag("p") { link(frame(FolderText.manage), to: Paths.folders) }
        }
    }

    private func boxes(_ frame: Frame) -> Node {
        let fault = faults.first { $0.field == FormNames.folder }
        return tag(
            "fieldset",
            .class(fault == nil ? "choices" : "choices at-fault"),
            .described(by: fault == nil ? [] : [FormNames.folder + "-erreur"])
        ) {
            tag("legend") { frame(FolderText.filingLegend) }
            if let fault {
                tag("p", .class("fault"), .id(FormNames.folder + "-erreur")) {
                    Icon.alarm.node
                    frame(fault.message)
                }
            }
            for line in folders {
                // The first one bears the group's name, so that a fault can point to it.
                let name = line.rank == 1 ? FormNames.folder : "\(FormNames.folder)-\(line.rank)"
                tag("div", .class("box")) {
                    Node.void(
                        "input",
                        [
                            .type("checkbox"), .id(name), .name(FormNames.folder), .value(line.id.text),
                            ticked.contains(line.id) ? Attribute("checked") : nil,
                        ].compactMap { $0 }
                    )
                    tag("label", Attribute("for", name)) { foreign(line.name(frame)) }
                }
            }
        }
    }
}
