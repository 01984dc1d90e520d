/// A PDF as its pages look, and what is written on them.
public struct DrawnPDF: Sendable, Equatable {
    /// The pages that were drawn, the first ones of the file, in order.
    public let pages: [DrawnPage]
    /// How many pages the file has; more than were drawn where a limit was met.
    public let count: Int

    /// Names the pages that were drawn, and how many there are.
    public init(pages: [DrawnPage], count: Int) { (self.pages, self.count) = (pages, count) }
}

/// One page, as a picture and as text.
public struct DrawnPage: Sendable, Equatable {
    /// The file of the picture.
    public let picture: [UInt8]
    /// What kind of file it is.
    public let format: Format
    /// Points of the picture.
    public let width: Int
    /// Points of the picture.
    public let height: Int
    /// What is written on the page, in reading order; empty where nothing but a picture is on it.
    public let text: String

    /// Names a page.
    public init(picture: [UInt8], format: Format, width: Int, height: Int, text: String) {
        (self.picture, self.format, self.width, self.height, self.text) = (picture, format, width, height, text)
    }

    /// The kinds of picture that a page is drawn as.
    public enum Format: UInt8, Sendable, CaseIterable {
        /// Lines and letters, without loss.
        case png = 1
        /// What a scanner or a camera made.
        case jpeg = 2

        /// As HTTP names it.
        public var mediaType: String { self == .png ? "image/png" : "image/jpeg" }
    }
}

/// Whoever draws PDF files.
public protocol PDFDrawing: Sendable {
    /// The pages of a file, as many as the limits allow.
    func draw(_ file: [UInt8]) async throws(PDFDrawingError) -> DrawnPDF
}

/// Why a PDF is not drawn; it can still be handed over as it is.
public enum PDFDrawingError: Error, Sendable, Equatable, CaseIterable {
    /// It opens with a password alone.
    case locked
    /// It is no PDF, or a damaged one.
    case unreadable
    /// It takes more time, memory or bytes than one file may.
    case tooMuch
    /// Nobody can draw now; another time may do.
    case unavailable
}
