/// A language in which the service speaks to people.
public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
    /// French, the first language of the service.
    case french = "fr"
    /// English.
    case english = "en"

    /// The tag of BCP 47, as `lang` attributes and `Content-Language` write it.
    public var tag: String {
        switch self {
        case .french: "fr-FR"
        case .english: "en-GB"
        }
    }
}
