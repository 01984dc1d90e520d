/// Pixels that an image claims, read from its header before anything decodes it.
enum ImageSize {
    /// Most pixels shown (security design § 5.5).
    static let limit = 50_000_000

    /// Width times height of a PNG, JPEG or GIF; nil where the header cannot be read.
    static func pixels(_ bytes: [UInt8], kind: DocumentKind) -> Int? {
        switch kind {
        case .png: product(number(bytes, at: 16, count: 4), number(bytes, at: 20, count: 4))
        case .gif: product(little(bytes, at: 6), little(bytes, at: 8))
        case .jpeg: jpeg(bytes)
        default: nil
        }
    }

    private static func jpeg(_ bytes: [UInt8]) -> Int? {
        var at = 2
        while let mark = number(bytes, at: at, count: 2), mark >= 0xFF00 {
            if mark == 0xFFFF {
                at += 1
                continue
            }
            guard let length = number(bytes, at: at + 2, count: 2), length >= 2 else { return nil }
            // Start of frame, but for the three marks of that range that are tables (ITU-T T.81 table B.1).
            if (0xFFC0...0xFFCF).contains(mark), ![0xFFC4, 0xFFC8, 0xFFCC].contains(mark) {
                return product(number(bytes, at: at + 5, count: 2), number(bytes, at: at + 7, count: 2))
            }
            at += 2 + length
        }
        return nil
    }

    private static func number(_ bytes: [UInt8], at start: Int, count: Int) -> Int? {
        guard start + count <= bytes.count else { return nil }
        return bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func little(_ bytes: [UInt8], at start: Int) -> Int? {
        guard start + 2 <= bytes.count else { return nil }
        return Int(bytes[start]) | Int(bytes[start + 1]) << 8
    }

    private static func product(_ width: Int?, _ height: Int?) -> Int? {
        guard let width, let height else { return nil }
        let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
        return overflow ? nil : pixels
    }
}
