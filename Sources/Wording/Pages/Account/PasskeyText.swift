/// Passkeys: on page 27, how one is added and revoked, and the sign-in by one.
package enum PasskeyText: CatalogueText {
    case title, lead, none, add, caption, nameColumn, sinceColumn, usedColumn, doColumn, never, remove, why, name
    case nameHint, begin, makeTitle, makeLead, make, needsScript, otherWay, failed, already, added, removed, refused
    case removeTitle, removeMeaning, removeOnDevice, removeConfirm, keep, signInTitle, signInLead, use, choice
    case stepUpLead, notAccepted, unnamed, enough, loss

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Mes clés d'accès", "My passkeys")
        case .lead:
            Phrase(
                "Une clé d'accès vous connecte d'un geste, avec l'empreinte, le visage ou le code de votre appareil.",
                "A passkey signs you in with one gesture: the fingerprint, face or code of your device."
            )
        case .none: Phrase("Aucune clé d'accès enregistrée", "No passkey on file")
        case .add: Phrase("Ajouter une clé d'accès", "Add a passkey")
        case .caption: Phrase("Clés d'accès enregistrées", "Passkeys on file")
        case .nameColumn: Phrase("Nom", "Name")
        case .sinceColumn: Phrase("Ajoutée le", "Added on")
        case .usedColumn: Phrase("Dernière connexion", "Last sign-in")
        case .doColumn: Phrase("Retirer", "Remove")
        case .never: Phrase("Jamais utilisée", "Never used")
        case .remove: Phrase("Retirer cette clé", "Remove this passkey")
        case .why:
            Phrase(
                "Elle remplace le code secret et le code à usage unique. Un faux site ne peut pas vous la voler.",
                "It replaces the secret code and the one-time code. A false site cannot steal it."
            )
        case .loss:
            Phrase(
                "Votre code secret fonctionne toujours. Si vous perdez l'appareil, retirez sa clé ici.",
                "Your secret code goes on working. If you lose the device, remove its passkey here."
            )
        case .name: Phrase("Nom de cette clé", "Name of this passkey")
        case .nameHint:
            Phrase(
                "Pour la reconnaître dans la liste. Exemple : téléphone, ordinateur de la maison.",
                "To know it again in the list. Example: phone, home computer."
            )
        case .begin: Phrase("Continuer", "Continue")
        case .makeTitle: Phrase("Créer ma clé d'accès", "Make my passkey")
        case .makeLead:
            Phrase(
                "Votre appareil va vous demander votre empreinte, votre visage ou son code. Rien de cela ne nous est envoyé.",
                "Your device will ask for your fingerprint, your face or its code. None of this is sent to us."
            )
        case .make: Phrase("Créer la clé sur cet appareil", "Make the passkey on this device")
        case .needsScript:
            Phrase(
                "Votre navigateur ne sait pas utiliser de clé d'accès, ou JavaScript est bloqué sur ce site.",
                "Your browser cannot use passkeys, or JavaScript is blocked on this site."
            )
        case .otherWay: Phrase("Continuer sans clé d'accès", "Go on without a passkey")
        case .failed:
            Phrase(
                "Votre appareil n'a pas répondu, ou vous avez annulé. Vous pouvez essayer de nouveau.",
                "Your device did not answer, or you cancelled. You can try again."
            )
        case .already:
            Phrase(
                "Cet appareil a déjà une clé pour votre dossier. Rien n'a changé.",
                "This device already has a passkey for your record. Nothing has changed."
            )
        case .added: Phrase("Votre clé d'accès est ajoutée.", "Your passkey has been added.")
        case .removed: Phrase("Votre clé d'accès est retirée.", "Your passkey has been removed.")
        case .refused:
            Phrase(
                "La clé n'a pas pu être ajoutée. Recommencez, ou essayez avec un autre appareil.",
                "The passkey could not be added. Start again, or try another device."
            )
        case .removeTitle: Phrase("Retirer cette clé d'accès", "Remove this passkey")
        case .removeMeaning:
            Phrase(
                "Dès maintenant, elle n'ouvrira plus votre dossier.",
                "From now on it will not open your record."
            )
        case .removeOnDevice:
            Phrase(
                "Effacez-la aussi de l'appareil : sinon, il continuera à la proposer, pour rien.",
                "Delete it from the device as well, or it will go on offering it in vain."
            )
        case .removeConfirm: Phrase("Oui, la retirer", "Yes, remove it")
        case .keep: Phrase("Non, la garder", "No, keep it")
        case .signInTitle: Phrase("Me connecter avec ma clé d'accès", "Sign in with my passkey")
        case .signInLead:
            Phrase(
                "Votre appareil va vous demander votre empreinte, votre visage ou son code.",
                "Your device will ask for your fingerprint, your face or its code."
            )
        case .use: Phrase("Utiliser ma clé d'accès", "Use my passkey")
        case .choice: Phrase("Utiliser une clé d'accès", "Use a passkey")
        case .stepUpLead:
            Phrase(
                "Avec une clé d'accès, un geste suffit.",
                "With a passkey, one gesture is enough."
            )
        case .notAccepted:
            Phrase(
                "Cette clé n'a pas été acceptée. Recommencez, ou utilisez votre code secret.",
                "This passkey was not accepted. Start again, or use your secret code."
            )
        case .unnamed: Phrase("Clé d'accès", "Passkey")
        case .enough:
            Phrase(
                "Vous avez déjà le nombre maximal de clés. Retirez-en une pour en ajouter une autre.",
                "You already have the most passkeys allowed. Remove one to add another."
            )
        }
    }
}
