internal import SafeXML

/// Turns the narrative block of a section into HTML by an allow-list; whatever is not named here does not come out.
///
/// No style sheet of the document is ever followed: the generic ones let scripts, event attributes and remote images
/// through (security design § 5.6).
struct NarrativeRenderer {
    var media: NarrativeMedia
    /// Elements left out, with what they held.
    var dropped = 0
    var html = HTMLText()
    /// Name of a table that has none of its own.
    var tableName = "Tableau"

    /// The content of a `text`, an `item` or a cell.
    mutating func flow(_ parent: XMLElement, inTable: Bool = false) {
        for node in parent.content {
            switch node {
            case .text(let text): html.text(text)
            case .comment, .instruction: continue
            case .element(let element): block(element, inTable: inTable)
            }
        }
    }

    private mutating func block(_ element: XMLElement, inTable: Bool) {
        guard element.namespace == CDA.namespace else { return drop() }
        switch element.name {
        case "paragraph":
            html.tag("<p>")
            inline(element)
            html.tag("</p>")
        case "list": list(element, inTable: inTable)
        case "table" where !inTable: table(element)
        case "renderMultiMedia": figure(element)
        case "caption":
            html.tag("<p class=\"caption\">")
            inline(element)
            html.tag("</p>")
        default: phrase(element)
        }
    }

    /// The content of an element where only phrases may stand.
    mutating func inline(_ parent: XMLElement) {
        for node in parent.content {
            switch node {
            case .text(let text): html.text(text)
            case .comment, .instruction: continue
            case .element(let element): phrase(element)
            }
        }
    }

    private mutating func phrase(_ element: XMLElement) {
        guard element.namespace == CDA.namespace else { return drop() }
        switch element.name {
        case "content": styled(element)
        case "sub":
            html.tag("<sub>")
            inline(element)
            html.tag("</sub>")
        case "sup":
            html.tag("<sup>")
            inline(element)
            html.tag("</sup>")
        case "br": html.tag("<br>")
        case "linkHtml": link(element)
        case "footnote":
            html.tag("<small>")
            inline(element)
            html.tag("</small>")
        case "renderMultiMedia": image(element)
        case "footnoteRef", "col", "colgroup": return
        // A block where only phrases may stand, such as a table in a cell: its text line by line.
        case "paragraph", "item", "tr", "caption":
            inline(element)
            html.tag("<br>")
        case "td", "th":
            inline(element)
            html.text(" ")
        case "list", "table", "thead", "tbody", "tfoot": inline(element)
        default: drop()
        }
    }

    private mutating func styled(_ element: XMLElement) {
        let styles = Set((element.attribute("styleCode") ?? "").split(separator: " "))
        let isDeleted = element.attribute("revised") == "delete"
        let isInserted = element.attribute("revised") == "insert"
        let isEmphasis = styles.contains("Italics") || styles.contains("Emphasis")
        if isDeleted { html.tag("<del>") }
        if isInserted { html.tag("<ins>") }
        if styles.contains("Bold") { html.tag("<strong>") }
        if isEmphasis { html.tag("<em>") }
        if styles.contains("Underline") { html.tag("<span class=\"underline\">") }
        inline(element)
        if styles.contains("Underline") { html.tag("</span>") }
        if isEmphasis { html.tag("</em>") }
        if styles.contains("Bold") { html.tag("</strong>") }
        if isInserted { html.tag("</ins>") }
        if isDeleted { html.tag("</del>") }
    }

    /// The words of a link, then its address as text: to go there is the reader's own act.
    private mutating func link(_ element: XMLElement) {
        inline(element)
        guard let address = element.attribute("href"), Self.isWebAddress(address) else { return }
        html.tag(" <span class=\"link-target\">(adresse\u{A0}: ")
        html.text(address)
        html.tag(")</span>")
    }

    /// Longest address shown, in bytes.
    static let longestAddress = 2048

    private static func isWebAddress(_ address: String) -> Bool {
        let lower = address.prefix(8).lowercased()
        return (lower.hasPrefix("https://") || lower.hasPrefix("http://")) && address.utf8.count <= longestAddress
            && address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    private mutating func list(_ element: XMLElement, inTable: Bool) {
        if let caption = element.child("caption", in: CDA.namespace) {
            html.tag("<p class=\"caption\">")
            inline(caption)
            html.tag("</p>")
        }
        let isOrdered = element.attribute("listType") == "ordered"
        html.tag(isOrdered ? "<ol>" : "<ul>")
        for child in element.children where !child.isNamed("caption", in: CDA.namespace) {
            guard child.isNamed("item", in: CDA.namespace) else {
                drop()
                continue
            }
            html.tag("<li>")
            flow(child, inTable: inTable)
            html.tag("</li>")
        }
        html.tag(isOrdered ? "</ol>" : "</ul>")
    }

    mutating func drop() { dropped += 1 }
}
