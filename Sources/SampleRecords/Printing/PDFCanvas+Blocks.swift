internal import PrintedPages

extension PDFCanvas {
    private var textWidth: Double { Self.width - 2 * Self.margin }

    func draw(_ block: PDFBlock) {
        switch block {
        case .letterhead(let name, let lines):
            write([name], .bold)
            write(lines, .text)
            y += 12
        case .address(let lines):
            y = max(y, 130)
            for line in lines { write([line], .text, x: Self.width / 2 + 20) }
            y += 34
        case .title(let text):
            y += 6
            write(wrap(text, .title, textWidth), .title)
            y += 8
        case .heading(let text):
            need(50)
            y += 6
            write(wrap(text, .heading, textWidth), .heading)
            y += 2
        case .paragraph(let text):
            write(wrap(text, .text, textWidth), .text)
            y += 7
        case .bullets(let items): bullets(items)
        case .table(let head, let rows): table(head, rows)
        case .codes(let codes): self.codes(codes)
        case .space(let points): y += max(0, points)
        case .pageBreak: turnPage()
        }
    }

    private func write(_ lines: [String], _ font: PDFFont, x: Double = PDFCanvas.margin) {
        for line in lines {
            need(font.leading)
            write(line, x: x, font)
            y += font.leading
        }
    }

    private func bullets(_ items: [String]) {
        for item in items {
            need(PDFFont.text.leading)
            write("•", x: Self.margin + 6, .text)
            write(wrap(item, .text, textWidth - 20), .text, x: Self.margin + 20)
        }
        y += 7
    }

    private func codes(_ codes: [PDFCode]) {
        let labelWidth = min((codes.map { width($0.label, .text) }.max() ?? 0) + 20, textWidth * 0.6)
        for code in codes {
            need(26)
            rule(from: Self.margin, to: Self.width - Self.margin)
            y += 5
            write(code.label, x: Self.margin + 4, .text)
            write(code.code, x: Self.margin + labelWidth, .code)
            y += 21
        }
        rule(from: Self.margin, to: Self.width - Self.margin)
        y += 14
    }

    private func table(_ head: [String], _ rows: [[String]]) {
        guard !head.isEmpty else { return }
        let widths = columnWidths(head, rows)
        row(head, widths, .bold)
        for cells in rows {
            let lines = zip(cells, widths).map { wrap($0, .text, $1 - 8).count }.max() ?? 1
            if y + Double(lines) * PDFFont.text.leading + 6 > Self.bottom {
                turnPage()
                row(head, widths, .bold)
            }
            row(cells, widths, .text)
        }
        y += 10
    }

    private func row(_ cells: [String], _ widths: [Double], _ font: PDFFont) {
        let wrapped = zip(cells, widths).map { wrap($0, font, $1 - 8) }
        let top = y + 3
        var x = Self.margin
        for (lines, width) in zip(wrapped, widths) {
            y = top
            for line in lines {
                write(line, x: x + 4, font)
                y += font.leading
            }
            x += width
        }
        y = top + Double(wrapped.map(\.count).max() ?? 1) * font.leading + 3
        rule(from: Self.margin, to: Self.width - Self.margin)
    }

    /// Columns share the width by what they hold, none less than a twelfth of it.
    private func columnWidths(_ head: [String], _ rows: [[String]]) -> [Double] {
        let natural = head.indices.map { column in
            let cells = [head[column]] + rows.map { column < $0.count ? $0[column] : "" }
            return min(max(cells.map { width($0, .bold) }.max() ?? 0, textWidth / 12), textWidth / 2) + 8
        }
        let total = natural.reduce(0, +)
        return natural.map { $0 / total * textWidth }
    }
}
