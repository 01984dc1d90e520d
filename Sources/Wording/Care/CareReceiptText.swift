/// The receipt of a document that a professional has filed.
package enum CareReceiptText: CatalogueText {
    case title, lead, document, received, filedBy, place, number, digest, seen, unseen, proof, everybody, back

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Reçu du dépôt", "Receipt")
        case .lead:
            Phrase(
                "Ce document est dans le dossier du patient. Imprimez ce reçu si vous en gardez un.",
                "This document is in the patient's record. Print this receipt if you keep one."
            )
        case .unseen:
            Phrase(
                "Ce site ne vous le montrera pas. Gardez ce reçu, et n'ajoutez pas le document une seconde fois.",
                "This site will not show it to you. Keep this receipt, and do not add the document again."
            )
        case .document: Phrase("Document", "Document")
        case .received: Phrase("Reçu le", "Received on")
        case .filedBy: Phrase("Déposé par", "Filed by")
        case .place: Phrase("Lieu", "Place")
        case .number: Phrase("Identifiant unique du document", "Unique identifier of the document")
        case .digest: Phrase("Empreinte SHA-256 du fichier reçu", "SHA-256 digest of the file received")
        case .seen: Phrase("Visibilité", "Visibility")
        case .everybody:
            Phrase("Le patient et les professionnels autorisés", "The patient and authorised professionals")
        case .proof:
            Phrase(
                "Le journal du DMP garde la preuve de ce dépôt. Le patient la voit dans son historique.",
                "The DMP's log keeps the proof of it. The patient sees it in the history."
            )
        case .back: Phrase("Revenir au document", "Back to the document")
        }
    }
}
