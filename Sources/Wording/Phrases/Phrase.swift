/// A text in both languages, written at one place so that neither is forgotten.
///
/// Write literals with ordinary spaces and the keyboard's apostrophe: `Phrase("Qui a lu l'analyse ?", "Who read it?")`.
/// The literal parts receive the typography of their language; what is interpolated stays exactly as it is.
public struct Phrase: Hashable, Sendable {
    /// The French text.
    public let french: String
    /// The English text.
    public let english: String

    /// Joins the two texts.
    public init(_ french: FrenchText, _ english: EnglishText) {
        self.french = french.text
        self.english = english.text
    }

    /// A text that is the same in both, such as a name: nothing in it is changed.
    public init(verbatim text: String) {
        french = text
        english = text
    }

    init(french: String, english: String) {
        self.french = french
        self.english = english
    }

    /// The text in one language.
    public subscript(language: Language) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }

    /// Both with an upper-case first letter.
    public var capitalised: Phrase {
        Phrase(french: french.withCapital, english: english.withCapital)
    }

    /// One after the other, with a space between.
    public static func + (left: Phrase, right: Phrase) -> Phrase {
        Phrase(french: left.french + " " + right.french, english: left.english + " " + right.english)
    }
}

extension String {
    fileprivate var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
