import HealthRecord
import PageKit
import Wording

/// Professionals who ask whether the holder is with them: who, where, until when; yes or no.
struct PresencePage: Page {
    /// One who asks.
    struct Asking: Sendable {
        let id: UniqueID
        let name: String
        let profession: Phrase
        let place: Phrase
        let until: Phrase
    }

    let asking: [Asking]
    var notice: Phrase?

    var place: Place? { .record }
    var trail: [Crumb] { [Crumb(label: ShellText.record.phrase, path: Paths.record)] }

    func heading(_ language: Language) -> String { PresenceText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if asking.isEmpty {
                paragraph(frame(PresenceText.none), class: "empty")
                tag("p") { link(frame(TroubleText.toRecord), to: Paths.record, class: "button quiet") }
            } else {
                paragraph(frame(PresenceText.lead), class: "lead")
                for (rank, one) in asking.enumerated() { panel(one, rank + 1, frame) }
                paragraph(frame(PresenceText.wary), class: "hint")
            }
        }
    }

    private func panel(_ one: Asking, _ rank: Int, _ frame: Frame) -> Node {
        tag("section", .labelled(by: "demande-\(rank)"), .class("panel")) {
            tag("h2", .id("demande-\(rank)")) { foreign(one.name) }
            tag("dl") {
                fact(.who, frame(one.profession), frame)
                fact(.place, frame(one.place), frame)
                fact(.until, frame(one.until), frame)
            }
            paragraph(frame(PresenceText.yesHint))
            paragraph(frame(PresenceText.noHint))
            Forms.post(Paths.presence, frame) {
                Forms.hidden(FormNames.person, one.id.text)
                tag("div", .class("buttons")) {
                    answer("oui", .yes, "button", frame)
                    answer("non", .no, "button quiet", frame)
                }
            }
        }
    }

    private func answer(_ value: String, _ text: PresenceText, _ style: String, _ frame: Frame) -> Node {
        Forms.submit(frame(text), class: style, .name(FormNames.choice), .value(value))
    }

    private func fact(_ label: PresenceText, _ value: String, _ frame: Frame) -> Node {
        tag("div") {
            tag("dt") { frame(label) }
            tag("dd") { foreign(value) }
        }
    }
}
