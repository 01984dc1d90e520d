public import HealthRecord
public import SafeXML

/// A section of a document as safe HTML.
public struct RenderedSection: Hashable, Sendable {
    /// Title, as text (not HTML).
    public let title: String?
    /// Code of the section.
    public let code: Code?
    /// A `section` element with its heading, its narrative and the sections inside it.
    public let html: String
    /// Elements that were left out because the allow-list does not name them.
    public let droppedElements: Int
}

/// The narrative of a document as HTML that can do nothing but be read.
public enum NarrativeHTML {
    /// Deepest heading of HTML.
    public static let lastHeading = 6

    /// All sections of a structured body, in order; none for a non-structured one.
    ///
    /// - Parameter headingLevel: level of the outermost section titles, 1 to 6.
    public static func sections(
        of document: XMLDocument,
        headingLevel: Int = 2,
        limits: NarrativeLimits = NarrativeLimits()
    ) -> [RenderedSection] {
        guard let body = document.root.walk("component", "structuredBody") else { return [] }
        var media = NarrativeMedia(body, limits: limits)
        var rendered: [RenderedSection] = []
        for component in body.all("component") {
            for section in component.all("section") {
                var renderer = NarrativeRenderer(media: media)
                renderer.section(section, level: min(max(headingLevel, 1), lastHeading))
                media = renderer.media
                rendered.append(
                    RenderedSection(
                        title: section.child("title", in: CDA.namespace)?.deepText.trimmed.nonEmpty,
                        code: section.child("code", in: CDA.namespace)?.optionalCode,
                        html: renderer.html.html,
                        droppedElements: renderer.dropped
                    )
                )
            }
        }
        return rendered
    }
}

extension NarrativeRenderer {
    /// A section with those inside it; one without a title takes no level of heading.
    mutating func section(_ section: XMLElement, level: Int) {
        html.tag("<section>")
        var inner = level
        if let title = section.child("title", in: CDA.namespace)?.deepText.trimmed.nonEmpty {
            tableName = title
            heading(title, level)
            inner = min(level + 1, NarrativeHTML.lastHeading)
        }
        if let text = section.child("text", in: CDA.namespace) { flow(text) }
        for component in section.all("component") {
            for nested in component.all("section") { self.section(nested, level: inner) }
        }
        html.tag("</section>")
    }

    private mutating func heading(_ title: String, _ level: Int) {
        let tags: (StaticString, StaticString) =
            switch level {
            case 1: ("<h1>", "</h1>")
            case 2: ("<h2>", "</h2>")
            case 3: ("<h3>", "</h3>")
            case 4: ("<h4>", "</h4>")
            case 5: ("<h5>", "</h5>")
            default: ("<h6>", "</h6>")
            }
        html.tag(tags.0)
        html.text(title)
        html.tag(tags.1)
    }
}
