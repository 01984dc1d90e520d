package import HealthRecord
import Wording

/// How a document's content is shown on its page.
package enum DocumentShowing: Sendable {
    case frame, nothing

    /// Goes by the format, so that showing the page opens nothing.
    package init(_ entry: DocumentEntry) {
        let isShown = [
            "text/xml", "application/xml", "application/pdf", "text/plain", "image/jpeg", "image/png",
        ].contains(entry.mimeType)
        self = isShown || entry.formatCode.value.contains("xds-sd:pdf") ? .frame : .nothing
    }

    /// The content in a frame of its own, and the way to see it alone; what stands in the paper's place goes below.
    ///
    /// The frame runs nothing and reaches nothing (security design § 5.6).
    package func embedded(content: String, _ frame: Frame, below: [Node] = []) -> Node {
        section("contenu-document", DocumentPageText.content, frame, class: "document") {
            switch self {
            case .frame:
                tag(
                    "iframe",
                    Attribute("src", content),
                    Attribute("title", frame(DocumentPageText.frame)),
                    Attribute("sandbox", ""),
                    Attribute("referrerpolicy", "no-referrer"),
                    Attribute("loading", "lazy")
                )
                tag("p", .class("no-print")) { link(frame(DocumentPageText.openAlone), to: content) }
                below
            case .nothing: paragraph(frame(DocumentPageText.unreadable))
            }
        }
    }
}
