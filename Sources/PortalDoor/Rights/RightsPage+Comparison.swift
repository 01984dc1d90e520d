import PageKit
import Wording

/// Page 19: two professions side by side.
extension RightsPage {
    /// One of the two.
    typealias Side = (label: Phrase, categories: [Category])

    func comparison(_ one: Side, _ other: Side, _ frame: Frame) -> [Node] {
        let heading = RightsText.comparison(one.label, other.label)
        return nodes {
            tag("h2", .id("reponse")) { frame(heading) }
            paragraph(frame(RightsText.legend))
            tag("table", .class("list stacked rights")) {
                tag("caption") { frame(RightsText.comparisonCaption) }
                tag("thead") {
                    tag("tr") {
                        tag("th", Attribute("scope", "col")) { frame(RightsText.categoryColumn) }
                        for side in [one, other] { tag("th", Attribute("scope", "col")) { frame(side.label) } }
                    }
                }
                tag("tbody") {
                    for (left, right) in zip(one.categories, other.categories) {
                        tag("tr") {
                            tag("th", Attribute("scope", "row")) { left.label }
                            tag("td", Attribute("data-column", frame(one.label))) { answer(left, frame) }
                            tag("td", Attribute("data-column", frame(other.label))) { answer(right, frame) }
                        }
                    }
                }
            }
        }
    }
}
