/// What a professional still has to announce.
package enum CareAnnounceText: CatalogueText {
    case lead, empty, caption, document, filed, reminder, release, act, announced, due, noDay
    case withoutLeave, blocked, shut

    package var phrase: Phrase {
        switch self {
        case .lead:
            Phrase(
                "Ces documents de votre main attendent une consultation d'annonce.",
                "These documents of yours await a consultation to announce them."
            )
        case .withoutLeave:
            Phrase(
                "Vous n'avez pas l'accord du patient pour lire ce dossier. Vous pouvez tout de même annoncer ce que vous avez ajouté.",
                "You do not have the patient's consent to read this record. You may still announce what you added."
            )
        case .shut:
            Phrase(
                "Votre profession ajoute ici des documents, et ne fait rien d'autre. Dites au patient ce que contient celui-ci.",
                "Your profession adds documents here, and does nothing else. Tell the patient what this one holds."
            )
        case .blocked:
            Phrase(
                "Le patient refuse votre accès. Dites-lui ce que contient le document : il s'affiche au plus tard ce jour-là.",
                "The patient refuses your access. Tell what the document holds: it shows itself on that day at the latest."
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
