/// The menu of somebody else's record: *mon* becomes *son* (identity and experience § 4.1).
package enum ActingText: CatalogueText {
    case documents, timeline, results, professionals, settings

    package var phrase: Phrase {
        switch self {
        case .documents: Phrase("Ses documents", "Documents")
        case .timeline: Phrase("Son histoire de santé", "Health story")
        case .results: Phrase("Ses analyses", "Results")
        case .professionals: Phrase("Ses professionnels de santé", "Health professionals")
        case .settings: Phrase("Ses choix et réglages", "Choices and settings")
        }
    }

    /// Whose record it is.
    package static func record(of name: String) -> Phrase {
        Phrase(french: "Le dossier \(NameText.of(name))", english: "The record of \(name)")
    }
}
