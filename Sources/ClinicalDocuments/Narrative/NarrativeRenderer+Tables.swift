internal import SafeXML

extension NarrativeRenderer {
    /// A table with a caption and scoped headers, as RGAA 5 asks.
    mutating func table(_ element: XMLElement) {
        html.tag("<table><caption>")
        if let caption = element.child("caption", in: CDA.namespace) {
            inline(caption)
        } else {
            html.text(tableName)
        }
        html.tag("</caption>")
        var hasLooseRows = false
        for child in element.children {
            let isRow = child.isNamed("tr", in: CDA.namespace)
            if isRow != hasLooseRows {
                html.tag(isRow ? "<tbody>" : "</tbody>")
                hasLooseRows = isRow
            }
            if isRow { row(child, isHead: false) } else { part(child) }
        }
        if hasLooseRows { html.tag("</tbody>") }
        html.tag("</table>")
    }

    private mutating func part(_ element: XMLElement) {
        guard element.namespace == CDA.namespace else { return drop() }
        switch element.name {
        case "thead":
            html.tag("<thead>")
            rows(element, isHead: true)
            html.tag("</thead>")
        case "tbody":
            html.tag("<tbody>")
            rows(element, isHead: false)
            html.tag("</tbody>")
        case "tfoot":
            html.tag("<tfoot>")
            rows(element, isHead: false)
            html.tag("</tfoot>")
        case "caption", "col", "colgroup": return
        default: drop()
        }
    }

    private mutating func rows(_ part: XMLElement, isHead: Bool) {
        for child in part.children {
            if child.isNamed("tr", in: CDA.namespace) { row(child, isHead: isHead) } else { drop() }
        }
    }

    private mutating func row(_ element: XMLElement, isHead: Bool) {
        html.tag("<tr>")
        for cell in element.children {
            guard cell.isNamed("td", in: CDA.namespace) || cell.isNamed("th", in: CDA.namespace) else {
                drop()
                continue
            }
            // A header cell without a word names nothing: it is an ordinary cell.
            let isHeader = (isHead || cell.name == "th") && !cell.deepText.trimmed.isEmpty
            let columns = Self.span(cell.attribute("colspan"))
            let rows = Self.span(cell.attribute("rowspan"))
            if isHeader {
                html.open("th", ["scope": Self.scope(cell, isHead: isHead), "colspan": columns, "rowspan": rows])
                flow(cell, inTable: true)
                html.tag("</th>")
            } else {
                html.open("td", ["colspan": columns, "rowspan": rows])
                flow(cell, inTable: true)
                html.tag("</td>")
            }
        }
        html.tag("</tr>")
    }

    private static func scope(_ cell: XMLElement, isHead: Bool) -> String {
        let stated = cell.attribute("scope") ?? ""
        return ["row", "col", "rowgroup", "colgroup"].contains(stated) ? stated : isHead ? "col" : "row"
    }

    /// A span from 2 to 100; anything else is the ordinary 1.
    private static func span(_ text: String?) -> String? {
        guard let text, text.utf8.count <= 3, let number = Int(text), (2...100).contains(number) else { return nil }
        return "\(number)"
    }
}
