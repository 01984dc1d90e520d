import Custody
import HealthRecord
import PageKit
import Wording

/// Something that waits for a professional.
struct NoticeLine: Sendable {
    let id: UniqueID
    let patient: String
    let matter: CareMatter
    let at: Instant

    static func section(_ lines: [NoticeLine], _ frame: Frame) -> Node {
        PageKit.section("avis", CareNoticeText.title, frame, class: "panel alert") {
            tag("ul", .class("plain")) { for line in lines { line.node(frame) } }
        }
    }

    private func node(_ frame: Frame) -> Node {
        tag("li") {
            tag("p") {
                tag("strong") { frame(words) }
                " "
                foreign(patient)
                ", " + frame(DateText.moment(at))
            }
            tag("div", .class("buttons")) {
                button("ouvrir", action, frame, class: "button")
                if canBeDismissed { button("ecarter", .dismiss, frame, class: "button quiet") }
            }
        }
    }

    /// Each button says which patient it is about.
    private func button(_ gesture: String, _ text: CareNoticeText, _ frame: Frame, class name: String) -> Node {
        Forms.post(Paths.notices, frame, class: "inline") {
            Forms.hidden(Names.notice, id.text)
            Forms.hidden(Names.gesture, gesture)
            Forms.submit(frame(text), class: name, Attribute("aria-label", frame(text) + ", " + patient))
        }
    }

    private var words: Phrase {
        switch matter {
        case .patientEmergency(_, let who): CareNoticeText.emergency(by: who.spoken)
        case .justificationAsked: CareNoticeText.justification.phrase
        case .announcementDue: CareNoticeText.announcement.phrase
        case .announcementWaits(_, let until): CareNoticeText.hidden(until: until.map { DateText.date($0) })
        case .rectificationAsked: CareNoticeText.rectification.phrase
        }
    }

    private var action: CareNoticeText {
        switch matter {
        case .patientEmergency: .seeHistory
        case .justificationAsked: .justify
        case .announcementDue, .announcementWaits: .announce
        case .rectificationAsked: .rectify
        }
    }

    /// What must be done stays until it is done.
    private var canBeDismissed: Bool {
        switch matter {
        case .justificationAsked, .rectificationAsked: false
        case .patientEmergency, .announcementDue, .announcementWaits: true
        }
    }
}
