import HealthRecord
import Testing

@testable import SampleRecords

/// Printing.
@Suite struct PDFPageTests {
    private let moment = Instant(milliseconds: 1_795_219_200_000)

    private func print(_ blocks: [PDFBlock]) throws -> [UInt8] {
        try PDFPage(title: "Essai", author: "Maison", blocks: blocks, footer: "Pied").bytes(createdAt: moment)
    }

    static let everything: [PDFBlock] = [
        .letterhead(name: "Cabinet", lines: ["4 place des Glycines"]), .address(["Jeanne Lavigne", "21000 Dijon"]),
        .title("Vos codes"), .heading("Premier code"),
        .paragraph("Un texte avec des accents\u{A0}: éàùçœ — 12\u{202F}345."),
        .bullets(["un", "deux"]),
        .table(head: ["Examen", "Résultat"], rows: [["Glucose", "1,10\u{A0}g/L"], ["seul"]]),
        .codes([PDFCode("Code d’activation", "7K4M-92QX")]), .space(30), .pageBreak, .paragraph(""),
    ]

    @Test func printsAPDF() throws {
        let bytes = try print(Self.everything)
        #expect(bytes.starts(with: "%PDF-".utf8))
        #expect(String(decoding: bytes.suffix(8), as: UTF8.self).contains("%%EOF"))
    }

    @Test func theSamePageGivesTheSameBytes() throws {
        #expect(try print(Self.everything) == print(Self.everything))
    }

    @Test func longTextTurnsThePage() throws {
        let short = try print([.paragraph("a")])
        let long = try print([.paragraph(String(repeating: "Bonjour à tous. ", count: 1500))])
        #expect(pages(short) == 1)
        #expect(pages(long) > 3)
    }

    @Test func hostileTextIsPrintedToo() throws {
        let blocks: [PDFBlock] = [
            .paragraph(String(repeating: "x", count: 5000)), .paragraph("a\u{0}b"), .table(head: [], rows: [["a"]]),
            .table(head: ["a"], rows: [["b", "c"], []]), .codes([]), .bullets([]), .space(-5), .space(100_000),
            .paragraph("\u{1F469}\u{200D}\u{1F52C}"),
        ]
        #expect(try print(blocks).starts(with: "%PDF-".utf8))
    }

    private func pages(_ pdf: [UInt8]) -> Int {
        let text = String(decoding: pdf, as: UTF8.self)
        var count = 0
        for line in text.split(whereSeparator: \.isNewline)
        where line.contains("/Type /Page") && !line.contains("/Pages") {
            count += 1
        }
        return count
    }
}
