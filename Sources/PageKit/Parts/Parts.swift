package import Wording

/// A section named by its heading.
package func section(
    _ id: String,
    _ title: some CatalogueText,
    _ frame: Frame,
    class name: String? = nil,
    @HTMLBuilder content: () -> [Node]
) -> Node {
    tag("section", .labelled(by: id), name.map { .class($0) }) {
        tag("h2", .id(id)) { frame(title) }
        content()
    }
}

/// A cell that names its column where the table is stacked on a narrow screen.
package func cell(_ column: some CatalogueText, _ frame: Frame, @HTMLBuilder content: () -> [Node]) -> Node {
    tag("td", Attribute("data-column", frame(column))) { content() }
}

/// A row of column heads.
package func columns<Text: CatalogueText>(_ texts: [Text], _ frame: Frame) -> Node {
    tag("thead") {
        tag("tr") { for text in texts { tag("th", Attribute("scope", "col")) { frame(text) } } }
    }
}
