import Wording

/// Lets content be written as a list: texts are escaped, nodes stand as they are.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ text: String) -> [Node] { [.text(text)] }
    package static func buildExpression(_ node: Node) -> [Node] { [node] }
    package static func buildExpression(_ node: Node?) -> [Node] { node.map { [$0] } ?? [] }
    package static func buildExpression(_ nodes: [Node]) -> [Node] { nodes }
    package static func buildBlock(_ parts: [Node]...) -> [Node] { parts.flatMap { $0 } }
    package static func buildOptional(_ part: [Node]?) -> [Node] { part ?? [] }
    package static func buildEither(first part: [Node]) -> [Node] { part }
    package static func buildEither(second part: [Node]) -> [Node] { part }
    package static func buildArray(_ parts: [[Node]]) -> [Node] { parts.flatMap { $0 } }
}

/// An element whose content is written as a list.
package func tag(_ name: StaticString, _ attributes: Attribute?..., @HTMLBuilder content: () -> [Node] = { [] }) -> Node
{
    .element(name, attributes.compactMap { $0 }, content())
}

/// Several nodes as one list.
package func nodes(@HTMLBuilder _ content: () -> [Node]) -> [Node] { content() }

/// A paragraph.
package func paragraph(_ text: String, class name: String? = nil) -> Node {
    tag("p", name.map { .class($0) }) { text }
}

/// Text of somebody else, such as a title: its writing direction stays its own.
package func foreign(_ text: String) -> Node { tag("bdi") { text } }

/// An address of somebody, whose parts a narrow column may stand below each other.
package func electronicAddress(_ text: String) -> Node { tag("bdi") { Node.jointed(text) } }

/// French words of somebody else, such as a document's title: marked as such on a page in another language.
package func french(_ text: String, _ frame: Frame) -> Node {
    tag("bdi", frame.language == .french ? nil : Attribute("lang", "fr")) { text }
}

/// A link.
package func link(_ text: String, to path: String, class name: String? = nil) -> Node {
    tag("a", .href(path), name.map { .class($0) }) { text }
}

extension Attribute {
    package static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
    package static func id(_ value: String) -> Attribute { Attribute("id", value) }
    package static func href(_ value: String) -> Attribute { Attribute("href", value) }
    package static func name(_ value: String) -> Attribute { Attribute("name", value) }
    package static func value(_ value: String) -> Attribute { Attribute("value", value) }
    package static func type(_ value: String) -> Attribute { Attribute("type", value) }
    package static func labelled(by id: String) -> Attribute { Attribute("aria-labelledby", id) }
    package static func described(by ids: [String]) -> Attribute? {
        ids.isEmpty ? nil : Attribute("aria-describedby", ids.joined(separator: " "))
    }
    package static let hidden = Attribute("aria-hidden", "true")
}
