/// A letter ordered: one that was lost, or the one by which a forgotten secret is replaced.
package enum LetterOrderText: CatalogueText {
    case title, lead, address, earlier, send, doneTitle, done, neutral, nothing, link

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Recevoir un nouveau courrier", "Receive a new letter")
        case .lead:
            Phrase(
                "Courrier perdu, code expiré, code secret oublié ou téléphone changé ? Demandez un courrier.",
                "Letter lost, code out of date, secret code forgotten, or a new phone? Ask for a letter."
            )
        case .address:
            Phrase(
                "Il part à l'adresse que nous avons, et à aucune autre.",
                "It goes to the address that we have, and to no other."
            )
        case .earlier:
            Phrase(
                "Un nouveau courrier remplace le précédent : l'ancien code ne sert plus.",
                "A new letter replaces the one before: the old code no longer works."
            )
        case .send: Phrase("Demander ce courrier", "Ask for this letter")
        case .doneTitle: Phrase("Votre demande de courrier est enregistrée", "Your request for a letter is on file")
        case .done:
            Phrase(
                "Si un courrier peut vous être envoyé, il part sous peu.",
                "If a letter can be sent to you, it leaves shortly."
            )
        case .neutral:
            Phrase(
                "Nous donnons la même réponse à tout le monde : personne ne peut ainsi savoir qui a un dossier.",
                "We give everybody the same answer: so nobody can learn who has a record."
            )
        case .nothing:
            Phrase(
                "Rien après une semaine ? Appelez-nous. Nous envoyons au plus un courrier tous les trois jours.",
                "Nothing after a week? Call us. We send one letter in three days at most."
            )
        case .link: Phrase("Demander un nouveau courrier", "Ask for a new letter")
        }
    }
}
