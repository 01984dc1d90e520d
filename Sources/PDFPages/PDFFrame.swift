/// The wire between those who show PDF files and the worker that draws them.
///
/// Numbers are big-endian; nothing has another length than its own count says, and whatever is left over refuses the whole.
public enum PDFFrame {
    /// Bytes of a job's opening: a mark, its number, the length of the file that follows.
    public static let jobBytes = 16
    /// Bytes of an answer's opening: a mark, the job's number, what it is, the pages of the file, the length of what follows.
    public static let answerBytes = 21
    /// Bytes that stand before a page: its format, width, height, the lengths of its picture and of its text.
    static let pageBytes = 17
    /// The most that follows an answer's opening.
    static let mostBytes =
        PDFLimits.pictureBytes + PDFLimits.pages * (PDFLimits.textBytes + pageBytes)

    private static let (jobMark, answerMark): (UInt32, UInt32) = (0x444D_5034, 0x444D_5035)

    /// A job's opening; nil for a file that is too large.
    static func job(_ file: [UInt8], number: UInt64) -> [UInt8]? {
        guard file.count <= PDFLimits.fileBytes else { return nil }
        var writer = ByteWriter()
        writer.number(jobMark)
        writer.number(number)
        writer.number(UInt32(file.count))
        return writer.bytes
    }

    /// The number of a job and the length of its file; nil for whatever opens none.
    public static func job(_ opening: [UInt8]) -> (number: UInt64, file: Int)? {
        var reader = ByteReader(opening)
        guard reader.number(UInt32.self) == jobMark, let number = reader.number(UInt64.self),
            let count = reader.number(UInt32.self), count <= PDFLimits.fileBytes, reader.isAtEnd
        else { return nil }
        return (number, Int(count))
    }

    /// An answer as bytes.
    public static func answer(_ drawn: Result<DrawnPDF, PDFDrawingError>, number: UInt64) -> [UInt8] {
        var pages = ByteWriter()
        let (kind, count): (Kind, Int)
        switch drawn {
        case .success(let drawn):
            (kind, count) = (.drawn, drawn.count)
            for page in drawn.pages { pages.page(page) }
        case .failure(let error): (kind, count) = (Kind(error), 0)
        }
        var writer = ByteWriter()
        writer.number(answerMark)
        writer.number(number)
        writer.number(kind.rawValue)
        writer.number(UInt32(clamping: count))
        writer.number(UInt32(clamping: pages.bytes.count))
        return writer.bytes + pages.bytes
    }

    /// How many bytes follow an opening; nil where it opens no answer to that job.
    static func bytes(after opening: [UInt8], number: UInt64) -> Int? { head(opening, number: number)?.bytes }

    /// The answer; nil where the bytes are none.
    static func answer(
        opening: [UInt8],
        rest: [UInt8],
        number: UInt64
    ) -> Result<DrawnPDF, PDFDrawingError>? {
        guard let head = head(opening, number: number), head.bytes == rest.count else { return nil }
        if let error = head.kind.error { return rest.isEmpty ? .failure(error) : nil }
        var reader = ByteReader(rest)
        var pages: [DrawnPage] = []
        while !reader.isAtEnd {
            guard pages.count < PDFLimits.pages, let page = reader.page() else { return nil }
            pages.append(page)
        }
        guard !pages.isEmpty, pages.count <= head.count,
            pages.reduce(0, { $0 + $1.picture.count }) <= PDFLimits.pictureBytes
        else { return nil }
        return .success(DrawnPDF(pages: pages, count: head.count))
    }

    private static func head(_ opening: [UInt8], number: UInt64) -> (kind: Kind, count: Int, bytes: Int)? {
        var reader = ByteReader(opening)
        guard reader.number(UInt32.self) == answerMark, reader.number(UInt64.self) == number,
            let kind = reader.number(UInt8.self).flatMap(Kind.init), let count = reader.number(UInt32.self),
            let bytes = reader.number(UInt32.self), bytes <= mostBytes, reader.isAtEnd
        else { return nil }
        return (kind, Int(count), Int(bytes))
    }

    /// Far from one another: a flipped bit makes no other of one.
    private enum Kind: UInt8 {
        case drawn = 0xA5
        case locked = 0x11
        case unreadable = 0x22
        case tooMuch = 0x44
        case unavailable = 0x78

        init(_ error: PDFDrawingError) {
            self =
                switch error {
                case .locked: .locked
                case .unreadable: .unreadable
                case .tooMuch: .tooMuch
                case .unavailable: .unavailable
                }
        }

        var error: PDFDrawingError? {
            switch self {
            case .drawn: nil
            case .locked: .locked
            case .unreadable: .unreadable
            case .tooMuch: .tooMuch
            case .unavailable: .unavailable
            }
        }
    }
}
