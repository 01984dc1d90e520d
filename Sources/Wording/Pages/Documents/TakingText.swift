/// Several documents downloaded together.
package enum TakingText: CatalogueText {
    case column, hint, take, noneChosen

    package var phrase: Phrase {
        switch self {
        case .column: Phrase("Choisir", "Choose")
        case .hint:
            Phrase(
                "Choisissez des documents dans la liste pour les télécharger ensemble, en un seul fichier.",
                "Choose documents in the list to download them together, as one file."
            )
        case .take: Phrase("Télécharger les documents choisis", "Download the chosen documents")
        case .noneChosen: Phrase("Choisissez au moins un document.", "Choose at least one document.")
        }
    }

    /// More were chosen than go into one file.
    package static func tooMany(_ most: Int) -> Phrase {
        Phrase(
            "Choisissez \(most) documents au plus. Téléchargez les autres ensuite.",
            "Choose \(most) documents at most. Download the others afterwards."
        )
    }
}
