/// What the end of a mandate takes, leaves and makes possible.
package enum EndingText: CatalogueText {
    case loses, ownLoses, keeps, gains, adding, history, sharing, wishes, read, written, added, alone, invitation

    package var phrase: Phrase {
        switch self {
        case .loses: Phrase("Cette personne ne pourra plus", "This person will no longer be able to")
        case .ownLoses: Phrase("Vous ne pourrez plus", "You will no longer be able to")
        case .keeps: Phrase("Ce qui reste", "What stays")
        case .gains: Phrase("Après", "Afterwards")
        case .adding: Phrase("Ajouter, masquer et ranger des documents.", "Add, hide and file documents.")
        case .history: Phrase("Voir qui a ouvert le dossier.", "See who opened the record.")
        case .sharing: Phrase("Autoriser ou bloquer un professionnel.", "Authorise or block a professional.")
        case .wishes:
            Phrase(
                "Changer les volontés, l'accès en cas d'urgence ou fermer le dossier.",
                "Change wishes and emergency access, or close the record."
            )
        case .read:
            Phrase(
                "Ce qui a déjà été lu ou téléchargé ne peut pas être repris.",
                "What has been read or downloaded already cannot be taken back."
            )
        case .written:
            Phrase(
                "L'historique garde tout ce qui a été fait, avec le nom.",
                "The history keeps all that was done, with the name."
            )
        case .added:
            Phrase("Les documents ajoutés restent dans le dossier.", "Documents that were added stay in the record.")
        case .alone:
            Phrase(
                "Aucun autre proche aidant n'ouvrira ce dossier. Vous pourrez en inviter un.",
                "No other carer will open this record. You will be able to invite one."
            )
        case .invitation:
            Phrase(
                "Accepter l'invitation : le code de la lettre ne servira plus.",
                "Accept the invitation: the letter's code will be void."
            )
        }
    }

    /// How many documents are no longer read.
    package static func reading(_ number: Int) -> Phrase {
        let count = CountText.documents(number)
        return Phrase(french: "Lire ce dossier\u{A0}: \(count.french).", english: "Read this record: \(count.english).")
    }

    /// How many other carers there are.
    package static func others(_ number: Int) -> Phrase {
        let count = CountText.count(
            number,
            one: Phrase("autre proche aidant garde son accès.", "other carer keeps access."),
            many: Phrase("autres proches aidants gardent leur accès.", "other carers keep access.")
        )
        return count
    }
}
