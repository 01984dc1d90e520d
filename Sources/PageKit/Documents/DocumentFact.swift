package import Wording

/// Something known of a document, on its page.
package struct DocumentFact: Sendable {
    let label: Phrase
    let value: String
    /// Whether the value is somebody else's text.
    let isForeign: Bool

    package init(label: Phrase, value: String, isForeign: Bool = true) {
        self.label = label
        self.value = value
        self.isForeign = isForeign
    }

    /// What is known, after what the door says of it first.
    package static func list(_ facts: [DocumentFact], _ frame: Frame, first: Node? = nil) -> Node {
        section("informations", DocumentPageText.facts, frame, class: "panel") {
            if let first { first }
            tag("dl") {
                for fact in facts {
                    tag("div") {
                        tag("dt") { frame(fact.label) }
                        tag("dd") { fact.isForeign ? french(fact.value, frame) : Node.text(fact.value) }
                    }
                }
            }
        }
    }
}
