import HealthRecord
import PageKit
import Wording

/// The objection to the suspension of a record, by its holder or for him: asked once, and then waited for (CSP R1111-36).
struct SuspensionPage: Page {
    enum State: Sendable {
        /// Nobody has objected; the record closes by itself on a day.
        case open
        /// An objection is being examined.
        case waiting(since: Instant)
        /// It was examined, and the suspension stays.
        case refused
    }

    let since: Instant
    let state: State
    var words = ""
    var faults: [FieldFault] = []
    var notice: Phrase?

    var place: Place? { .record }
    var trail: [Crumb] { [Crumb(label: ShellText.record.phrase, path: Paths.record)] }

    func heading(_ language: Language) -> String { SuspensionText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(SuspensionText.suspended(on: DateText.date(since))), class: "lead")
            paragraph(frame(SuspensionText.meaning))
            switch state {
            case .open: form(frame)
            case .waiting(let since):
                section("opposition", SuspensionText.waiting, frame, class: "panel") {
                    paragraph(frame(FeedingText.askedOn(DateText.date(since))))
                    paragraph(frame(SuspensionText.stays))
                }
            case .refused:
                section("opposition", SuspensionText.refusedTitle, frame, class: "panel") {
                    paragraph(frame(SuspensionText.refused))
                    tag("p") { link(frame(ShellText.contact), to: Paths.contact) }
                }
            }
            tag("ul", .class("plain")) {
                tag("li") { link(frame(ShellText.history), to: Paths.history) }
                tag("li") { link(frame(ClosingText.title), to: Paths.closing) }
            }
        }
    }

    private func form(_ frame: Frame) -> Node {
        section("opposition", SuspensionText.objectTitle, frame, class: "panel") {
            paragraph(frame(SuspensionText.law))
            Forms.post(Paths.suspension, frame) {
                Forms.area(
                    FormNames.words,
                    frame(SuspensionText.reason),
                    words,
                    hint: frame(SuspensionText.reasonHint),
                    maximum: HolderRequestKind.reasonLimit,
                    isRequired: true,
                    faults: faults,
                    frame
                )
                Forms.submit(frame(FeedingText.send))
            }
        }
    }
}
