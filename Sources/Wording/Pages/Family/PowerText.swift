/// What somebody who acts for the holder may do, or may not: each line stands under either heading.
package enum PowerText: CatalogueText {
    case read, history, add, mask, unmask, tidy, share, choices, contact, invite, copy, close, secret

    package var phrase: Phrase {
        switch self {
        case .read: Phrase("Lire les documents.", "Read the documents.")
        case .history: Phrase("Voir qui a ouvert le dossier.", "See who opened the record.")
        case .add: Phrase("Ajouter des documents.", "Add documents.")
        case .mask: Phrase("Masquer un document aux professionnels.", "Hide a document from professionals.")
        case .unmask:
            Phrase(
                "Rendre un document masqué visible à nouveau : les professionnels autorisés le liront.",
                "Make a hidden document visible again: authorised professionals will read it."
            )
        case .tidy:
            Phrase(
                "Archiver ou supprimer les documents ajoutés sur ce site.",
                "Archive or delete documents that were added on this site."
            )
        case .share: Phrase("Autoriser ou bloquer un professionnel.", "Authorise or block a professional.")
        case .choices:
            Phrase(
                "Changer les volontés et les choix de confidentialité.",
                "Change the wishes and the choices of confidentiality."
            )
        case .contact:
            Phrase(
                "Changer les codes, le téléphone ou l'e-mail du titulaire.",
                "Change the holder's codes, phone or e-mail."
            )
        case .invite: Phrase("Inviter quelqu'un d'autre.", "Invite somebody else.")
        case .copy: Phrase("Télécharger le dossier en entier.", "Download the whole record.")
        case .close: Phrase("Fermer le dossier, ou le faire détruire.", "Close the record, or have it destroyed.")
        case .secret: Phrase("Lire ce que l'enfant garde secret.", "Read what the child keeps secret.")
        }
    }

    /// How many of the documents of today somebody would read, and how many of these are hidden from professionals.
    package static func reads(_ number: Int, of all: Int, masked: Int) -> Phrase {
        let today = Phrase(
            "Documents d'aujourd'hui que cette personne lira : \(number) sur \(all).",
            "Documents of today that this person will read: \(number) of \(all)."
        )
        guard masked > 0 else { return today }
        return today
            + Phrase(
                "Parmi eux, masqués aux professionnels : \(masked).",
                "Among them, hidden from professionals: \(masked)."
            )
    }
}
