internal import PrintedPages

/// A4 sheets under a pen that moves down and turns the page by itself.
final class PDFCanvas {
    static let width = 595.28
    static let height = 841.89
    static let margin = 56.7
    static let bottom = height - 70

    /// Where the next line goes.
    var y = margin
    private var number = 1
    private let footer: String
    private let sheets = PDFSheets(width: width, height: height)

    init(footer: String) { self.footer = footer }

    func describe(title: String, author: String, created: String) {
        sheets.describe(title: title, author: author, created: created)
    }

    func finish() throws(PDFError) -> [UInt8] {
        drawFooter()
        return try sheets.finish()
    }

    /// Turns the page unless that much room is left on this one.
    func need(_ room: Double) {
        if y + room > Self.bottom { turnPage() }
    }

    func turnPage() {
        drawFooter()
        sheets.turn()
        number += 1
        y = Self.margin
    }

    func width(_ text: String, _ font: PDFFont) -> Double { sheets.width(text, font) }

    func wrap(_ text: String, _ font: PDFFont, _ limit: Double) -> [String] { sheets.wrap(text, font, limit) }

    /// Writes one line under the pen; the pen does not move.
    func write(_ text: String, x: Double, _ font: PDFFont) { sheets.write(text, x: x, y: y, font) }

    /// Draws a thin rule under the pen.
    func rule(from start: Double, to end: Double) { sheets.rule(from: start, to: end, y: y) }

    private func drawFooter() {
        let place = Self.height - 48
        let page = "Page\u{A0}\(number)"
        sheets.write(footer, x: Self.margin, y: place, .small)
        sheets.write(page, x: Self.width - Self.margin - width(page, .small), y: place, .small)
    }
}
