package import HealthRecord
import Wording

/// How a document's content is shown on its page.
package enum DocumentShowing: Sendable {
    case frame, pdf, nothing

    /// Goes by the format, so that showing the page opens nothing.
    package init(_ entry: DocumentEntry) {
        if entry.formatCode.value.contains("xds-sd:pdf") || entry.mimeType == "application/pdf" {
            self = .pdf
        } else {
            let isShown = ["text/xml", "application/xml", "text/plain", "image/jpeg", "image/png"]
                .contains(entry.mimeType)
            self = isShown ? .frame : .nothing
        }
    }

    /// The content in a frame of its own, and the way to see it alone; what stands in the paper's place goes below.
    ///
    /// The frame runs nothing and reaches nothing (security design § 5.6); browsers show PDF in no sandbox, and the file has
    /// then been looked through for programs.
    package func embedded(
        content: String,
        pdf: String,
        _ frame: Frame,
        class name: String? = nil,
        below: [Node] = []
    ) -> Node {
        section("contenu-document", DocumentPageText.content, frame, class: "document") {
            switch self {
            case .frame: view(content, .frame, .openAlone, frame, name, below)
            case .pdf: view(pdf, .pdfFrame, .openPDF, frame, name, below)
            case .nothing: paragraph(frame(DocumentPageText.unreadable))
            }
        }
    }

    private func view(
        _ path: String,
        _ name: DocumentPageText,
        _ alone: DocumentPageText,
        _ frame: Frame,
        _ className: String?,
        _ below: [Node]
    ) -> [Node] {
        nodes {
            tag(
                "iframe",
                Attribute("src", path),
                Attribute("title", frame(name)),
                self == .frame ? Attribute("sandbox", "") : nil,
                className.map { .class($0) },
                Attribute("referrerpolicy", "no-referrer"),
                Attribute("loading", "lazy")
            )
            tag("p", .class("no-print")) { link(frame(alone), to: path) }
            below
        }
    }
}
