import HealthRecord
import PageKit
import Wording

/// Page 23: what the service tells of, and how.
struct NoticesPage: Page {
    /// One event.
    struct Line: Sendable {
        let kind: NoticesText
        let sentence: Phrase
        let isNew: Bool
        let isEmergency: Bool
        let document: UniqueID?
    }

    /// Lines shown at most; the history has more.
    static let limit = 60

    /// The latest first.
    let all: [Line]
    /// By what means messages go out; nil where there is none.
    let channel: Phrase?
    var isActing = false
    /// The choices; nil for somebody who acts for the holder and is told of nothing.
    var choices: NoticeChoices?
    /// What the record's set tells of whoever reads the record.
    var told: Set<NoticesText> = [.firstAccess, .emergency]
    var notice: Phrase?

    private var lines: [Line] { Array(all.prefix(Self.limit)) }

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: SettingsText.title.phrase, path: Paths.settings)] }

    func heading(_ language: Language) -> String { NoticesText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(NoticesText.lead), class: "lead")
            tag("p", .class("count"), Attribute("role", "status")) {
                frame(NoticesText.new(all.count { $0.isNew }))
            }
            if lines.isEmpty {
                paragraph(frame(NoticesText.empty), class: "empty")
            } else {
                list("nouvelles", NoticesText.new, lines.filter(\.isNew), frame)
                list("anciennes", NoticesText.earlier, lines.filter { !$0.isNew }, frame)
            }
            if all.count > lines.count { paragraph(frame(NoticesText.partial), class: "hint") }
            tag("p") { link(frame(NoticesText.seeHistory), to: Paths.history) }
            section("reglages", NoticesText.settings, frame, class: "panel") {
                if isActing { profile(frame) } else { settings(frame) }
            }
        }
    }

    private func list(_ id: String, _ title: NoticesText, _ lines: [Line], _ frame: Frame) -> Node? {
        guard !lines.isEmpty else { return nil }
        return section(id, title, frame, class: "panel") {
            tag("ul", .class("accesses")) {
                for line in lines {
                    tag("li", .class(line.isEmergency ? "access emergency" : "access")) {
                        tag("p", .class("access-mark")) {
                            mark(
                                line.isEmergency ? .alarm : .bell,
                                frame(line.kind),
                                line.isEmergency ? .warning : .plain
                            )
                            if line.isNew { mark(.star, frame(NoticesText.newMark), .good) }
                        }
                        paragraph(frame(line.sentence), class: "access-text")
                        if let document = line.document {
                            tag("ul", .class("access-actions")) {
                                tag("li") { link(frame(HistoryText.seeDocument), to: Paths.document(document)) }
                            }
                        }
                    }
                }
            }
        }
    }

    private func settings(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(channel.map { frame(NoticesText.told(by: $0)) } ?? frame(NoticesText.noWay))
            paragraph(frame(NoticesText.wayHint), class: "hint")
            always(frame)
            if let choices {
                Forms.post(Paths.notices, frame) {
                    matters(choices, first: nil, .newDocument, frame)
                    Forms.radios(
                        FormNames.channel,
                        frame(NoticesText.channel),
                        [("email", frame(NoticesText.byEmail)), ("sms", frame(NoticesText.bySMS))],
                        chosen: choices.channel?.rawValue ?? "email",
                        frame
                    )
                    Forms.submit(frame(NoticesText.save))
                }
            }
            tag("p") { link(frame(NoticesText.toAccount), to: Paths.channels) }
        }
    }

    /// What the holder cannot silence: it stands as a list, for a box would decide nothing.
    private func always(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(NoticesText.always))
            tag("ul", .class("plain")) {
                for kind in [NoticesText.firstAccess, .emergency] where told.contains(kind) {
                    tag("li") { mark(.check, frame(kind), .good) }
                }
                tag("li") { mark(.check, frame(NoticesText.accessChanged), .good) }
            }
            if !told.isEmpty { paragraph(frame(NoticesText.byPost), class: "hint") }
        }
    }

    /// What somebody who acts for the holder is told of this record, by his own way.
    private func profile(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(NoticesText.profileLead))
            paragraph(frame(NoticesText.wayHint), class: "hint")
            Forms.post(Paths.notices, frame) {
                Forms.radios(
                    FormNames.channel,
                    frame(NoticesText.profileChoice),
                    [
                        ("non", frame(NoticesText.byNone)), ("email", frame(NoticesText.byEmail)),
                        ("sms", frame(NoticesText.bySMS)),
                    ],
                    chosen: choices?.channel?.rawValue ?? "non",
                    frame
                )
                matters(
                    choices ?? NoticeChoices(),
                    first: told.contains(.firstAccess) ? .thisFirst : nil,
                    .thisDocument,
                    frame
                )
                if told.contains(.emergency) { paragraph(frame(NoticesText.thisAlways), class: "hint") }
                Forms.submit(frame(NoticesText.save))
            }
        }
    }

    private func matters(
        _ choices: NoticeChoices,
        first: NoticesText?,
        _ document: NoticesText,
        _ frame: Frame
    ) -> Node {
        tag("fieldset", .class("choices")) {
            tag("legend") { frame(NoticesText.settingsLead) }
            if let first { Forms.box(FormNames.firstAccess, frame(first), isTicked: choices.firstAccess, frame) }
            Forms.box(FormNames.newDocument, frame(document), isTicked: choices.newDocument, frame)
        }
    }
}
