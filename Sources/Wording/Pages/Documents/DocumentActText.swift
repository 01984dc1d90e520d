/// What a holder does with one document beside masking it: closes it to those who act for him, sets it aside.
package enum DocumentActText: CatalogueText {
    case hide, hideMeaning, hideProfessionals, hideWho, hideConfirm, hidden, closed, closedAtOnce
    case archive, archiveMeaning, archiveLists, archiveConfirm, archived, restore, restoreMeaning, restoreConfirm
    case restored, undo, cancel

    package var phrase: Phrase {
        switch self {
        case .hide: Phrase("Fermer aux personnes qui agissent pour moi", "Close to those who act for me")
        case .hideMeaning:
            Phrase(
                "Ces personnes ne verront plus ce document. Rien ne leur dira qu'il existe.",
                "These persons will no longer see this document. Nothing will tell them that it exists."
            )
        case .hideProfessionals:
            Phrase("Rien ne change pour les professionnels.", "Nothing changes for professionals.")
        case .hideWho: Phrase("Ne verront plus ce document", "Will no longer see this document")
        case .hideConfirm: Phrase("Oui, fermer ce document", "Yes, close this document")
        case .hidden:
            Phrase(
                "Le document est maintenant fermé aux personnes qui agissent pour vous.",
                "The document is now closed to those who act for you."
            )
        case .closed: Phrase("Fermé à ceux qui agissent pour vous", "Closed to those who act for you")
        case .closedAtOnce:
            Phrase(
                "Fermer ce document aux personnes qui agissent pour moi. Ce choix ne peut pas être annulé.",
                "Close this document to those who act for me. This choice cannot be undone."
            )
        case .archive: Phrase("Ranger aux archives", "Put into the archive")
        case .archiveMeaning:
            Phrase(
                "Le document n'est plus proposé aux professionnels avec les autres. Il n'est pas supprimé.",
                "The document is no longer offered to professionals with the others. It is not deleted."
            )
        case .archiveLists:
            Phrase("Vous le voyez toujours dans votre liste.", "You still see it in your list.")
        case .archiveConfirm: Phrase("Oui, ranger ce document", "Yes, archive this document")
        case .archived: Phrase("Le document est rangé aux archives.", "The document is in the archive.")
        case .restore: Phrase("Sortir des archives", "Take out of the archive")
        case .restoreMeaning:
            Phrase(
                "Le document sera de nouveau avec les autres, pour ceux qui peuvent le lire.",
                "The document will be with the others again, for those who may read it."
            )
        case .restoreConfirm: Phrase("Oui, sortir ce document", "Yes, take it out")
        case .restored: Phrase("Le document est de nouveau avec les autres.", "The document is with the others again.")
        case .undo: Phrase("Vous pourrez revenir sur ce choix à tout moment.", "You can change your mind at any time.")
        case .cancel: Phrase("Non, revenir au document", "No, go back to the document")
        }
    }
}
