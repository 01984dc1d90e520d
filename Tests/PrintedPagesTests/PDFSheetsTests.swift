import Testing

@testable import PrintedPages

/// Words and lines on sheets.
@Suite struct PDFSheetsTests {
    private func print(_ draw: (PDFSheets) -> Void) throws -> [UInt8] {
        let sheets = PDFSheets(width: 595, height: 842)
        sheets.describe(title: "Essai", author: "Maison", created: "2026-11-21T00:00:00Z")
        draw(sheets)
        return try sheets.finish()
    }

    private func strokes(_ sheets: PDFSheets) {
        sheets.tagged("P") { sheets.write("Éà\u{A0}: œ", x: 50, y: 50, .sans(13)) }
        sheets.rule(from: 50, to: 200, y: 80)
        sheets.frame(x: 50, y: 90, width: 100, height: 40)
        sheets.turn()
        sheets.write("0O", x: 50, y: 50, .mono(28, .bold))
    }

    @Test func theSameStrokesGiveTheSameBytes() throws {
        let first = try print(strokes)
        #expect(first.starts(with: "%PDF-".utf8))
        #expect(try print(strokes) == first)
    }

    @Test func lettersOfEqualWidthAreSo() {
        let sheets = PDFSheets(width: 595, height: 842)
        #expect(sheets.width("iiii", .mono(12)) == sheets.width("WWWW", .mono(12)))
        #expect(sheets.width("iiii", .sans(12)) < sheets.width("WWWW", .sans(12)))
    }

    @Test(arguments: [
        ("", [""]), ("aa bb", ["aa bb"]), ("aa bb cc", ["aa bb", "cc"]), ("abcdef", ["abcde", "f"]),
        ("a\nb", ["a b"]), ("aaaaa b", ["aaaaa", "b"]), ("aa\u{A0}bb", ["aa\u{A0}bb"]),
    ])
    func linesBreakAtOrdinarySpaces(text: String, lines: [String]) {
        #expect(LineBreaker.lines(text, limit: 5) { Double($0.count) } == lines)
    }
}
