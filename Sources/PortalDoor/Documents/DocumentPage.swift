import HealthRecord
import PageKit
import Wording

/// Page 8: one document.
struct DocumentPage: Page {
    let id: UniqueID
    let title: String
    let states: [DocumentState]
    let shown: DocumentShowing
    let facts: [DocumentFact]
    let versions: [DocumentVersion]
    let readers: [AccessLine]
    let whoMayRead: DocumentReadersView
    let canMask: Bool
    let canUnmask: Bool
    /// What else may be done with it.
    var acts: [DocumentAct] = []
    /// Whether the reader brought it, and may delete it.
    var mayDelete = false
    /// Whether the reader keeps it at hand.
    var isPinned = false
    /// The reader's folders in which it lies; nil where it cannot be put into any.
    var folders: [FolderLine]?
    /// Whether the reader may give it another title.
    var mayRename = false
    /// Whether the reader may send it by secured messaging.
    var maySend = false
    /// What people read of it, where the file itself is for software alone.
    var readable: ReadableFile?
    /// Whether somebody can be asked to put it right.
    var mayAskRectification = false
    /// What was asked about it, the newest first.
    var rectifications: [RectificationLine] = []
    /// Whether it has just been added, so that this can be taken back at once.
    var mayUndo = false
    var notice: Phrase?

    var place: Place? { .documents }
    var trail: [Crumb] {
        [
            Crumb(label: ShellText.record.phrase, path: Paths.record),
            Crumb(label: ShellText.documents.phrase, path: Paths.documents),
        ]
    }

    func heading(_ language: Language) -> String { title.isEmpty ? DocumentsPageText.noTitle(language) : title }

    var headingLanguage: Language? { title.isEmpty ? nil : .french }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("badges")) {
                for state in states { state.badge(frame) }
                if mayDelete { mark(.pen, frame(AddingText.yours), .plain) }
            }
            if mayUndo {
                Forms.post(Paths.delete(id), frame, class: "inline") {
                    Forms.hidden(FormNames.undo, "oui")
                    Forms.submit(frame(AddingText.undo), class: "button quiet")
                }
            }
            tag("div", .class("with-side")) {
                shown.embedded(
                    content: Paths.content(id),
                    frame,
                    below: [paragraph(frame(DocumentPageText.printHint), class: "print-only")]
                )
                tag("div", .class("side")) {
                    actions(frame)
                    if !rectifications.isEmpty {
                        section("rectification", RectificationText.heading, frame, class: "panel") {
                            tag("ul", .class("plain")) { for line in rectifications { line.node(frame) } }
                        }
                    }
                    DocumentFact.list(facts, frame)
                }
                tag("div", .class("below")) {
                    access(frame)
                    DocumentVersion.list(versions, frame) { Paths.document($0) }
                }
            }
        }
    }

    private func actions(_ frame: Frame) -> Node {
        section("actions", DocumentPageText.actions, frame, class: "panel no-print") {
            tag("ul", .class("plain actions")) {
                if let readable {
                    tag("li") {
                        tag("a", .href(Paths.readable(id)), .class("button quiet"), Attribute("download")) {
                            frame(readable.download)
                        }
                        paragraph(frame(DocumentPageText.downloadReadableHint), class: "hint")
                    }
                }
                tag("li") {
                    tag("a", .href(Paths.original(id)), .class("button quiet"), Attribute("download")) {
                        frame(readable == nil ? DocumentPageText.download : .downloadForSoftware)
                    }
                    paragraph(frame(DocumentPageText.downloadHint), class: "hint")
                }
                if maySend {
                    tag("li") { link(frame(SendingText.title), to: Paths.sending(id), class: "button quiet") }
                }
                tag("li") {
                    Forms.post(Paths.pin(id), frame, class: "inline") {
                        Forms.hidden(FormNames.choice, isPinned ? "non" : "oui")
                        Forms.submit(frame(isPinned ? PinText.unpin : .pin), class: "button quiet")
                    }
                }
                if let folders {
                    tag("li") {
                        link(frame(FolderText.filing), to: Paths.filing(id), class: "button quiet")
                        if !folders.isEmpty {
                            tag("p", .class("hint")) {
                                foreign(
                                    frame(FolderText.lies(in: folders.map { $0.name(frame) }.joined(separator: ", ")))
                                )
                            }
                        }
                    }
                }
                if canMask {
                    tag("li") { link(frame(DocumentPageText.mask), to: Paths.mask(id), class: "button quiet") }
                }
                if canUnmask {
                    tag("li") { link(frame(DocumentPageText.unmask), to: Paths.unmask(id), class: "button quiet") }
                }
                for act in acts { tag("li") { link(frame(act.title), to: act.path(id), class: "button quiet") } }
                if mayAskRectification {
                    tag("li") {
                        link(frame(RectificationText.title), to: Paths.rectification(id), class: "button quiet")
                    }
                }
                tag("li") { link(frame(ReportText.document), to: Paths.reporting(id), class: "button quiet") }
                if mayRename {
                    tag("li") { link(frame(RenamingText.title), to: Paths.rename(id), class: "button quiet") }
                }
                if mayDelete {
                    tag("li") { link(frame(AddingText.delete), to: Paths.delete(id), class: "button quiet") }
                }
            }
        }
    }

    private func access(_ frame: Frame) -> [Node] {
        nodes {
            section("lecteurs", DocumentPageText.readers, frame, class: "panel") {
                if readers.isEmpty {
                    paragraph(frame(DocumentPageText.noReader))
                } else {
                    tag("ul", .class("accesses")) { for line in readers { line.node(frame, actions: false) } }
                }
                tag("p") {
                    link(
                        frame(DocumentPageText.allReaders),
                        to: Paths.history + "?\(FormNames.document)=\(id.text)&\(FormNames.who)=tous"
                    )
                }
            }
            whoMayRead.node(frame)
        }
    }
}

extension DocumentFact {
    /// With the label as the catalogue has it.
    init(label: DocumentPageText, value: String, isForeign: Bool = true) {
        self.init(label: label.phrase, value: value, isForeign: isForeign)
    }
}
