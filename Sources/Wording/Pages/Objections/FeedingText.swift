/// Objection to what others file in the record (CSP R1111-47).
package enum FeedingText: CatalogueText {
    case title, settingsHint, objectTitle, law, reason, reasonHint, reasonFault, send, waiting, stays, cancel,
        refusesTitle
    case refuses, allowLead, allow, asked, cancelled, allowed, lead, still, notGranted

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Ajouts à mon dossier", "What is added to my record")
        case .settingsHint:
            Phrase(
                "M'opposer à ce que des professionnels y ajoutent des documents.",
                "Object to professionals adding documents to it."
            )
        case .lead:
            Phrase(
                "Les professionnels qui vous soignent ajoutent des documents à votre dossier.",
                "The professionals who care for you add documents to your record."
            )
        case .objectTitle: Phrase("M'opposer à ces ajouts", "Object to these additions")
        case .law:
            Phrase(
                "La loi demande un motif légitime. Le service examine votre demande. La réponse se lit ici.",
                "The law asks for a legitimate reason. The service examines yours. The answer is read here."
            )
        case .still:
            Phrase(
                "Si votre motif est retenu, les professionnels n'ajouteront plus de documents. Ceux qui sont déjà là restent.",
                "If your reason is accepted, professionals will add no more documents. Those already there stay."
            )
        case .reason: Phrase("Mon motif", "My reason")
        case .reasonHint:
            Phrase(
                "Par exemple : une personne de ma famille travaille dans l'établissement qui me soigne.",
                "For example: a relative works where I am treated."
            )
        case .reasonFault:
            Phrase(
                "Écrivez votre motif, en 2 000 caractères au plus.",
                "Write your reason, in 2,000 characters at most."
            )
        case .send: Phrase("Envoyer mon opposition", "Send my objection")
        case .waiting: Phrase("Votre opposition est examinée", "Your objection is being examined")
        case .stays:
            Phrase(
                "Jusqu'à la réponse, les professionnels peuvent encore ajouter des documents.",
                "Until the answer, professionals can still add documents."
            )
        case .cancel: Phrase("Retirer mon opposition", "Withdraw my objection")
        case .refusesTitle:
            Phrase("Les professionnels n'ajoutent plus de documents", "Professionals no longer add documents")
        case .refuses:
            Phrase(
                "Votre opposition est retenue. Aucun professionnel n'ajoute de document à votre dossier.",
                "Your objection was accepted. No professional adds a document to your record."
            )
        case .allowLead:
            Phrase(
                "Vous pouvez y mettre fin à tout moment. Les documents arriveront de nouveau.",
                "You can end it at any time. Documents will come in again."
            )
        case .allow: Phrase("Autoriser de nouveau les ajouts", "Allow additions again")
        case .notGranted:
            Phrase(
                "Votre dernière opposition n'a pas été retenue. Vous pouvez en envoyer une autre.",
                "Your last objection was not accepted. You can send another."
            )
        case .asked: Phrase("Votre opposition est envoyée.", "Your objection has been sent.")
        case .cancelled: Phrase("Votre opposition est retirée.", "Your objection has been withdrawn.")
        case .allowed:
            Phrase(
                "Les professionnels peuvent de nouveau ajouter des documents.",
                "Professionals can add documents again."
            )
        }
    }

    /// Since when it is examined.
    package static func askedOn(_ day: Phrase) -> Phrase {
        Phrase("Envoyée le \(day.french).", "Sent on \(day.english).")
    }
}
