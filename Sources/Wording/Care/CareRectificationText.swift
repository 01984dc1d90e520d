/// A patient's request that one's own document be corrected.
package enum CareRectificationText: CatalogueText {
    case title, lead, document, asked, day, open, replace, answer, done, doneHint, refuse, reason, reasonHint
    case answerFault, reasonFault, notReplaced, send, sent

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Demande de rectification", "Request for a correction")
        case .lead:
            Phrase(
                "Le patient demande la rectification d'un document dont vous êtes l'auteur.",
                "The patient asks for the correction of a document that you wrote."
            )
        case .document: Phrase("Document", "Document")
        case .asked: Phrase("Ce que le patient demande", "What the patient asks")
        case .day: Phrase("Demande du", "Asked on")
        case .open: Phrase("Ouvrir le document", "Open the document")
        case .replace: Phrase("Remplacer par une nouvelle version", "Replace with a new version")
        case .answer: Phrase("Votre réponse", "Your answer")
        case .done: Phrase("Le document est rectifié", "The document is corrected")
        case .doneHint:
            Phrase(
                "Déposez d'abord la nouvelle version, ou supprimez le document. Répondez ensuite.",
                "File the new version first, or delete the document. Answer afterwards."
            )
        case .refuse: Phrase("Le document reste comme il est", "The document stays as it is")
        case .reason: Phrase("Motif du refus", "Reason for refusing")
        case .reasonHint:
            Phrase("Le patient le lira. Nécessaire pour un refus.", "The patient will read it. Needed for a refusal.")
        case .answerFault: Phrase("Choisissez une réponse.", "Choose an answer.")
        case .reasonFault:
            Phrase("Écrivez le motif, en 1 000 caractères au plus.", "Write the reason, in 1,000 characters at most.")
        case .notReplaced:
            Phrase(
                "Le document est encore dans le dossier comme il était. Remplacez-le, ou supprimez-le.",
                "The document still stands in the record as it was. Replace it, or delete it."
            )
        case .send: Phrase("Envoyer la réponse", "Send the answer")
        case .sent: Phrase("Votre réponse est envoyée au patient.", "Your answer has been sent to the patient.")
        }
    }
}
