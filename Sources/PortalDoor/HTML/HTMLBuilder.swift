import Wording

/// Lets content be written as a list: texts are escaped, nodes stand as they are.
@resultBuilder
enum HTMLBuilder {
    static func buildExpression(_ text: String) -> [Node] { [.text(text)] }
    static func buildExpression(_ node: Node) -> [Node] { [node] }
    static func buildExpression(_ node: Node?) -> [Node] { node.map { [$0] } ?? [] }
    static func buildExpression(_ nodes: [Node]) -> [Node] { nodes }
    static func buildBlock(_ parts: [Node]...) -> [Node] { parts.flatMap { $0 } }
    static func buildOptional(_ part: [Node]?) -> [Node] { part ?? [] }
    static func buildEither(first part: [Node]) -> [Node] { part }
    static func buildEither(second part: [Node]) -> [Node] { part }
    static func buildArray(_ parts: [[Node]]) -> [Node] { parts.flatMap { $0 } }
}

/// An element whose content is written as a list.
func tag(_ name: StaticString, _ attributes: Attribute?..., @HTMLBuilder content: () -> [Node] = { [] }) -> Node {
    .element(name, attributes.compactMap { $0 }, content())
}

/// Several nodes as one list.
func nodes(@HTMLBuilder _ content: () -> [Node]) -> [Node] { content() }

/// A paragraph.
func paragraph(_ text: String, class name: String? = nil) -> Node {
    tag("p", name.map { .class($0) }) { text }
}

/// Text of somebody else, such as a title: its writing direction stays its own.
func foreign(_ text: String) -> Node { tag("bdi") { text } }

/// A link.
func link(_ text: String, to path: String, class name: String? = nil) -> Node {
    tag("a", .href(path), name.map { .class($0) }) { text }
}

extension Attribute {
    static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
    static func id(_ value: String) -> Attribute { Attribute("id", value) }
    static func href(_ value: String) -> Attribute { Attribute("href", value) }
    static func name(_ value: String) -> Attribute { Attribute("name", value) }
    static func value(_ value: String) -> Attribute { Attribute("value", value) }
    static func type(_ value: String) -> Attribute { Attribute("type", value) }
    static func labelled(by id: String) -> Attribute { Attribute("aria-labelledby", id) }
    static func described(by ids: [String]) -> Attribute? {
        ids.isEmpty ? nil : Attribute("aria-describedby", ids.joined(separator: " "))
    }
    static let hidden = Attribute("aria-hidden", "true")
}
