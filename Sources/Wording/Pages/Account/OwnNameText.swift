/// Page 27: a name of one's own to sign in by.
package enum OwnNameText: CatalogueText {
    case title, lead, none, choose, change, label, hint, confirm, present, serves, dropTitle, dropMeaning, drop, kept
    case dropped, taken, tooShort, tooLong, characters, fewLetters, number

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Choisir un identifiant", "Choose a name to sign in by")
        case .lead:
            Phrase(
                "Vous pourrez le taper à la place de votre numéro de sécurité sociale.",
                "You will be able to type it instead of your social security number."
            )
        case .none:
            Phrase(
                "Vous pouvez aussi choisir un identifiant, plus facile à retenir.",
                "You may also choose a name, easier to remember."
            )
        case .choose: Phrase("Choisir un identifiant", "Choose a name")
        case .change: Phrase("Changer mon identifiant", "Change my name")
        case .label: Phrase("Identifiant que je choisis", "Name I choose")
        case .hint:
            Phrase(
                "De 8 à 100 caractères : lettres sans accent, chiffres, points, tirets. Au moins 3 lettres, et au plus 9 chiffres. Exemple : jardin.bleu.",
                "From 8 to 100 characters: plain letters, digits, dots, hyphens. At least 3 letters, and at most 9 digits. Example: blue.garden."
            )
        case .confirm: Phrase("Garder cet identifiant", "Keep this name")
        case .present: Phrase("Votre identifiant choisi :", "Your chosen name:")
        case .serves:
            Phrase(
                "Votre numéro de sécurité sociale continue de servir, si vous oubliez cet identifiant.",
                "Your social security number goes on serving, should you forget this name."
            )
        case .dropTitle: Phrase("Ne plus utiliser cet identifiant", "Stop using this name")
        case .dropMeaning:
            Phrase(
                "Seul votre numéro de sécurité sociale servira. Quelqu'un d'autre pourra choisir cet identifiant.",
                "Only your social security number will serve. Somebody else may choose this name."
            )
        case .drop: Phrase("Retirer mon identifiant", "Remove my name")
        case .kept:
            Phrase(
                "Votre identifiant est enregistré. Il sert dès la prochaine connexion.",
                "Your name is kept. It serves from the next time you sign in."
            )
        case .dropped: Phrase("Votre identifiant est retiré.", "Your name has been removed.")
        case .taken:
            Phrase(
                "Cet identifiant n'est pas disponible. Choisissez-en un autre.",
                "This name is not available. Choose another one."
            )
        case .tooShort: Phrase("Choisissez au moins 8 caractères.", "Choose at least 8 characters.")
        case .tooLong: Phrase("Choisissez au plus 100 caractères.", "Choose at most 100 characters.")
        case .characters:
            Phrase(
                "Utilisez des lettres sans accent, des chiffres, des points ou des tirets. Une adresse e-mail ne convient pas.",
                "Use plain letters, digits, dots or hyphens. An e-mail address will not do."
            )
        case .fewLetters: Phrase("Mettez au moins 3 lettres.", "Use at least 3 letters.")
        case .number:
            Phrase(
                "Mettez au plus 9 chiffres : ni numéro de sécurité sociale, ni téléphone, ni compte bancaire.",
                "Use at most 9 digits: no social security number, telephone or bank account."
            )
        }
    }
}
