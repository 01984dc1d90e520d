/// Page 5: another secret, by the code of a letter.
package enum NewSecretText: CatalogueText {
    case title, lead, second, noLetter, confirm, doneTitle, done, told

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Choisir un nouveau code secret", "Choose a new secret code")
        case .lead:
            Phrase(
                "Prenez le courrier que vous avez demandé : il contient un code.",
                "Take the letter that you asked for: it holds a code."
            )
        case .second:
            Phrase(
                "À la prochaine connexion, vous recevrez aussi un code à 6 chiffres, comme d'habitude.",
                "At your next sign-in you will also get a 6-digit code, as usual."
            )
        case .noLetter: Phrase("Je n'ai pas encore de courrier", "I have no letter yet")
        case .confirm: Phrase("Enregistrer ce code secret", "Save this secret code")
        case .doneTitle: Phrase("Mon code secret a changé", "My secret code has been changed")
        case .done:
            Phrase(
                "Connectez-vous avec votre nouveau code secret. Tous vos appareils ont été déconnectés.",
                "Sign in with your new secret code. All your devices have been signed out."
            )
        case .told:
            Phrase(
                "Un message annonce ce changement par vos moyens de contact.",
                "A message about this change goes to your means of contact."
            )
        }
    }
}
