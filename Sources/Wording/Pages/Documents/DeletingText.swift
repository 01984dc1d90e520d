/// Several of one's own documents deleted together.
package enum DeletingText: CatalogueText {
    case column, choose, hint, next, noneChosen, onlyOwn, summary, together, cancel, deleted

    package var phrase: Phrase {
        switch self {
        case .column: Phrase("Supprimer", "Delete")
        case .choose: Phrase("Choisir", "Choose")
        case .hint:
            Phrase(
                "Vous pouvez supprimer jusqu'à dix documents que vous avez ajoutés. Choisissez-les dans la liste.",
                "You can delete up to ten documents that you added. Choose them in the list."
            )
        case .next: Phrase("Supprimer les documents choisis", "Delete the chosen documents")
        case .noneChosen:
            Phrase(
                "Choisissez au moins un document que vous avez ajouté.",
                "Choose at least one document that you added."
            )
        case .onlyOwn:
            Phrase(
                "Vous pouvez supprimer seulement les documents que vous avez ajoutés. Décochez les autres.",
                "You can delete only the documents that you added. Untick the others."
            )
        case .summary: Phrase("Vérifier avant de supprimer", "Check before deleting")
        case .together:
            Phrase(
                "Ils sont supprimés ensemble : tous, ou aucun.",
                "They are deleted together: all of them, or none."
            )
        case .cancel: Phrase("Non, les garder", "No, keep them")
        case .deleted: Phrase("Les documents choisis sont supprimés.", "The chosen documents have been deleted.")
        }
    }

    /// More were chosen than are taken at once.
    package static func tooMany(_ most: Int) -> Phrase {
        Phrase(
            "Choisissez \(most) documents au plus. Supprimez les autres ensuite.",
            "Choose \(most) documents at most. Delete the others afterwards."
        )
    }

    /// How many will go.
    package static func chosen(_ count: Int) -> Phrase {
        count == 1
            ? Phrase("Document à supprimer", "Document to delete")
            : Phrase("Documents à supprimer : \(count)", "Documents to delete: \(count)")
    }

    /// The button that does it.
    package static func confirm(_ count: Int) -> Phrase {
        count == 1
            ? Phrase("Oui, supprimer ce document", "Yes, delete this document")
            : Phrase("Oui, supprimer ces \(count) documents", "Yes, delete these \(count) documents")
    }
}
