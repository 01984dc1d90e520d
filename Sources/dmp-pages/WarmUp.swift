import CPoppler
import PDFPages

/// A file whose look is known: it names the letters that every reader of PDF has to have and no file brings along.
enum WarmUp {
    /// True where all letters come out, and both kinds of picture are made.
    static var succeeds: Bool {
        do throws(PDFDrawingError) {
            let page = try PDFFile(file)[0]
            guard let page, try page.drawn()?.format == .png, page.text.contains(word) else { return false }
            let sheet = try Sheet(width: 200, height: height)
            try page.draw(on: sheet, scaledBy: 1)
            let photograph = try sheet.jpeg()
            return fonts.indices.allSatisfy { sheet.hasInk(rows: rows($0)) } && !photograph.isEmpty
        } catch {
            return false
        }
    }

    private static let word = "Bonjour"
    private static let height = 320

    /// Where the line of a font stands, from below: its rows, from above, are nobody else's.
    private static func line(_ font: Int) -> Int { 300 - 20 * font }
    private static func rows(_ font: Int) -> Range<Int> { height - line(font) - 9..<height - line(font) }

    private static let fonts = [
        "Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique", "Times-Roman", "Times-Bold",
        "Times-Italic", "Times-BoldItalic", "Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique",
        "Symbol",
        "ZapfDingbats",
    ]

    private static let file: [UInt8] = {
        let lines = fonts.indices.map { "/F\($0) 12 Tf 1 0 0 1 10 \(line($0)) Tm (\(word)) Tj" }
        let content = "BT \(lines.joined(separator: " ")) ET"
        let names = fonts.indices.map { "/F\($0) \($0 + 5) 0 R" }.joined()
        let objects =
            [
                "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 \(height)]/Contents 4 0 R/Resources<</Font<<\(names)>>>>>>",
                "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
            ] + fonts.map { "<</Type/Font/Subtype/Type1/BaseFont/\($0)>>" }
        var text = "%PDF-1.4\n"
        var places: [String] = []
        for (at, object) in objects.enumerated() {
            let place = String(text.utf8.count)
            places.append(String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n")
            text += "\(at + 1) 0 obj\(object)endobj\n"
        }
        let table = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + places.joined()
        text += "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n"
        return Array(text.utf8)
    }()
}
