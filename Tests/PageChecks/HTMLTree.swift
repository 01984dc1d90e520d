/// An element of a page under check.
package final class HTMLElement {
    package let name: String
    package let attributes: [String: String]
    package var children: [HTMLChild] = []

    package init(_ name: String, _ attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    /// All elements inside, in document order.
    package var descendants: [HTMLElement] {
        children.flatMap { child -> [HTMLElement] in
            if case .element(let element) = child { [element] + element.descendants } else { [] }
        }
    }

    package func all(_ names: String...) -> [HTMLElement] { descendants.filter { names.contains($0.name) } }

    /// All text inside.
    package var text: String {
        children.map { child in
            switch child {
            case .text(let text): text
            case .element(let element): element.text
            }
        }.joined()
    }
}

package enum HTMLChild {
    case element(HTMLElement)
    case text(String)
}

package struct HTMLFault: Error, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
}

/// A parser for pages as this house writes them: every tag closed, every value quoted.
///
/// What a browser would repair is a fault.
package struct HTMLParser {
    package static let void: Set<String> = ["meta", "link", "input", "img", "br", "hr", "wbr"]
    private var rest: Substring

    package static func parse(_ html: String) throws -> HTMLElement {
        guard html.hasPrefix("<!doctype html>\n") else { throw HTMLFault(description: "doctype") }
        var parser = HTMLParser(rest: html.dropFirst("<!doctype html>\n".count))
        let root = HTMLElement("#root", [:])
        try parser.fill(root)
        guard parser.rest.isEmpty else { throw HTMLFault(description: "markup after the end") }
        return root
    }

    private mutating func fill(_ parent: HTMLElement) throws {
        while !rest.isEmpty {
            if rest.hasPrefix("</") {
                guard let end = rest.firstIndex(of: ">") else { throw HTMLFault(description: "open end tag") }
                let name = rest[rest.index(rest.startIndex, offsetBy: 2)..<end]
                guard name == parent.name else { throw HTMLFault(description: "</\(name)> inside <\(parent.name)>") }
                rest = rest[rest.index(after: end)...]
                return
            }
            if rest.hasPrefix("<") {
                let element = try start()
                parent.children.append(.element(element))
                if !Self.void.contains(element.name) { try fill(element) }
            } else {
                let text = rest.prefix { $0 != "<" }
                rest = rest.dropFirst(text.count)
                guard !text.contains(">") else { throw HTMLFault(description: "bare > in text") }
                parent.children.append(.text(try Self.unescaped(text)))
            }
        }
        guard parent.name == "#root" else { throw HTMLFault(description: "<\(parent.name)> is not closed") }
    }

    private mutating func start() throws -> HTMLElement {
        rest = rest.dropFirst()
        let name = rest.prefix { $0.isLetter || $0.isNumber }
        rest = rest.dropFirst(name.count)
        guard !name.isEmpty else { throw HTMLFault(description: "bare < in text") }
        var attributes: [String: String] = [:]
        while rest.hasPrefix(" ") {
            rest = rest.dropFirst()
            let key = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
            guard !key.isEmpty else { throw HTMLFault(description: "attribute of <\(name)>") }
            rest = rest.dropFirst(key.count)
            var value = ""
            if rest.hasPrefix("=\"") {
                rest = rest.dropFirst(2)
                let raw = rest.prefix { $0 != "\"" }
                guard !raw.contains("<") else { throw HTMLFault(description: "< in a value") }
                value = try Self.unescaped(raw)
                rest = rest.dropFirst(raw.count + 1)
            }
            guard attributes.updateValue(value, forKey: String(key)) == nil else {
                throw HTMLFault(description: "\(key) twice on <\(name)>")
            }
        }
        guard rest.hasPrefix(">") else { throw HTMLFault(description: "<\(name)> does not end") }
        rest = rest.dropFirst()
        return HTMLElement(String(name), attributes)
    }

    private static func unescaped(_ text: Substring) throws -> String {
        let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
        var result = ""
        var rest = text
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...]
            guard let (entity, character) = entities.first(where: { rest.hasPrefix($0.key) }) else {
                throw HTMLFault(description: "bare & in text")
            }
            result += character
            rest = rest.dropFirst(entity.count)
        }
        return result + rest
    }
}
