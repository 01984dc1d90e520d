/// Why a page could not be printed.
public enum PDFError: Error, Hashable, Sendable {
    /// The drawing library reports that status (`cairo_status_t`).
    case drawing(status: UInt32)
}
