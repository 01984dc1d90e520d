internal import PrintedPages

/// The letters of a letter.
extension PDFFont {
    /// Body: 13 points, read without effort by most eyes.
    static let text = PDFFont.sans(13)
    static let bold = PDFFont.sans(13, .bold)
    static let small = PDFFont.sans(10)
    static let address = PDFFont.sans(11)
    static let subject = PDFFont.sans(15, .bold)
    static let code = PDFFont.mono(28, .bold)
}
