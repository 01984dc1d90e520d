/// Documents as the object of a sentence.
public enum DocumentsText {
    /// `le document « X »`; `2 documents : « X », « Y »`; `un document` where no title may be told.
    public static func object(titles: [String], count: Int) -> Phrase {
        let total = max(count, titles.count)
        if total <= 1 {
            guard let title = titles.first else { return Phrase("un document", "a document") }
            return Phrase("le document « \(title) »", "the document “\(title)”")
        }
        let number = CountText.documents(total)
        guard !titles.isEmpty else { return number }
        let french = titles.map { "«\u{A0}\($0)\u{A0}»" }.joined(separator: ", ")
        let english = titles.map { "“\($0)”" }.joined(separator: ", ")
        guard titles.count < total else {
            return Phrase("\(number.french) : \(french)", "\(number.english): \(english)")
        }
        return Phrase("\(number.french), dont \(french)", "\(number.english), including \(english)")
    }
}
