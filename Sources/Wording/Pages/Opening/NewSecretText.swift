/// Page 5: another secret, by the code of a letter.
package enum NewSecretText: CatalogueText {
    case title, lead, second, noLetter, confirm, doneTitle, done, told

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Choisir un nouveau code secret", "Choose a new secret code")
        case .lead:
            Phrase(
                "Il vous faut le courrier que vous avez demandé, avec son code.",
                "You need the letter that you asked for, with its code."
            )
        case .second:
            Phrase(
                "À la prochaine connexion, un code à usage unique vous sera demandé, comme d'habitude.",
                "At your next sign-in you are asked for a one-time code, as usual."
            )
        case .noLetter: Phrase("Je n'ai pas encore de courrier", "I have no letter yet")
        case .confirm: Phrase("Enregistrer ce code secret", "Save this secret code")
        case .doneTitle: Phrase("Mon code secret a changé", "My secret code has been changed")
        case .done:
            Phrase(
                "Connectez-vous avec votre nouveau code secret. Toutes vos sessions ont été fermées.",
                "Sign in with your new secret code. Your open sessions have ended."
            )
        case .told:
            Phrase(
                "Un message part vers tous vos moyens de contact.",
                "A message goes to all your means of contact."
            )
        }
    }
}
