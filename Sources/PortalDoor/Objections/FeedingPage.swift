import HealthRecord
import PageKit
import Wording

/// The objection to feeding for a legitimate reason: asked, examined, in force, ended (CSP R1111-47).
struct FeedingPage: Page {
    enum State: Sendable {
        /// Others file in the record; whether the last objection was refused.
        case open(wasRefused: Bool)
        /// An objection is being examined.
        case waiting(UniqueID, since: Instant)
        /// One was accepted: nothing comes in.
        case inForce
    }

    let state: State
    /// Whether the one signed in may decide it.
    var mayDecide = true
    var reason = ""
    var faults: [FieldFault] = []
    var notice: Phrase?

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: SettingsText.title.phrase, path: Paths.settings)] }

    func heading(_ language: Language) -> String { FeedingText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        switch state {
        case .open(let wasRefused):
            nodes {
                paragraph(frame(FeedingText.lead), class: "lead")
                if wasRefused { paragraph(frame(FeedingText.notGranted)) }
                if mayDecide { form(frame) }
            }
        case .waiting(let id, let since):
            nodes {
                section("opposition", FeedingText.waiting, frame, class: "panel") {
                    paragraph(frame(FeedingText.askedOn(DateText.date(since))))
                    paragraph(frame(FeedingText.stays))
                    if mayDecide { gesture("retirer", .cancel, id, frame) }
                }
            }
        case .inForce:
            nodes {
                section("opposition", FeedingText.refusesTitle, frame, class: "panel") {
                    paragraph(frame(FeedingText.refuses))
                    paragraph(frame(FeedingText.allowLead))
                    if mayDecide { gesture("autoriser", .allow, nil, frame) }
                }
            }
        }
    }

    private func form(_ frame: Frame) -> Node {
        section("opposition", FeedingText.objectTitle, frame, class: "panel") {
            paragraph(frame(FeedingText.law))
            paragraph(frame(FeedingText.still))
            Forms.post(Paths.feeding, frame) {
                Forms.area(
                    FormNames.words,
                    frame(FeedingText.reason),
                    reason,
                    hint: frame(FeedingText.reasonHint),
                    maximum: HolderRequestKind.reasonLimit,
                    isRequired: true,
                    faults: faults,
                    frame
                )
                Forms.submit(frame(FeedingText.send))
            }
        }
    }

    private func gesture(_ name: String, _ text: FeedingText, _ id: UniqueID?, _ frame: Frame) -> Node {
        Forms.post(Paths.feedingEnd, frame, class: "inline") {
            Forms.hidden(FormNames.choice, name)
            if let id { Forms.hidden(FormNames.request, id.text) }
            Forms.submit(frame(text), class: "button quiet")
        }
    }
}
