internal import CQRencode

/// A text as the dark and light squares of a QR code (ISO/IEC 18004), for a camera to read from a screen.
public struct QRCode: Sendable, Hashable {
    /// How many squares a side has.
    public let side: Int
    /// The squares, row by row from the top left; true is dark.
    public let squares: [Bool]

    /// Makes the code of a text, with a quarter of it to spare for damage (level M); nil where it is too long, or empty.
    public init?(_ text: String) {
        guard !text.isEmpty, !text.utf8.contains(0),
            let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
        else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard width > 0, let data = code.pointee.data else { return nil }
        side = width
        // The lowest bit is the colour; the others say what a square is for.
        squares = UnsafeBufferPointer(start: data, count: width * width).map { $0 & 1 == 1 }
    }

    /// Whether a square is dark; what is outside is light.
    public func isDark(row: Int, column: Int) -> Bool {
        guard (0..<side).contains(row), (0..<side).contains(column) else { return false }
        return squares[row * side + column]
    }

    /// The dark squares as the data of one SVG path, `margin` light squares around them; each run of a row is one rectangle.
    public func path(margin: Int = 4) -> String {
        var text = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                guard isDark(row: row, column: column) else {
                    column += 1
                    continue
                }
                var end = column
                while isDark(row: row, column: end) { end += 1 }
                text += "M\(column + margin) \(row + margin)h\(end - column)v1h-\(end - column)z"
                column = end
            }
        }
        return text
    }
}
