import Custody
import HealthRecord
import PageKit
import Wording

/// Page 7: the reader's folders, and a new one.
struct FoldersPage: Page {
    let lines: [FolderLine]
    var entered = ""
    var faults: [FieldFault] = []
    var notice: Phrase?

    var place: Place? { .documents }
    var trail: [Crumb] { [Crumb(label: ShellText.documents.phrase, path: Paths.documents)] }

    func heading(_ language: Language) -> String { FolderText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(FolderText.lead), class: "lead")
            if lines.isEmpty {
                paragraph(frame(FolderText.none), class: "empty")
            } else {
                tag("ul", .class("plain folders")) { for line in lines { row(line, frame) } }
            }
            section("nouveau", FolderText.add, frame, class: "panel") {
                Forms.post(Paths.folders, frame) {
                    Field.folderName(entered).node(frame, faults)
                    Forms.submit(frame(FolderText.add))
                }
            }
        }
    }

    private func row(_ line: FolderLine, _ frame: Frame) -> Node {
        tag("li", .class("panel")) {
            tag("p") {
                tag("a", .href(Paths.documents(in: line.id)), .id("classeur-\(line.rank)")) {
                    foreign(line.name(frame))
                }
                ", " + frame(FolderText.count(line.count))
            }
            tag("p") {
                tag(
                    "a",
                    .href(Paths.folder(line.id)),
                    .class("row-act"),
                    Attribute("aria-label", frame(FolderText.change) + ", " + line.name(frame))
                ) { frame(FolderText.change) }
            }
        }
    }
}

/// Page 7: one folder, called otherwise or taken away.
struct FolderPage: Page {
    let id: UniqueID
    let name: String
    var entered = ""
    var faults: [FieldFault] = []

    var place: Place? { .documents }
    var trail: [Crumb] {
        [
            Crumb(label: ShellText.documents.phrase, path: Paths.documents),
            Crumb(label: FolderText.title.phrase, path: Paths.folders),
        ]
    }

    func heading(_ language: Language) -> String { FolderText.change(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if !frame.isDiscreet { tag("p", .class("lead")) { foreign(name) } }
            section("renommer", FolderText.rename, frame, class: "panel") {
                Forms.post(Paths.folder(id), frame) {
                    Field.folderName(entered).node(frame, faults)
                    tag("div", .class("buttons")) {
                        Forms.submit(frame(FolderText.confirm))
                        link(frame(FolderText.cancel), to: Paths.folders, class: "button quiet")
                    }
                }
            }
            section("supprimer", FolderText.removeTitle, frame, class: "panel") {
                paragraph(frame(FolderText.removeMeaning))
                Forms.post(Paths.folderRemoval(id), frame) {
                    Forms.submit(frame(FolderText.remove), class: "button quiet")
                }
            }
        }
    }
}

extension Field {
    /// The name of a folder.
    static func folderName(_ value: String) -> Field {
        Field(
            name: FormNames.folderName,
            label: FolderText.nameLabel.phrase,
            hint: FolderText.nameHint.phrase,
            autocomplete: "off",
            value: value,
            width: "medium",
            maximum: FolderName.maximumLength
        )
    }
}
