import HealthRecord
import PageKit
import Wording

/// What a patient asks the author of a document to put right, and the answer.
struct RectificationPage: Page {
    enum Choice: String, CaseIterable, Sendable {
        case done = "rectifie"
        case refuse = "refuse"
    }

    let handle: String
    let request: UniqueID
    let asked: Rectification
    let at: Instant
    /// Whether he may open the document here.
    let isThere: Bool
    var choice: Choice?
    var reason = ""
    var faults: [FieldFault] = []

    var trail: [Crumb] { [Crumb(label: CareShellText.patients.phrase, path: Paths.patients)] }

    func heading(_ language: Language) -> String { CareRectificationText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CareRectificationText.lead), class: "lead")
            section("demande", CareRectificationText.asked, frame, class: "panel") {
                tag("dl") {
                    tag("div") {
                        tag("dt") { frame(CareRectificationText.document) }
                        tag("dd") {
                            asked.title.isEmpty ? .text(frame(DocumentsPageText.noTitle)) : foreign(asked.title)
                        }
                    }
                    tag("div") {
                        tag("dt") { frame(CareRectificationText.day) }
                        tag("dd") { frame(DateText.moment(at)) }
                    }
                }
                tag("p") { foreign(asked.words) }
                if isThere {
                    tag("div", .class("buttons")) {
                        link(
                            frame(CareRectificationText.replace),
                            to: Paths.replace(handle, asked.document),
                            class: "button"
                        )
                        link(
                            frame(CareRectificationText.open),
                            to: Paths.document(handle, asked.document),
                            class: "button quiet"
                        )
                    }
                }
            }
            Forms.post(Paths.rectification(handle, request), frame) {
                Forms.radios(
                    Names.choice,
                    frame(CareRectificationText.answer),
                    [
                        (Choice.done.rawValue, frame(CareRectificationText.done)),
                        (Choice.refuse.rawValue, frame(CareRectificationText.refuse)),
                    ],
                    chosen: choice?.rawValue,
                    hint: frame(CareRectificationText.doneHint),
                    faults: faults,
                    frame
                )
                Forms.area(
                    Names.reason,
                    frame(CareRectificationText.reason),
                    reason,
                    hint: frame(CareRectificationText.reasonHint),
                    maximum: Rectification.mostText,
                    faults: faults,
                    frame
                )
                Forms.submit(frame(CareRectificationText.send))
            }
        }
    }
}
