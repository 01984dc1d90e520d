/// The two steps of a sign-in, and the page after signing out.
package enum SignInText: CatalogueText {
    case title, lead, lost, codeTitle, resend, startAgain, resent, missing, channel, anyChannel
    case goodbyeTitle, goodbyeLead, goodbyeAdvice, noCode, noCodeHint, channelHint
    case codeExpired, codeUsedUp, newCode, refused, codeOver

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Me connecter", "Sign in")
        case .lead:
            Phrase(
                "Après cette étape, vous recevez un code. Il sert une seule fois.",
                "After this step, you receive a code. It works once."
            )
        case .lost: Phrase("Je n'ai plus accès à mon dossier", "I have lost access to my record")
        case .codeTitle: Phrase("Écrire le code reçu", "Write the code received")
        case .resend: Phrase("Renvoyer le code", "Send the code again")
        case .codeExpired:
            Phrase("Ce code a expiré. Demandez-en un nouveau.", "This code has expired. Ask for a new one.")
        case .codeUsedUp:
            Phrase(
                "Ce code ne peut plus servir : trois essais ont été faits. Demandez-en un nouveau.",
                "This code is of no more use: three tries have been made. Ask for a new one."
            )
        case .refused:
            Phrase(
                "Ces informations ne sont pas acceptées. Vérifiez le numéro ou l'identifiant, puis le code secret. Avant la première connexion, l'accès doit avoir été activé avec le second courrier.",
                "This information is not accepted. Check the number or the name, then the secret code. Before the first sign-in, access must have been activated with the second letter."
            )
        case .codeOver: Phrase("Ce code n'est plus valable", "This code is no longer valid")
        case .newCode: Phrase("Demander un nouveau code", "Ask for a new code")
        case .startAgain: Phrase("Recommencer la connexion", "Start signing in again")
        case .resent:
            Phrase(
                "Un nouveau code vient de partir. Le précédent n'est plus valable.",
                "A new code has just been sent. The one before is no longer valid."
            )
        case .missing: Phrase("La connexion doit être recommencée.", "Signing in must be started again.")
        case .channel: Phrase("Obtenir le code", "Get the code")
        case .anyChannel:
            Phrase(
                "Mon moyen le plus sûr : application, sinon SMS, sinon e-mail",
                "My safest way: application, or else text message, or else e-mail"
            )
        case .channelHint:
            Phrase(
                "Si le moyen choisi n'est pas enregistré, un autre est utilisé.",
                "If the way chosen is not on file, another one is used."
            )
        case .noCode: Phrase("Le code n'arrive pas ?", "The code does not come?")
        case .noCodeHint:
            Phrase(
                "Attendez 30 secondes avant d'en demander un autre. Regardez aussi les e-mails indésirables.",
                "Wait 30 seconds before asking for another. Look among unwanted e-mails as well."
            )
        case .goodbyeTitle: Phrase("Vous êtes déconnecté de votre dossier", "You are signed out of your record")
        case .goodbyeLead:
            Phrase(
                "Les pages lues ne restent pas dans ce navigateur.",
                "The pages you read do not stay in this browser."
            )
        case .goodbyeAdvice:
            Phrase(
                "Sur un ordinateur partagé, fermez aussi la fenêtre.",
                "On a shared computer, close the window as well."
            )
        }
    }

    /// Where the code went and until when it is good.
    package static func sent(bySMS: Bool, to destination: String, until time: Phrase) -> Phrase {
        bySMS
            ? Phrase(
                "Un code de 6 chiffres est parti par SMS au \(destination). Il est valable jusqu'à \(time.french).",
                "A 6-digit code was sent by text message to \(destination). It is valid until \(time.english)."
            )
            : Phrase(
                "Un code de 6 chiffres est parti par e-mail à \(destination). Il est valable jusqu'à \(time.french).",
                "A 6-digit code was sent by e-mail to \(destination). It is valid until \(time.english)."
            )
    }

    /// A button for another way.
    package static func by(sms: Bool) -> Phrase {
        sms
            ? Phrase("Recevoir le code par SMS", "Receive the code by text message")
            : Phrase("Recevoir le code par e-mail", "Receive the code by e-mail")
    }
}

/// What to do when access is lost; the same for everybody.
package enum RecoveryText: CatalogueText {
    case title, lead, phoneTitle, phone, letterTitle, letter, deskTitle, desk, helpDesk, neutral

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Récupérer mon accès", "Recover my access")
        case .lead:
            Phrase(
                "Trois chemins existent. Choisissez celui qui correspond à votre situation.",
                "There are three ways. Choose the one that fits your situation."
            )
        case .phoneTitle: Phrase("J'ai changé de téléphone ou d'adresse e-mail", "I have a new phone or e-mail address")
        case .phone:
            Phrase(
                "L'autre moyen marche encore ? Connectez-vous, puis choisissez-le à l'étape 2. Vous pouvez aussi utiliser une clé d'accès, si vous en avez créé une sur un appareil. Sinon, demandez un courrier. Avec son code et votre code secret, vous enregistrez un nouveau téléphone.",
                "Does the other way still work? Sign in, then choose it at step 2. You can also use a passkey, if you made one on a device. If not, ask for a letter. With its code and your secret code you register a new phone."
            )
        case .letterTitle: Phrase("J'ai oublié mon code secret", "I have forgotten my secret code")
        case .letter:
            Phrase(
                "Demandez un courrier : il part à l'adresse que nous avons. Son code permet de choisir un nouveau code secret.",
                "Ask for a letter: it goes to the address that we have. Its code lets you choose a new secret code."
            )
        case .deskTitle: Phrase("Je préfère être aidé par quelqu'un", "I would rather be helped by somebody")
        case .desk:
            Phrase(
                "Avec votre carte Vitale, un professionnel de santé peut vous donner un nouveau code secret ou enregistrer votre nouveau numéro. Une trace reste dans votre historique.",
                "With your Vitale card, a health professional can give you a new secret code or register your new number. A trace stays in your history."
            )
        case .helpDesk:
            Phrase(
                "Appelez l'assistance : elle vous guide pas à pas vers l'un de ces deux chemins. Elle ne demande jamais votre code secret.",
                "Call the help desk: it guides you step by step along one of these two ways. It never asks for your secret code."
            )
        case .neutral:
            Phrase(
                "Pour votre sécurité, ce site ne dit jamais si un dossier existe.",
                "For your safety, this site never says whether a record exists."
            )
        }
    }
}
