public import HealthRecord
public import Wording

/// Prints letters as tagged PDF, A4, in large type; the same letter gives the same bytes.
///
/// The address stands where a DL envelope with its window on the right shows it once the sheet is folded in three.
public struct LetterPrinter: Sendable {
    /// A printer.
    public init() {}

    /// The bytes of the file.
    ///
    /// - Parameter at: the moment written into the properties of the file.
    public func print(_ letter: Letter, at moment: Instant) throws(MessageError) -> [UInt8] {
        let sheet = LetterSheet()
        sheet.describe(title: letter.subject, created: moment.iso8601)
        sheet.head(sender: letter.sender, address: letter.address, date: letter.date)
        sheet.subject(letter.subject)
        for part in letter.parts { sheet.draw(part) }
        return PDFLanguage.adding(letter.language.tag, to: try sheet.finish())
    }
}
