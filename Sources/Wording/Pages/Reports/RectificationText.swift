/// Rectification of a document, asked through the record.
package enum RectificationText: CatalogueText {
    case title, lead, toOperator, words, wordsHint, wordsFault, tooLong, send, cancel, meanwhile, sent, heading
    case pendingAuthor, pendingOperator, done, refused, cancelled, reason

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Demander une rectification", "Ask for a correction")
        case .lead:
            Phrase(
                "Ce document est inexact, incomplet ou dépassé ? Dites ce qui doit changer.",
                "Is this document wrong, incomplete or outdated? Say what should change."
            )
        case .toOperator:
            Phrase(
                "L'auteur n'est pas connu, a refusé ou n'a pas répondu. Votre demande va au service.",
                "The author is not known, has refused or has not answered. Your request goes to the service."
            )
        case .words: Phrase("Ce qui doit être rectifié", "What should be corrected")
        case .wordsHint:
            Phrase(
                "Par exemple : je suis allergique à la pénicilline, et non à l'aspirine.",
                "For example: I am allergic to penicillin, and not to aspirin."
            )
        case .wordsFault: Phrase("Écrivez ce qui doit changer.", "Write what should change.")
        case .tooLong: Phrase("Ce texte dépasse 1 000 caractères.", "This text exceeds 1,000 characters.")
        case .send: Phrase("Envoyer la demande", "Send the request")
        case .cancel: Phrase("Revenir au document", "Back to the document")
        case .meanwhile:
            Phrase(
                "Le document reste comme il est jusqu'à la réponse. Vous pouvez le masquer entre-temps.",
                "The document stays as it is until the answer. You can hide it in the meantime."
            )
        case .sent:
            Phrase("Votre demande de rectification est envoyée.", "Your request for a correction has been sent.")
        case .heading: Phrase("Rectification demandée", "Correction asked for")
        case .pendingAuthor: Phrase("En attente de la réponse de l'auteur", "Waiting for the author's answer")
        case .pendingOperator: Phrase("En cours d'examen par le service", "Being examined by the service")
        case .done: Phrase("Document rectifié", "Document corrected")
        case .refused: Phrase("Refusée", "Refused")
        case .cancelled: Phrase("Retirée", "Withdrawn")
        case .reason: Phrase("Motif donné", "Reason given")
        }
    }

    /// Who will read the words.
    package static func toAuthor(_ name: String) -> Phrase {
        Phrase(
            "Votre demande va à l'auteur : \(name). Personne d'autre ne la lira.",
            "Your request goes to the author: \(name), who will read it, and nobody else."
        )
    }

    /// When it was asked, and where it stands.
    package static func standing(_ state: RectificationText, askedOn day: Phrase) -> Phrase {
        Phrase(
            "Demande du \(day.french) : \(state.phrase.french.lowercasedFirst).",
            "Request of \(day.english): \(state.phrase.english.lowercasedFirst)."
        )
    }
}

extension String {
    /// For the middle of a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
