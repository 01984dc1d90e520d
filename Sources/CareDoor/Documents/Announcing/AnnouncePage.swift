import HealthRecord
import PageKit
import Wording

/// Page 11: the professional's documents that the patient does not see yet.
struct AnnouncePage: Page {
    struct Line: Sendable {
        let document: DocumentLine
        /// When the patient is told that something waits; nil where no rule says so.
        let reminder: CalendarDate?
        /// When it becomes visible by itself.
        let release: CalendarDate?
        let isDue: Bool
    }

    /// How far the author gets with what he filed.
    enum Access: Sendable {
        /// He reads it and announces it.
        case all
        /// Without leave to read, he announces it.
        case announcing
        /// Refused by name, he knows when it shows itself.
        case refused
        /// So does he whose profession opens nothing here.
        case shut

        /// What to say of it; nil for whoever reads.
        fileprivate var remark: CareAnnounceText? {
            switch self {
            case .all: nil
            case .announcing: .withoutLeave
            case .refused: .blocked
            case .shut: .shut
            }
        }

        fileprivate var announces: Bool { self == .all || self == .announcing }
    }

    let handle: String
    let access: Access
    let lines: [Line]
    var notice: Phrase?

    var place: Place? { .chart(handle, .announce) }
    var trail: [Crumb] {
        access == .all
            ? ChartTrail.crumbs(handle) : [Crumb(label: CareShellText.patients.phrase, path: Paths.patients)]
    }

    func heading(_ language: Language) -> String { CareShellText.announce(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CareAnnounceText.lead), class: "lead")
            if let remark = access.remark { paragraph(frame(remark)) }
            if lines.isEmpty {
                tag("p", .class("empty")) { frame(CareAnnounceText.empty) }
            } else {
                tag("table", .class("list stacked")) {
                    tag("caption") { frame(CareAnnounceText.caption) }
                    columns(
                        [CareAnnounceText.document, .filed, .reminder, .release] + (access.announces ? [.act] : []),
                        frame
                    )
                    tag("tbody") { for line in lines { row(line, frame) } }
                }
            }
        }
    }

    private func row(_ line: Line, _ frame: Frame) -> Node {
        tag("tr") {
            tag("th", Attribute("scope", "row")) {
                if access == .all {
                    tag("a", .href(Paths.document(handle, line.document.id))) { line.document.name(frame) }
                } else {
                    line.document.name(frame)
                }
            }
            cell(CareAnnounceText.filed, frame) { frame(line.document.date) }
            cell(CareAnnounceText.reminder, frame) {
                line.reminder.map { frame(DateText.date($0)) } ?? frame(CareAnnounceText.noDay)
                if line.isDue {
                    " "
                    mark(.alarm, frame(CareAnnounceText.due), .warning)
                }
            }
            cell(CareAnnounceText.release, frame) {
                line.release.map { frame(DateText.date($0)) } ?? frame(CareAnnounceText.noDay)
            }
            if access.announces {
                cell(CareAnnounceText.act, frame) {
                    tag("a", .href(Paths.change(handle, line.document.id, .reveal))) {
                        frame(CareAnnounceText.announced) + " "
                        tag("span", .class("muted")) { line.document.name(frame) }
                    }
                }
            }
        }
    }
}
