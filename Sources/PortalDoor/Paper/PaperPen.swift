import PrintedPages

/// A pen that moves down A4 sheets and takes another when one is full.
final class PaperPen {
    private static let millimetre = 72 / 25.4
    private static let (width, height) = (210 * millimetre, 297 * millimetre)
    private static let margin = 22 * millimetre

    private let sheets = PDFSheets(width: width, height: height)
    private var y = margin

    /// Fills in the properties of the file; the day is `2026-04-01`.
    init(title: String, day: String) {
        sheets.describe(title: title, author: "DMP", created: day + "T00:00:00Z")
    }

    /// Writes a text under the one before, as the part of a page that reading aids are to call so.
    func put(_ tag: String, _ text: String, _ font: PDFFont, indent: Double = 0, after: Double = 6) {
        sheets.tagged(tag) {
            for line in sheets.wrap(text, font, Self.width - 2 * Self.margin - indent) {
                if y + font.leading > Self.height - Self.margin {
                    sheets.turn()
                    y = Self.margin
                }
                sheets.write(line, x: Self.margin + indent, y: y, font)
                y += font.leading
            }
        }
        y += after
    }

    /// Leaves room.
    func skip(_ points: Double) { y += points }

    /// Draws a thin line across.
    func rule() {
        sheets.rule(from: Self.margin, to: Self.width - Self.margin, y: y)
        y += 10
    }

    /// The file.
    func finish() throws(PDFError) -> [UInt8] { try sheets.finish() }
}
