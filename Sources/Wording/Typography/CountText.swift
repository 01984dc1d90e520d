/// Counts with the thing counted, and numbers with their separators.
public enum CountText {
    /// `12 345`; `12,345`.
    public static func number(_ value: Int) -> Phrase {
        Phrase(french: grouped(value, by: "\u{202F}"), english: grouped(value, by: ","))
    }

    /// A count with its noun; French has the singular for 0 and 1, English for 1 only.
    public static func count(_ value: Int, one: Phrase, many: Phrase) -> Phrase {
        let number = number(value)
        return Phrase(
            french: number.french + "\u{A0}" + (abs(Double(value)) < 2 ? one.french : many.french),
            english: number.english + "\u{A0}" + (value == 1 || value == -1 ? one.english : many.english)
        )
    }

    /// `3 documents`.
    public static func documents(_ value: Int) -> Phrase {
        count(value, one: Phrase("document", "document"), many: Phrase("documents", "documents"))
    }

    /// `5 minutes`.
    public static func minutes(_ value: Int) -> Phrase {
        count(value, one: Phrase("minute", "minute"), many: Phrase("minutes", "minutes"))
    }

    /// `42 jours`.
    public static func days(_ value: Int) -> Phrase {
        count(value, one: Phrase("jour", "day"), many: Phrase("jours", "days"))
    }

    private static func grouped(_ value: Int, by separator: String) -> String {
        let digits = Array("\(value.magnitude)")
        var text = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += separator }
            text.append(digit)
        }
        return text
    }
}
