/// What a professional still has to announce.
package enum CareAnnounceText: CatalogueText {
    case lead, empty, caption, document, filed, reminder, release, act, announced, due, noDay

    package var phrase: Phrase {
        switch self {
        case .lead:
            Phrase(
                "Ces documents de votre main attendent une consultation d'annonce.",
                "These documents of yours await a consultation to announce them."
            )
        case .empty:
            Phrase(
                "Vous n'avez pas de document à annoncer à ce patient.",
                "You have no document to announce to this patient."
            )
        case .caption: Phrase("Documents non visibles par le patient", "Documents that the patient does not see")
        case .document: Phrase("Document", "Document")
        case .filed: Phrase("Date", "Date")
        case .reminder: Phrase("Rappel", "Reminder")
        case .release: Phrase("Visible au plus tard", "Visible at the latest")
        case .act: Phrase("Agir", "Act")
        case .announced: Phrase("L'annonce est faite", "It has been announced")
        case .noDay: Phrase("Pas de date fixée", "No day is set")
        case .due: Phrase("À annoncer maintenant", "To announce now")
        }
    }
}
