internal import PrintedPages

/// The letters of a report.
extension PDFFont {
    static let text = PDFFont.sans(10)
    static let small = PDFFont.sans(8)
    static let bold = PDFFont.sans(10, .bold)
    static let heading = PDFFont.sans(11.5, .bold)
    static let title = PDFFont.sans(15, .bold)
    static let code = PDFFont.mono(13, .bold)
}
