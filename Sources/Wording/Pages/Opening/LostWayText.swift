/// Page 5: other ways for codes, by the code of a letter.
package enum LostWayText: CatalogueText {
    case title, lead, reach, reachHint, noSecret, confirm, doneTitle, done

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Enregistrer un nouveau téléphone", "Register a new phone")
        case .lead:
            Phrase(
                "Prenez le courrier que vous avez demandé : il contient un code. Il vous faut aussi votre code secret.",
                "Take the letter that you asked for: it holds a code. You also need your secret code."
            )
        case .reach: Phrase("Où recevoir mes codes", "Where I receive my codes")
        case .reachHint:
            Phrase(
                "Indiquez un téléphone, une adresse e-mail, ou les deux. Ils remplacent tous les anciens.",
                "Give a phone, an e-mail address, or both. They take the place of all former ones."
            )
        case .noSecret: Phrase("J'ai aussi oublié mon code secret", "I have forgotten my secret code as well")
        case .confirm: Phrase("Enregistrer", "Save")
        case .doneTitle: Phrase("Vos moyens de contact ont changé", "Your means of contact have been changed")
        case .done:
            Phrase(
                "Connectez-vous : le code arrivera par ces nouveaux moyens. Tous vos appareils ont été déconnectés.",
                "Sign in: the code will come by these new means. All your devices have been signed out."
            )
        }
    }
}
