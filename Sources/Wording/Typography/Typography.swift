/// Sets plain text as it is printed (Lexique des règles typographiques en usage à l'Imprimerie nationale).
public enum Typography {
    /// Space that does not break the line.
    public static let noBreak: Character = "\u{A0}"
    /// Narrow space that does not break the line.
    public static let narrowNoBreak: Character = "\u{202F}"
    /// The apostrophe.
    public static let apostrophe: Character = "\u{2019}"

    /// Turns ordinary spaces and apostrophes into those that French wants; a text already set stays as it is.
    public static func french(_ plain: String) -> String {
        var set = ""
        let characters = Array(plain)
        for (index, character) in characters.enumerated() {
            let before = index > 0 ? characters[index - 1] : nil
            let after = index + 1 < characters.count ? characters[index + 1] : nil
            switch character {
            case "'": set.append(apostrophe)
            case " " where after.map(Self.wantsNarrowSpace) ?? false: set.append(narrowNoBreak)
            case " " where after == ":" || after == "»" || before == "«": set.append(noBreak)
            default: set.append(character)
            }
        }
        return set
    }

    /// Turns the keyboard's apostrophe into the printed one.
    public static func english(_ plain: String) -> String {
        String(plain.map { $0 == "'" ? apostrophe : $0 })
    }

    static func wantsNarrowSpace(_ character: Character) -> Bool {
        character == ";" || character == "!" || character == "?"
    }
}
