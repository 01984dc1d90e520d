/// A breach of the typography of a language, for tests of the catalogue and of rendered pages.
public enum TypographyFault: Hashable, Sendable {
    /// The keyboard's `'`.
    case straightApostrophe
    /// The keyboard's `"`.
    case straightQuotes
    /// Three dots in place of the one sign `…`.
    case dots
    /// A `:` without its no-break space (times and addresses of sites excepted).
    case colon
    /// A `;`, `!` or `?` without its narrow no-break space.
    case highPunctuation
    /// `«` or `»` without its inner no-break space.
    case guillemets
    /// Two ordinary spaces in a row, or one at an end.
    case straySpace
    /// A French space in English.
    case foreignSpace

    /// The breaches in a text, each kind once.
    public static func all(in text: String, _ language: Language) -> Set<TypographyFault> {
        var faults: Set<TypographyFault> = []
        if text.contains("'") { faults.insert(.straightApostrophe) }
        if text.contains("\"") { faults.insert(.straightQuotes) }
        if text.contains("...") { faults.insert(.dots) }
        if text.contains("  ") || text.first == " " || text.last == " " { faults.insert(.straySpace) }
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let before = index > 0 ? characters[index - 1] : nil
            let after = index + 1 < characters.count ? characters[index + 1] : nil
            switch language {
            case .french: faults.formUnion(french(character, before: before, after: after))
            case .english: faults.formUnion(english(character, before: before))
            }
        }
        return faults
    }

    private static func french(_ sign: Character, before: Character?, after: Character?) -> Set<TypographyFault> {
        switch sign {
        case ":" where before != Typography.noBreak && after != "/": [.colon]
        case ";", "!", "?": before == Typography.narrowNoBreak ? [] : [.highPunctuation]
        case "«": after == Typography.noBreak ? [] : [.guillemets]
        case "»": before == Typography.noBreak ? [] : [.guillemets]
        default: []
        }
    }

    private static func english(_ sign: Character, before: Character?) -> Set<TypographyFault> {
        switch sign {
        case "«", "»": [.guillemets]
        case ":", ";", "!", "?": before?.isWhitespace == true ? [.foreignSpace] : []
        default: []
        }
    }
}
