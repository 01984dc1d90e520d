import HealthRecord
import PageKit
import Wording

/// Documents as small sheets, each with its kind, title, day and author: all from the list.
///
/// A picture of the document would open it, and the patient would read of a reading that nobody made.
struct ThumbnailGrid: Sendable {
    let handle: String
    let lines: [DocumentLine]

    @HTMLBuilder
    func node(_ frame: Frame) -> [Node] {
        paragraph(frame(CareViewsText.thumbnailsHint), class: "hint")
        tag("ul", .class("cards tiles")) { for line in lines { card(line, frame) } }
    }

    private func card(_ line: DocumentLine, _ frame: Frame) -> Node {
        tag("li", .class("card tile")) {
            tag("p", .class("tile-kind")) {
                Self.icon(line.category.code).node
                tag("span") { frame(line.type) }
            }
            tag("a", .class("card-link"), .href(Paths.document(handle, line.id))) { line.name(frame) }
            tag("p") { frame(line.date) }
            tag("p") { foreign(line.author) }
            tag("p", .class("badges")) { for state in line.states { state.badge(frame) } }
        }
    }

    /// A drawing for each category of the DMP (JDV_J57).
    private static func icon(_ code: String) -> Icon {
        switch code {
        case "11": .heart
        case "31": .eye
        case "42", "43", "45": .plus
        case "44": .todo
        case "52": .shield
        case "60": .clock
        case "90": .pen
        case "95": .archive
        default: .sheet
        }
    }
}
