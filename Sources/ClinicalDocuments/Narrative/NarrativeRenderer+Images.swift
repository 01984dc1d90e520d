internal import SafeXML

extension NarrativeRenderer {
    private static let alternative = "Image jointe au document"

    /// An image as a block, its caption beneath.
    mutating func figure(_ element: XMLElement) {
        guard let source = source(element) else { return }
        html.tag("<figure>")
        html.open("img", ["src": source, "alt": Self.alternative])
        if let caption = element.child("caption", in: CDA.namespace) {
            html.tag("<figcaption>")
            inline(caption)
            html.tag("</figcaption>")
        }
        html.tag("</figure>")
    }

    /// An image among words, its caption as the alternative text.
    mutating func image(_ element: XMLElement) {
        guard let source = source(element) else { return }
        let caption = element.child("caption", in: CDA.namespace)?.deepText.trimmed ?? ""
        html.open("img", ["src": source, "alt": caption.isEmpty ? Self.alternative : String(caption)])
    }

    private mutating func source(_ element: XMLElement) -> String? {
        let reference = element.attribute("referencedObject") ?? ""
        guard let source = media.source(of: reference) else {
            drop()
            html.tag("<span class=\"left-out\">[image non affichée]</span>")
            return nil
        }
        return source
    }
}
