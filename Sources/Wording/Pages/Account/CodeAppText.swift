/// An application that shows codes: on page 27, and how it is added and taken away.
package enum CodeAppText: CatalogueText {
    case title, lead, none, add, replace, remove, why, begin, offerTitle, offerLead, picture, pictureHint, open, typed
    case typedHint, fieldHint, onceOnly, confirm, wrong, over, added, removed, removeTitle, removeMeaning, removeBack
    case removeConfirm, keep, codeTitle, codeLead, otherTitle, otherHint, bySMS, byEmail, byApp, choice, kinds

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Mon application de codes", "My code application")
        case .lead:
            Phrase(
                "Une application de votre téléphone affiche le code, à la place du SMS. Elle marche aussi sans réseau.",
                "An application on your phone shows the code in place of the text message. It works without a network too."
            )
        case .none: Phrase("Aucune application enregistrée", "No application on file")
        case .add: Phrase("Ajouter une application de codes", "Add a code application")
        case .replace: Phrase("Changer d'application ou de téléphone", "Change application or phone")
        case .remove: Phrase("Retirer mon application de codes", "Remove my code application")
        case .why:
            Phrase(
                "C'est plus sûr qu'un SMS : personne ne peut détourner un code qui n'est pas envoyé.",
                "It is safer than a text message: nobody can divert a code that is not sent."
            )
        case .kinds:
            Phrase(
                "L'application doit accepter la méthode SHA-256 et des codes de 6 chiffres. FreeOTP et Aegis le font.",
                "The application must accept the SHA-256 method and 6-digit codes. FreeOTP and Aegis do."
            )
        case .begin: Phrase("Continuer", "Continue")
        case .offerTitle: Phrase("Relier mon application de codes", "Connect my code application")
        case .offerLead:
            Phrase(
                "Dans l'application, choisissez d'ajouter un compte. Visez ce carré, ou recopiez la clé.",
                "In the application, choose to add an account. Point it at this square, or copy the key."
            )
        case .picture: Phrase("Code à viser avec l'application", "Code to scan with the application")
        case .pictureHint:
            Phrase("Le carré et la clé disent la même chose.", "The square and the key say the same.")
        case .open: Phrase("Ouvrir l'application de ce téléphone", "Open the application of this phone")
        case .typed: Phrase("Clé à recopier", "Key to copy")
        case .typedHint:
            Phrase(
                "Réglages : SHA-256, 6 chiffres, 30 secondes. Les espaces ne comptent pas.",
                "Settings: SHA-256, 6 digits, 30 seconds. Spaces do not matter."
            )
        case .fieldHint:
            Phrase("6 chiffres, qui changent toutes les 30 secondes", "6 digits, which change every 30 seconds")
        case .onceOnly:
            Phrase(
                "Cette clé n'est affichée qu'une fois. Ne la montrez à personne.",
                "This key is shown only once. Show it to nobody."
            )
        case .confirm: Phrase("Vérifier et ajouter", "Check and add")
        case .wrong:
            Phrase(
                "Ce code n'est pas le bon. Attendez le suivant, ou vérifiez l'heure de votre téléphone.",
                "This is not the right code. Wait for the next one, or check the time of your phone."
            )
        case .over: Phrase("Recommencer avec une nouvelle clé", "Start again with a new key")
        case .added:
            Phrase(
                "Votre application est ajoutée. Elle vous sera proposée à la prochaine connexion.",
                "Your application has been added. It will be offered at your next sign-in."
            )
        case .removed: Phrase("Votre application est retirée.", "Your application has been removed.")
        case .removeTitle: Phrase("Retirer mon application de codes", "Remove my code application")
        case .removeMeaning:
            Phrase(
                "Ses codes ne vous connecteront plus. Vous recevrez de nouveau un code par SMS ou par e-mail.",
                "Its codes will not sign you in any more. You will get a code by text message or e-mail again."
            )
        case .removeBack:
            Phrase("Vous pourrez en ajouter une autre à tout moment.", "You can add another one at any time.")
        case .removeConfirm: Phrase("Oui, la retirer", "Yes, remove it")
        case .keep: Phrase("Non, la garder", "No, keep it")
        case .codeTitle: Phrase("Écrire le code de mon application", "Write the code of my application")
        case .codeLead:
            Phrase(
                "Ouvrez votre application de codes et recopiez les 6 chiffres qu'elle affiche.",
                "Open your code application and copy the 6 digits that it shows."
            )
        case .otherTitle: Phrase("Vous n'avez pas votre application ?", "You do not have your application?")
        case .otherHint: Phrase("Recevez un code par un autre moyen.", "Receive a code by another way.")
        case .bySMS: Phrase("Par SMS", "By text message")
        case .byEmail: Phrase("Par e-mail", "By e-mail")
        case .byApp: Phrase("Avec mon application de codes", "With my code application")
        case .choice: Phrase("Utiliser mon application de codes", "Use my code application")
        }
    }

    /// Since when there is one.
    package static func since(_ day: Phrase) -> Phrase {
        Phrase("Ajoutée le \(day.french)", "Added on \(day.english)")
    }

    /// Until when a key waits for its first code.
    package static func until(_ time: Phrase) -> Phrase {
        Phrase("La clé attend son code jusqu'à \(time.french).", "The key waits for its code until \(time.english).")
    }
}
