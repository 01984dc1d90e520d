package import Wording

/// Something that a list is narrowed by.
package struct ChosenFilter: Sendable {
    package let label: Phrase
    /// What was picked; nil for a box that is ticked.
    package let value: Phrase?

    package init(_ label: Phrase, _ value: Phrase? = nil) {
        self.label = label
        self.value = value
    }

    fileprivate func node(_ frame: Frame) -> Node {
        tag("span", .class("badge quiet")) {
            frame(label)
            if let value {
                frame.language == .french ? "\u{A0}: " : ": "
                foreign(frame(value))
            }
        }
    }
}

extension Forms {
    /// A filter behind its name, so that the list comes first; open where something is chosen or wrong in it.
    package static func folded(_ name: String, isOpen: Bool, _ filter: Node) -> Node {
        tag("details", .class("filter-fold no-print"), isOpen ? Attribute("open") : nil) {
            tag("summary") { name }
            filter
        }
    }

    /// What a list is narrowed by, with the way back to the whole of it.
    package static func chosen(_ choices: [ChosenFilter], whole path: String, _ frame: Frame) -> Node {
        tag("ul", .class("chosen"), Attribute("aria-label", frame(ShellText.chosen))) {
            for choice in choices { tag("li") { choice.node(frame) } }
            tag("li", .class("no-print")) { link(frame(ShellText.clearChoices), to: path) }
        }
    }
}
