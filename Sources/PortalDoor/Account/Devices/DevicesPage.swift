import Custody
import HealthRecord
import PageKit
import Wording

/// Page 26: where the record is open now, and with what it was opened.
struct DevicesPage: Page {
    /// An open session.
    struct Line: Sendable {
        let id: UniqueID
        let device: Phrase
        let since: Phrase
        let seen: Phrase
        let isThis: Bool
        /// Who acts in it; nil for the holder himself.
        let by: String?
        let mayEnd: Bool
    }

    let lines: [Line]
    /// The kinds of devices that have served.
    var used: [UsedDevice] = []
    /// Whether the secret by which the one signed in came is changed here.
    var ownsSecret = true
    var notice: Phrase?

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: SettingsText.title.phrase, path: Paths.settings)] }

    func heading(_ language: Language) -> String { DevicesText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(DevicesText.lead), class: "lead")
            tag("table", .class("list stacked")) {
                tag("caption") { frame(DevicesText.caption) }
                columns([DevicesText.deviceColumn, .sinceColumn, .seenColumn, .whoColumn, .doColumn], frame)
                tag("tbody") { for line in lines { row(line, frame) } }
            }
            paragraph(frame(DevicesText.noPlace), class: "hint")
            if lines.contains(where: \.mayEnd) {
                tag("p") { link(frame(DevicesText.endOthers), to: Paths.endOtherSessions, class: "button") }
                paragraph(frame(DevicesText.endOthersHint), class: "hint")
            } else if lines.count < 2 {
                paragraph(frame(DevicesText.onlyThis))
            }
            if !used.isEmpty { devices(frame) }
            section("conseil", DevicesText.adviceTitle, frame, class: "panel") {
                paragraph(frame(DevicesText.advice))
                tag("ul") {
                    if ownsSecret { tag("li") { link(frame(DevicesText.toAccount), to: Paths.secret) } }
                    tag("li") { link(frame(ShellText.history), to: Paths.history) }
                }
            }
        }
    }

    private func row(_ line: Line, _ frame: Frame) -> Node {
        tag("tr") {
            tag("th", Attribute("scope", "row")) {
                frame(line.device)
                if line.isThis {
                    " "
                    mark(.check, frame(DevicesText.this), .good)
                }
            }
            cell(DevicesText.sinceColumn, frame) { frame(line.since) }
            cell(DevicesText.seenColumn, frame) { frame(line.seen) }
            cell(DevicesText.whoColumn, frame) {
                if let by = line.by { foreign(by) } else { frame(DevicesText.you) }
            }
            cell(DevicesText.doColumn, frame) {
                if !line.mayEnd {
                    "—"
                } else {
                    Forms.post(Paths.endSession, frame, class: "inline") {
                        Forms.hidden(FormNames.choice, line.id.text)
                        Forms.submit(
                            frame(DevicesText.end),
                            class: "button quiet",
                            Attribute(
                                "aria-label",
                                frame(DevicesText.end) + ", " + frame(line.device) + ", " + frame(line.since)
                            )
                        )
                    }
                }
            }
        }
    }
}
