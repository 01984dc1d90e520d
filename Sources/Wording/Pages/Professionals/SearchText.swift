/// Page 17: a professional looked for by name.
package enum SearchText: CatalogueText {
    case title, lead, name, nameHint, nameFault, place, placeHint, search, back, cancel, noDirectory, otherWay
    case unavailable, found, nobody, more, known, nameColumn, professionColumn, placeColumn, decideColumn, offer,
        caption

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Trouver un professionnel", "Find a professional")
        case .lead:
            Phrase(
                "Cherchez une personne qui vous soigne, puis autorisez-la ou bloquez-la.",
                "Look for a person who cares for you, then authorise or block that person."
            )
        case .name: Phrase("Nom", "Name")
        case .nameHint: Phrase("Le début du nom suffit.", "The beginning of the name is enough.")
        case .nameFault: Phrase("Écrivez au moins deux lettres du nom.", "Write at least two letters of the name.")
        case .place: Phrase("Ville, lieu de soins ou profession", "Town, place of care or profession")
        case .placeHint: Phrase("Par exemple : Dijon, ou infirmier.", "For example: Dijon, or nurse.")
        case .search: Phrase("Chercher", "Search")
        case .back: Phrase("Revenir à la liste", "Back to the list")
        case .cancel: Phrase("Non, ne rien changer", "No, change nothing")
        case .noDirectory:
            Phrase(
                "Ce service n'a pas d'annuaire où chercher un professionnel.",
                "This service has no directory in which to look for a professional."
            )
        case .otherWay:
            Phrase(
                "Vous pouvez donner votre accord en consultation. Le professionnel sera alors dans votre liste.",
                "You may give your agreement in a consultation. The professional will then be in your list."
            )
        case .unavailable:
            Phrase(
                "L'annuaire ne répond pas. Recommencez dans quelques minutes.",
                "The directory does not answer. Try again in a few minutes."
            )
        case .found: Phrase("Professionnels trouvés", "Professionals found")
        case .caption: Phrase("Résultats de la recherche", "Results of the search")
        case .nobody: Phrase("Personne ne correspond. Vérifiez le nom.", "Nobody matches. Check the name.")
        case .more:
            Phrase("Il y en a d'autres. Précisez le nom ou la ville.", "There are others. Narrow the name or the town.")
        case .known: Phrase("Déjà dans votre liste", "Already in your list")
        case .nameColumn: Phrase("Nom", "Name")
        case .professionColumn: Phrase("Profession", "Profession")
        case .placeColumn: Phrase("Lieu", "Place")
        case .decideColumn: Phrase("Décider", "Decide")
        case .offer:
            Phrase("Autoriser ou bloquer quelqu'un d'autre", "Authorise or block somebody else")
        }
    }

    /// How many were found.
    package static func count(_ count: Int) -> Phrase {
        CountText.count(
            count,
            one: Phrase("professionnel trouvé", "professional found"),
            many: Phrase("professionnels trouvés", "professionals found")
        )
    }
}
