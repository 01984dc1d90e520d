package import HealthRecord
package import Wording

/// What people can read of a document whose file is for software alone.
package enum ReadableFile: Sendable {
    case pdf
    /// A picture or a page; which, nobody knows who has not opened the document.
    case other

    /// Nil where the file itself can be read.
    ///
    /// Goes by the format, so that showing the page opens nothing.
    package init?(_ entry: DocumentEntry) {
        guard ["text/xml", "application/xml"].contains(entry.mimeType) else { return nil }
        self = entry.formatCode.value.contains("xds-sd:pdf") ? .pdf : .other
    }

    package var download: DocumentPageText {
        switch self {
        case .pdf: .downloadPDF
        case .other: .downloadReadable
        }
    }
}
