import HealthRecord
import PageKit
import Wording

/// The access of the host's physician: asked for, waiting, open, ended by the holder (CSP L1111-8).
struct HostAccessPage: Page {
    enum State: Sendable {
        case none
        case waiting(UniqueID, since: Instant)
        case open(until: Instant)
    }

    let state: State
    /// Who keeps the record; nil where the record does not say it.
    var host: HostID?
    var notice: Phrase?

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: SettingsText.title.phrase, path: Paths.settings)] }

    func heading(_ language: Language) -> String { HostAccessText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(HostAccessText.lead), class: "lead")
            if let host { paragraph(frame(HostAccessText.keeper(host.text))) }
            for text in [HostAccessText.when, .two, .traced] { paragraph(frame(text)) }
            switch state {
            case .none:
                paragraph(frame(HostAccessText.none))
                gesture("demander", .ask, nil, frame)
            case .waiting(let id, let since):
                section("acces", HostAccessText.waiting, frame, class: "panel") {
                    paragraph(frame(HostAccessText.askedOn(DateText.date(since))))
                    paragraph(frame(HostAccessText.waitingHint))
                    gesture("retirer", .cancel, id, frame)
                }
            case .open(let until):
                section("acces", HostAccessText.underWay, frame, class: "panel alert") {
                    paragraph(frame(HostAccessText.until(DateText.moment(until))))
                    paragraph(frame(HostAccessText.endHint))
                    gesture("terminer", .end, nil, frame)
                }
            }
        }
    }

    private func gesture(_ name: String, _ text: HostAccessText, _ id: UniqueID?, _ frame: Frame) -> Node {
        Forms.post(Paths.hostAccess, frame, class: "inline") {
            Forms.hidden(FormNames.choice, name)
            if let id { Forms.hidden(FormNames.request, id.text) }
            Forms.submit(frame(text), class: name == "retirer" ? "button quiet" : "button")
        }
    }
}
