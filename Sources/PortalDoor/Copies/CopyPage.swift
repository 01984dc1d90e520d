import AccessRules
import HealthRecord
import PageKit
import Wording

/// Page 25: a copy taken at once, or asked for by post, and where that stands.
struct CopyPage: Page {
    /// A copy that was asked for by post.
    struct Request: Sendable {
        let id: UniqueID
        let kind: CopyText
        let when: Phrase
        let state: CopyText
        let settled: Phrase?
        let isPending: Bool
    }

    /// In what forms the record's set gives a copy.
    var forms = Set(ExportFormat.allCases)
    /// Whether the one who reads this may take a copy.
    var mayCopy = true
    /// Whether secret and code will be asked for again: what was given a moment ago is not.
    var asksCode = true
    /// How far the proofs of the history go that come with it.
    let proofs: ProofReach
    var lastTaken: Phrase?
    var requests: [Request] = []
    var faults: [FieldFault] = []
    var notice: Phrase?

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: SettingsText.title.phrase, path: Paths.settings)] }

    func heading(_ language: Language) -> String { CopyText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if mayCopy {
                paragraph(frame(CopyText.lead), class: "lead")
                section("telecharger", CopyText.download, frame, class: "panel") { download(frame) }
                section("poste", CopyText.post, frame, class: "panel") { post(frame) }
                section("demandes", CopyText.requests, frame) { asked(frame) }
            } else {
                paragraph(frame(CopyText.carerMayNot), class: "empty")
            }
        }
    }

    private func download(_ frame: Frame) -> [Node] {
        guard forms.contains(.download) else { return [paragraph(frame(CopyText.notOffered))] }
        return nodes {
            paragraph(frame(CopyText.downloadLead))
            tag("h3") { frame(CopyText.inside) }
            tag("ul") {
                for text in [CopyText.originals, .readable, .index, .metadata, .history] {
                    tag("li") { frame(text) }
                }
                if proofs.isSomewhere { tag("li") { frame(CopyText.proofs) } }
            }
            if let words = proofs.words { paragraph(frame(words), class: "hint") }
            paragraph(frame(CopyText.once))
            paragraph(frame(CopyText.keepSafe))
            paragraph(frame(CopyText.yourself))
            tag("div", .class("buttons")) {
                Forms.post(Paths.copyDownload, frame, class: "inline") { Forms.submit(frame(CopyText.get)) }
                Forms.post(Paths.copySheet, frame, class: "inline") {
                    Forms.submit(frame(CopyText.getList), class: "button quiet")
                }
            }
            if asksCode { paragraph(frame(CopyText.stepUp), class: "hint") }
            tag("p", .class("hint")) {
                if let lastTaken {
                    frame(CopyText.last) + " " + frame(lastTaken)
                } else {
                    frame(CopyText.neverTaken)
                }
            }
        }
    }

    private func post(_ frame: Frame) -> [Node] {
        let posted = PostedCopy.allCases.filter { forms.contains($0.format) }
        guard let first = posted.first else { return [paragraph(frame(CopyText.notPosted))] }
        return nodes {
            paragraph(frame(CopyText.postLead))
            Forms.post(Paths.copyRequest, frame) {
                Forms.radios(
                    FormNames.choice,
                    frame(CopyText.kind),
                    posted.map { ($0.rawValue, frame($0.name)) },
                    chosen: first.rawValue,
                    faults: faults,
                    frame
                )
                Forms.submit(frame(CopyText.ask), class: "button quiet")
            }
        }
    }

    private func asked(_ frame: Frame) -> [Node] {
        nodes {
            if requests.isEmpty {
                paragraph(frame(CopyText.noRequest), class: "empty")
            } else {
                tag("table", .class("list stacked")) {
                    tag("caption") { frame(CopyText.caption) }
                    columns([CopyText.kind, .when, .state, .act], frame)
                    tag("tbody") { for request in requests { row(request, frame) } }
                }
            }
        }
    }

    private func row(_ request: Request, _ frame: Frame) -> Node {
        tag("tr") {
            tag("th", Attribute("scope", "row")) { frame(request.kind) }
            cell(CopyText.when, frame) { frame(request.when) }
            cell(CopyText.state, frame) {
                tag("span") {
                    frame(request.state)
                    if let settled = request.settled { tag("span", .class("hint")) { " " + frame(settled) } }
                }
            }
            cell(CopyText.act, frame) {
                if request.isPending {
                    Forms.post(Paths.requestCancel, frame, class: "inline") {
                        Forms.hidden(FormNames.choice, request.id.text)
                        Forms.hidden(FormNames.next, "copie")
                        Forms.submit(frame(CopyText.cancel), class: "button quiet")
                    }
                } else {
                    "—"
                }
            }
        }
    }
}
