/// What the letter says by whose code a forgotten secret is replaced.
package enum RecoveryLetterText: CatalogueText {
    case subject, purpose, notAsked

    package var phrase: Phrase {
        switch self {
        case .subject:
            Phrase(
                "Le code pour choisir un nouveau code secret de votre dossier (DMP)",
                "The code to choose a new secret code of your record (DMP)"
            )
        case .purpose:
            Phrase(
                "Vous avez demandé ce courrier. Son code permet de choisir un nouveau code secret, ou d'enregistrer un nouveau téléphone.",
                "You asked for this letter. Its code lets you choose a new secret code, or register a new phone."
            )
        case .notAsked:
            Phrase(
                "Vous n'avez rien demandé ? Ne faites rien : rien ne change. Si cela se répète, appelez-nous.",
                "You asked for nothing? Do nothing: nothing changes. If it happens again, call us."
            )
        }
    }

    static func steps(_ service: ServiceSheet, _ language: Language) -> [String] {
        [
            Phrase(
                "Allez sur \(service.portalAddress), puis choisissez « \(ActionText.signIn(.french)) ».",
                "Go to \(service.portalAddress), then choose “\(ActionText.signIn(.english))”."
            ),
            Phrase(
                "Choisissez « \(SignInText.lost(.french)) », puis « \(NewSecretText.title(.french)) » ou « \(LostWayText.title(.french)) ».",
                "Choose “\(SignInText.lost(.english))”, then “\(NewSecretText.title(.english))” or “\(LostWayText.title(.english))”."
            ),
            Phrase(
                "Tapez le code ci-dessus, sans les espaces ou avec.",
                "Type the code above, with or without the spaces."
            ),
        ].map { $0[language] }
    }
}
