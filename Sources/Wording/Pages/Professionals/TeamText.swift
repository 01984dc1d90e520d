/// Care teams on the list of those who care, and the end of one.
package enum TeamText: CatalogueText {
    case title, lead, none, members, since, until, noEnd, declaredBy, end, endLead, endLeaves, endOthers, confirm,
        cancel
    case ended, undo, notCovered, deemed, endDeemed, undoDeemed

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Équipes de soins", "Care teams")
        case .lead:
            Phrase(
                "Vous avez donné un seul accord pour toute une équipe. Chacun de ses membres peut lire votre dossier.",
                "You gave one agreement for a whole team. Each of its members may read your record."
            )
        case .none:
            Phrase(
                "Aucune équipe. Un professionnel qui vous suit peut en déclarer une avec votre accord.",
                "No team. A professional who cares for you may declare one with your agreement."
            )
        case .members: Phrase("Membres", "Members")
        case .since: Phrase("Depuis le", "Since")
        case .until: Phrase("jusqu'au", "until")
        case .noEnd: Phrase("sans date de fin", "without an end date")
        case .declaredBy: Phrase("Déclarée par", "Declared by")
        case .end: Phrase("Mettre fin à cette équipe", "End this team")
        case .endLead:
            Phrase(
                "Votre accord pour cette équipe prend fin. Ses membres ne lisent plus votre dossier à ce titre.",
                "Your agreement for this team ends. Its members no longer read your record on that ground."
            )
        case .endLeaves:
            Phrase(
                "Un membre que vous avez autorisé vous-même garde son autorisation.",
                "A member whom you authorised yourself keeps that authorisation."
            )
        case .endOthers: Phrase("Personne n'est bloqué.", "Nobody is blocked.")
        case .confirm: Phrase("Oui, mettre fin à cette équipe", "Yes, end this team")
        case .cancel: Phrase("Non, garder cette équipe", "No, keep this team")
        case .ended: Phrase("L'équipe n'a plus accès à votre dossier.", "The team no longer has access to your record.")
        case .undo:
            Phrase(
                "L'équipe pourra être déclarée de nouveau, avec votre accord.",
                "The team can be declared again, with your agreement."
            )
        case .deemed:
            Phrase(
                "Les règles de votre dossier laissent cette équipe le lire sans demander votre accord. Vous pouvez y mettre fin.",
                "The rules of your record let this team read it without asking for your agreement. You can end it."
            )
        case .endDeemed:
            Phrase(
                "Ses membres ne lisent plus votre dossier parce qu'ils sont de cette équipe.",
                "Its members no longer read your record because they belong to this team."
            )
        case .undoDeemed: Phrase("L'équipe pourra être déclarée de nouveau.", "The team can be declared again.")
        case .notCovered: Phrase("n'a pas accès par cette équipe", "has no access through this team")
        }
    }
}

/// Those to whom the holder gave a treating physician's rights.
package enum AdministratorText: CatalogueText {
    case title, lead, none, one, how

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Administrateurs de mon dossier", "Administrators of my record")
        case .lead:
            Phrase(
                "Un administrateur a les mêmes droits que le médecin traitant : il lit aussi les documents masqués et l'historique.",
                "An administrator has the treating physician's rights: to read hidden documents and the history as well."
            )
        case .none: Phrase("Aucun administrateur.", "No administrator.")
        case .one: Phrase("Administrateur", "Administrator")
        case .how:
            Phrase(
                "Pour en nommer un ou lui retirer ce rôle, ouvrez la fiche d'un professionnel.",
                "To name one or to end the role, open a professional's page."
            )
        }
    }
}
