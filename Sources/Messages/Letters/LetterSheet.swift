internal import PrintedPages
internal import Wording

/// An A4 sheet under a pen that moves down and takes another sheet when it is full.
final class LetterSheet {
    private static let millimetre = 72 / 25.4
    private static let width = 210 * millimetre
    private static let height = 297 * millimetre
    private static let margin = 20 * millimetre
    private static let bottom = height - 18 * millimetre
    /// The window: 110 mm from the left, 50 mm from the top, as wide as 80 mm.
    private static let window = (x: 110 * millimetre, y: 50 * millimetre, width: 80 * millimetre)
    /// Below the first fold.
    private static let bodyTop = 95 * millimetre

    private var y = margin
    private let sheets = PDFSheets(width: width, height: height)

    func describe(title: String, created: String) { sheets.describe(title: title, author: "DMP", created: created) }

    func head(sender: [String], address: [String], date: String) {
        sheets.tagged("Sect") {
            for (index, line) in sender.enumerated() { write(line, index == 0 ? .bold : .small) }
            y = Self.window.y
            for line in address.prefix(7) {
                for piece in sheets.wrap(line, .address, Self.window.width) { write(piece, .address, x: Self.window.x) }
            }
            y = max(y, Self.bodyTop - PDFFont.text.leading * 1.5)
            write(date, .text, x: Self.window.x)
        }
        y = max(y + 6, Self.bodyTop)
    }

    func subject(_ text: String) {
        sheets.tagged("H1") { wrapped(text, .subject) }
        y += 10
    }

    func draw(_ part: LetterPart) {
        switch part {
        case .paragraph(let text):
            sheets.tagged("P") { wrapped(text, .text) }
            y += 7
        case .heading(let text):
            sheets.tagged("H2") { wrapped(text, .bold) }
            y += 3
        case .steps(let steps):
            sheets.tagged("L") {
                for (index, step) in steps.enumerated() {
                    sheets.tagged("LI") {
                        need(PDFFont.text.leading)
                        put("\(index + 1).", .text, x: Self.margin)
                        wrapped(step, .text, x: Self.margin + 22)
                    }
                }
            }
            y += 7
        case .code(let label, let groups): code(label, groups)
        }
    }

    func finish() throws(MessageError) -> [UInt8] {
        do throws(PDFError) {
            return try sheets.finish()
        } catch {
            switch error {
            case .drawing(let status): throw .printing(status: status)
            }
        }
    }

    private func code(_ label: String, _ groups: String) {
        need(74)
        let top = y
        sheets.tagged("P") {
            y += 8
            put(label, .small, x: Self.margin + 12)
            y += PDFFont.small.leading
            put(groups, .code, x: Self.margin + 12)
        }
        sheets.frame(x: Self.margin, y: top, width: Self.width - 2 * Self.margin, height: 64)
        y = top + 74
    }

    private func wrapped(_ text: String, _ font: PDFFont, x: Double = LetterSheet.margin) {
        for line in sheets.wrap(text, font, Self.width - Self.margin - x) { write(line, font, x: x) }
    }

    private func write(_ line: String, _ font: PDFFont, x: Double = LetterSheet.margin) {
        need(font.leading)
        put(line, font, x: x)
        y += font.leading
    }

    private func put(_ line: String, _ font: PDFFont, x: Double) { sheets.write(line, x: x, y: y, font) }

    private func need(_ room: Double) {
        guard y + room > Self.bottom else { return }
        sheets.turn()
        y = Self.margin
    }
}
