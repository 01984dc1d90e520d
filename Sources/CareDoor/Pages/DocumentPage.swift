import HealthRecord
import PageKit
import Wording

/// Page 9: one document.
struct DocumentPage: Page {
    /// How the content is shown.
    enum Shown: Sendable { case frame, pdf, nothing }

    /// Something known of the document.
    struct Fact: Sendable {
        let label: Phrase
        let value: String
        /// Whether the value is somebody else's text.
        var isForeign = true
    }

    /// Another version.
    struct Version: Sendable {
        let id: UniqueID
        let date: Phrase
        let isThis: Bool
    }

    let handle: String
    let id: UniqueID
    let title: String
    let states: [DocumentMark]
    let warnsOfPatient: Bool
    let warnsOfRepresentatives: Bool
    let isWebFiled: Bool
    /// Whether the reader filed it, and has a receipt.
    let hasReceipt: Bool
    let shown: Shown
    let facts: [Fact]
    let versions: [Version]
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
                body(frame)
                tag("div", .class("side")) {
                    actions(frame)
                    factList(frame)
                }
            }
            if versions.count > 1 { versionList(frame) }
        }
    }

    private func warning(_ text: CareDocumentText, _ frame: Frame) -> Node {
        tag("p", .class("panel alert")) {
            Icon.alarm.node
            " "
            tag("strong") { frame(text) }
        }
    }

    private func body(_ frame: Frame) -> Node {
        section("contenu-document", DocumentPageText.content, frame, class: "document") {
            switch shown {
            case .frame: view(Paths.content(handle, id), .frame, .openAlone, frame)
            case .pdf: view(Paths.pdf(handle, id), .pdfFrame, .openPDF, frame)
            case .nothing: paragraph(frame(DocumentPageText.unreadable))
            }
        }
    }

    private func view(_ path: String, _ name: DocumentPageText, _ alone: DocumentPageText, _ frame: Frame) -> [Node] {
        nodes {
            // The frame runs nothing and reaches nothing (security design § 5.6); browsers show PDF in no sandbox, and
            // the file has then been looked through for programs.
            tag(
                "iframe",
                Attribute("src", path),
                Attribute("title", frame(name)),
                shown == .frame ? Attribute("sandbox", "") : nil,
                Attribute("referrerpolicy", "no-referrer"),
                Attribute("loading", "lazy")
            )
            tag("p", .class("no-print")) { link(frame(alone), to: path) }
        }
    }

    private func actions(_ frame: Frame) -> Node {
        section("actions", CareDocumentText.actions, frame, class: "panel no-print") {
            tag("ul", .class("plain actions")) {
                tag("li") {
                    tag("a", .href(Paths.original(handle, id)), .class("button quiet"), Attribute("download")) {
                        frame(CareDocumentText.download)
                    }
                }
                if shown != .nothing {
                    tag("li") {
                        link(
                            frame(CareDocumentText.printOut),
                            to: shown == .pdf ? Paths.pdf(handle, id) : Paths.content(handle, id),
                            class: "button quiet"
                        )
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

    private func factList(_ frame: Frame) -> Node {
        section("informations", DocumentPageText.facts, frame, class: "panel") {
            if isWebFiled { paragraph(frame(CareDocumentText.webSigned)) }
            tag("dl") {
                for fact in facts {
                    tag("div") {
                        tag("dt") { frame(fact.label) }
                        tag("dd") { fact.isForeign ? foreign(fact.value) : Node.text(fact.value) }
                    }
                }
            }
        }
    }

    private func versionList(_ frame: Frame) -> Node {
        section("versions", DocumentPageText.versions, frame, class: "panel") {
            tag("ul", .class("plain")) {
                for version in versions {
                    tag("li") {
                        if version.isThis {
                            frame(version.date) + " (" + frame(DocumentPageText.thisVersion) + ")"
                        } else {
                            link(frame(version.date), to: Paths.document(handle, version.id))
                        }
                    }
                }
            }
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
