/// Another title for a document that one brought.
package enum RenamingText: CatalogueText {
    case title, meaning, label, confirm, cancel, done

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Renommer ce document", "Rename this document")
        case .meaning:
            Phrase(
                "Le document ne change pas. Une nouvelle version porte le nouveau titre, et l'ancienne reste parmi ses versions.",
                "The document does not change. A new version bears the new title, and the old one stays among its versions."
            )
        case .label: Phrase("Nouveau titre", "New title")
        case .confirm: Phrase("Renommer", "Rename")
        case .cancel: Phrase("Ne rien changer", "Change nothing")
        case .done: Phrase("Le document porte son nouveau titre.", "The document bears its new title.")
        }
    }
}
