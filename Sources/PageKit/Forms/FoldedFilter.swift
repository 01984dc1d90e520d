package import HealthRecord
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

    /// What was picked among several, in words; nil where nothing was.
    package static func picked(
        _ label: some CatalogueText,
        _ value: String,
        among options: [(value: String, label: String)]
    ) -> ChosenFilter? {
        guard !value.isEmpty else { return nil }
        let known = options.first { $0.value == value }.map { Phrase(verbatim: $0.label) }
        return ChosenFilter(label.phrase, known ?? ShellText.chosenNowhere.phrase)
    }

    /// A day that was typed; nil where none was, or none that can be read: it narrows nothing.
    package static func day(_ label: some CatalogueText, _ day: CalendarDate?) -> ChosenFilter? {
        day.map { ChosenFilter(label.phrase, DateText.date($0)) }
    }

    /// A box that is ticked; nil for an empty one.
    package static func ticked(_ label: some CatalogueText, _ isTicked: Bool) -> ChosenFilter? {
        isTicked ? ChosenFilter(label.phrase) : nil
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

/// The filter of a list: its fields behind its name, so that the list comes first, and above them what it was narrowed by.
package struct FoldedFilter: Sendable {
    let name: Phrase
    /// Where the filter leads.
    let path: String
    /// Where the whole of the list is.
    let whole: String
    /// What the list is narrowed by; nil while it is as it was met.
    let chosen: [ChosenFilter]?
    let faults: [FieldFault]

    package init(
        _ name: some CatalogueText,
        at path: String,
        whole: String? = nil,
        chosen: [ChosenFilter?]?,
        faults: [FieldFault]
    ) {
        self.name = name.phrase
        self.path = path
        self.whole = whole ?? path
        self.chosen = chosen?.compactMap { $0 }
        self.faults = faults
    }

    /// The filter with its fields; open where something is chosen or wrong in it.
    package func nodes(_ frame: Frame, @HTMLBuilder fields: () -> [Node]) -> [Node] {
        let form = Forms.get(path, legend: frame(name), content: fields)
        let isOpen = chosen != nil || !faults.isEmpty
        return PageKit.nodes {
            if let chosen { list(chosen, frame) }
            tag("details", .class("filter-fold no-print"), isOpen ? Attribute("open") : nil) {
                tag("summary") { frame(name) }
                form
            }
        }
    }

    /// What the list is narrowed by, with the way back to the whole of it.
    private func list(_ chosen: [ChosenFilter], _ frame: Frame) -> Node {
        tag("ul", .class("chosen"), Attribute("aria-label", frame(ShellText.chosen))) {
            for choice in chosen { tag("li") { choice.node(frame) } }
            tag("li", .class("no-print")) { link(frame(ShellText.clearChoices), to: whole) }
        }
    }
}
