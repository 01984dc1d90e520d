/// What the portal asks a browser to keep, and what for: a line for each purpose.
package enum CookieText: CatalogueText {
    case lead, signIn, form, language, choices, waiting, objection, discreet, none

    package var phrase: Phrase {
        switch self {
        case .lead:
            Phrase(
                "Le site utilise seulement les cookies dont il a besoin. Ils sont faits pour disparaître quand vous fermez le navigateur. Voici à quoi ils servent :",
                "The site uses only the cookies that it needs. They are made to disappear when you close the browser. This is what they are for:"
            )
        case .signIn:
            Phrase(
                "La connexion : reconnaître une session, ses étapes et un code donné à l'instant, et revenir du dossier d'un proche.",
                "Signing in: to know a session, its steps and a code given just now, and to come back from somebody else's record."
            )
        case .form:
            Phrase(
                "Les formulaires : vérifier qu'ils viennent de ce site.",
                "Forms: to check that they come from this site."
            )
        case .language: Phrase("La langue choisie.", "The language chosen.")
        case .choices:
            Phrase(
                "L'accès en cas d'urgence : garder un choix pendant qu'un code est demandé, et pouvoir revenir au choix d'avant.",
                "Access in an emergency: to keep a choice while a code is asked for, and to go back to the choice before."
            )
        case .waiting:
            Phrase(
                "Un fichier ou des réponses qui attendent : les retrouver au moment de confirmer.",
                "A file or answers that wait: to find them again when they are confirmed."
            )
        case .objection:
            Phrase(
                "L'opposition à l'ouverture d'un dossier : garder de quoi télécharger l'attestation, une demi-heure au plus.",
                "The objection to the opening of a record: to keep what the certificate is made of, for half an hour at most."
            )
        case .discreet:
            Phrase(
                "Les titres des documents : se souvenir qu'ils sont cachés à l'écran.",
                "Titles of documents: to remember that they are kept off the screen."
            )
        case .none:
            Phrase(
                "Aucune mesure d'audience, aucun contenu d'un autre site.",
                "No audience measurement, no content from another site."
            )
        }
    }
}
