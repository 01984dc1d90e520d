package import ClinicalDocuments
import Foundation

/// A piece of HTML: markup comes from this file's functions, text and attribute values are always escaped.
///
/// There is no way to make one from a string of markup, but for the sections that `ClinicalDocuments` has rendered safe.
package struct Node: Sendable {
    fileprivate(set) var markup: String

    private init(markup: String) { self.markup = markup }

    /// Text between tags.
    package static func text(_ value: String) -> Node { Node(markup: Escaping.escaped(value)) }

    /// Text without spaces, such as an address: where a line must break, it breaks between parts and adds no character.
    package static func jointed(_ value: String) -> Node {
        var parts = [""]
        for character in value {
            if ".-_/".contains(character), parts.last?.isEmpty == false { parts.append("") }
            parts[parts.count - 1].append(character)
            if character == "@" { parts.append("") }
        }
        return Node(markup: parts.filter { !$0.isEmpty }.map(Escaping.escaped).joined(separator: "<wbr>"))
    }

    /// A section of a clinical document, made safe by its renderer.
    package static func narrative(_ section: RenderedSection) -> Node { Node(markup: section.html) }

    /// The style sheet of a document shown apart; from this bundle, never from data.
    package static func style(_ sheet: StyleSheet, nonce: String) -> Node {
        Node(markup: "<style nonce=\"\(Escaping.escaped(nonce))\">\(sheet.text)</style>")
    }

    /// An element with its content.
    package static func element(_ name: StaticString, _ attributes: [Attribute], _ content: [Node]) -> Node {
        let line = blocks.contains("\(name)") ? "\n" : ""
        return Node(
            markup: "<\(name)" + attributes.map(\.markup).joined() + ">" + content.map(\.markup).joined()
                + "</\(name)>" + line
        )
    }

    /// An element that holds nothing, such as `input`.
    package static func void(_ name: StaticString, _ attributes: [Attribute]) -> Node {
        Node(markup: "<\(name)" + attributes.map(\.markup).joined() + ">\n")
    }

    /// A whole page.
    package static func document(language: String, _ content: [Node]) -> String {
        "<!doctype html>\n<html lang=\"\(Escaping.escaped(language))\">\n" + content.map(\.markup).joined()
            + "</html>\n"
    }

    /// A line end after these keeps golden files readable and changes nothing on the screen.
    private static let blocks: Set<String> = [
        "head", "body", "header", "main", "footer", "nav", "section", "div", "p", "ul", "ol", "li", "dl", "dt", "dd",
        "table", "thead", "tbody", "tr", "th", "td", "caption", "form", "fieldset", "legend", "h1", "h2", "h3", "h4",
        "title", "label", "details", "summary", "select", "option", "iframe", "svg", "figure", "figcaption", "article",
        "button", "time", "aside", "textarea",
    ]
}

/// One attribute of an element.
package struct Attribute: Sendable {
    fileprivate let markup: String

    private init(markup: String) { self.markup = markup }

    /// An attribute with a value, escaped.
    package init(_ name: StaticString, _ value: String) { markup = " \(name)=\"\(Escaping.escaped(value))\"" }

    /// A picture inside the page; its base64 text has nothing to escape, and may be long.
    package static func source(mediaType: String, _ bytes: [UInt8]) -> Attribute {
        Attribute(
            markup: " src=\"data:\(Escaping.escaped(mediaType));base64,\(Data(bytes).base64EncodedString())\""
        )
    }

    /// An attribute that is there or not.
    package init(_ name: StaticString) { markup = " \(name)" }
}
