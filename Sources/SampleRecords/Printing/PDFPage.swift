public import HealthRecord
public import PrintedPages

/// A part of a printed page.
public enum PDFBlock: Hashable, Sendable {
    /// Who writes: a name in bold and lines beneath, top left.
    case letterhead(name: String, lines: [String])
    /// To whom: lines at the right, where an envelope has its window.
    case address([String])
    /// The subject of the page.
    case title(String)
    /// A heading inside.
    case heading(String)
    /// Words, wrapped.
    case paragraph(String)
    /// Points.
    case bullets([String])
    /// A table; its head is repeated on each page that it reaches.
    case table(head: [String], rows: [[String]])
    /// Codes to be typed by a reader: a label and the code in letters of equal width.
    case codes([PDFCode])
    /// An empty strip, in points.
    case space(Double)
    /// The rest goes on the next page.
    case pageBreak
}

/// A code printed to be typed.
public struct PDFCode: Hashable, Sendable {
    /// What it is.
    public let label: String
    /// The code.
    public let code: String

    /// Joins both.
    public init(_ label: String, _ code: String) {
        self.label = label
        self.code = code
    }
}

/// A letter-like document on A4 sheets, set in DejaVu and printed as PDF; the same page gives the same bytes.
public struct PDFPage: Hashable, Sendable {
    /// Title in the properties of the file.
    public var title: String
    /// Author in the properties of the file.
    public var author: String
    /// What stands on the page, from the top.
    public var blocks: [PDFBlock]
    /// A line at the foot of each sheet, before its number.
    public var footer: String

    /// A page to be printed.
    public init(title: String, author: String, blocks: [PDFBlock], footer: String = "") {
        self.title = title
        self.author = author
        self.blocks = blocks
        self.footer = footer
    }

    /// Prints the page.
    ///
    /// - Parameter createdAt: moment written into the properties of the file.
    public func bytes(createdAt: Instant) throws(PDFError) -> [UInt8] {
        let canvas = PDFCanvas(footer: footer)
        canvas.describe(title: title, author: author, created: createdAt.iso8601)
        for block in blocks { canvas.draw(block) }
        return try canvas.finish()
    }
}
