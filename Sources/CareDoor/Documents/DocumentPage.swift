import HealthRecord
import PageKit
import Wording

/// Page 9: one document.
struct DocumentPage: Page {
    let handle: String
    let id: UniqueID
    let title: String
    let states: [DocumentMark]
    let warnsOfPatient: Bool
    let warnsOfRepresentatives: Bool
    let isWebFiled: Bool
    /// Whether the reader filed it, and has a receipt.
    let hasReceipt: Bool
    let shown: DocumentShowing
    /// What people read of it, where the file itself is for software alone.
    let readable: ReadableFile?
    let facts: [DocumentFact]
    let versions: [DocumentVersion]
    let choices: [DocumentChoice]
    let canReplace: Bool
    var notice: Phrase?

    var place: Place? { .chart(handle, .documents) }
    var trail: [Crumb] { ChartTrail.crumbs(handle, documents: true) }

    func heading(_ language: Language) -> String { title.isEmpty ? DocumentsPageText.noTitle(language) : title }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("badges")) { for state in states { state.badge(frame) } }
            if warnsOfPatient { warning(CareDocumentText.warnPatient, frame) }
            if warnsOfRepresentatives { warning(CareDocumentText.warnRepresentatives, frame) }
            tag("div", .class("with-side")) {
                shown.embedded(content: Paths.content(handle, id), frame)
                tag("div", .class("side")) {
                    actions(frame)
                    DocumentFact.list(
                        facts,
                        frame,
                        first: isWebFiled ? paragraph(frame(CareDocumentText.webSigned)) : nil
                    )
                }
                tag("div", .class("below")) {
                    DocumentVersion.list(versions, frame) { Paths.document(handle, $0) }
                }
            }
        }
    }

    private func warning(_ text: CareDocumentText, _ frame: Frame) -> Node {
        tag("p", .class("panel alert")) {
            Icon.alarm.node
            " "
            tag("strong") { frame(text) }
        }
    }

    private func actions(_ frame: Frame) -> Node {
        section("actions", CareDocumentText.actions, frame, class: "panel no-print") {
            tag("ul", .class("plain actions")) {
                // Its pages are shown as pictures: the PDF itself is had from here alone.
                if let readable, readable == .pdf {
                    tag("li") {
                        tag("a", .href(Paths.readable(handle, id)), .class("button quiet"), Attribute("download")) {
                            frame(readable.download)
                        }
                    }
                }
                tag("li") {
                    tag("a", .href(Paths.original(handle, id)), .class("button quiet"), Attribute("download")) {
                        if readable == .pdf {
                            frame(DocumentPageText.downloadForSoftware)
                        } else {
                            frame(CareDocumentText.download)
                        }
                    }
                }
                if shown != .nothing {
                    tag("li") {
                        link(frame(CareDocumentText.printOut), to: Paths.content(handle, id), class: "button quiet")
                    }
                }
                if hasReceipt {
                    tag("li") {
                        link(frame(CareDocumentText.receipt), to: Paths.receipt(handle, id), class: "button quiet")
                    }
                }
                if canReplace {
                    tag("li") {
                        link(frame(CareDocumentText.replace), to: Paths.replace(handle, id), class: "button quiet")
                    }
                }
                for choice in choices {
                    tag("li") {
                        link(
                            frame(choice.label),
                            to: Paths.change(handle, id, choice),
                            class: choice == .reveal ? "button" : "button quiet"
                        )
                    }
                }
            }
            if choices.isEmpty, !canReplace { paragraph(frame(CareDocumentText.noAct), class: "hint") }
        }
    }
}

extension DocumentChoice {
    /// The words of its button.
    var label: CareDocumentText {
        switch self {
        case .mask: .mask
        case .unmask: .unmask
        case .reveal: .reveal
        case .conceal: .conceal
        case .disclose: .disclose
        case .archive: .archive
        case .restore: .restore
        case .delete: .delete
        }
    }
}
