import HealthRecord
import Wording

/// What every page is framed with.
struct Frame: Sendable {
    /// The language of the page.
    var language: Language
    /// The path asked for, without its query.
    var path: String
    /// Paths of the style sheet and the logo.
    var assets: AssetPaths
    /// Who has signed in.
    var visitor: Visitor?
    /// The token that the page's forms carry.
    var formToken: String
    /// Whether the people served are fictitious.
    var isRehearsal: Bool
}

/// Paths of files that change their name with their content.
struct AssetPaths: Sendable {
    var styles: String
    var logo: String
}

/// Somebody who has signed in.
struct Visitor: Sendable {
    /// Whose record it is.
    var name: PersonName
    /// When the session ends without a further page.
    var sessionEnds: Instant
    /// After how many minutes that is.
    var idleMinutes: Int
}

extension Frame {
    /// The text in the page's language.
    func callAsFunction(_ text: some CatalogueText) -> String { text.phrase[language] }

    /// The text in the page's language.
    func callAsFunction(_ phrase: Phrase) -> String { phrase[language] }
}
