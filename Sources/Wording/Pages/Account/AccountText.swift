/// Page 27: sign-in details.
package enum AccountText: CatalogueText {
    case title, lead, identifier, identifierHint, secret, secretLead, changeSecret, oldSecret, secretChanged, channels
    case channelsLead, phone, email, noPhone, noEmail, changeChannels, channelsChanged, strengthSMS, strengthEmail
    case wrongSecret, oneLeft, save, cancel, told, stepUpNote, secretOthers, secretConfirm, confirmChannels, removeHint
    case secretAgain, address, carerMayNot, prove, proveLead, proveAgain, toldOfKeys

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Mes informations de connexion", "My sign-in details")
        case .lead:
            Phrase(
                "Ce qui vous permet, à vous seul, d'ouvrir votre dossier.",
                "What lets you, and only you, open your record."
            )
        case .identifier: Phrase("Mon identifiant", "My identifier")
        case .identifierHint:
            Phrase(
                "Votre numéro de sécurité sociale vous identifie toujours. Il n'est pas affiché ici, par sécurité.",
                "Your social security number always identifies you. It is not shown here, for safety."
            )
        case .secret: Phrase("Mon code secret", "My secret code")
        case .secretLead:
            Phrase(
                "Changez-le si quelqu'un a pu le voir. Il n'a pas de date de fin.",
                "Change it if somebody may have seen it. It does not expire."
            )
        case .changeSecret: Phrase("Changer mon code secret", "Change my secret code")
        case .oldSecret: Phrase("Code secret actuel", "Present secret code")
        case .secretChanged: Phrase("Votre code secret est changé.", "Your secret code has been changed.")
        case .secretOthers:
            Phrase(
                "Vos autres appareils seront déconnectés. Un message vous préviendra du changement.",
                "Your other devices will be signed out. A message will tell you of the change."
            )
        case .secretConfirm: Phrase("Changer mon code secret", "Change my secret code")
        case .channels: Phrase("Où je reçois mes codes", "Where I receive my codes")
        case .channelsLead:
            Phrase(
                "Gardez un téléphone et un e-mail : si l'un manque, l'autre vous ouvre encore votre dossier.",
                "Keep a phone and an e-mail: if one is missing, the other still opens your record."
            )
        case .phone: Phrase("Téléphone mobile", "Mobile phone")
        case .email: Phrase("E-mail", "E-mail")
        case .address: Phrase("Adresse postale", "Postal address")
        case .noPhone: Phrase("Aucun numéro enregistré", "No number on file")
        case .noEmail: Phrase("Aucune adresse enregistrée", "No address on file")
        case .changeChannels: Phrase("Changer mon téléphone ou mon e-mail", "Change my phone or e-mail")
        case .channelsChanged: Phrase("Vos moyens de contact sont changés.", "Your means of contact have been changed.")
        case .strengthSMS: Phrase("Protection normale", "Ordinary protection")
        case .strengthEmail:
            Phrase(
                "Protection plus faible : quelqu'un qui lit vos e-mails lirait aussi vos codes.",
                "Weaker protection: somebody who reads your e-mail would read your codes as well."
            )
        case .wrongSecret: Phrase("Ce n'est pas votre code secret actuel.", "This is not your present secret code.")
        case .oneLeft:
            Phrase(
                "Gardez au moins un moyen : un téléphone ou un e-mail.",
                "Keep at least one means: a phone or an e-mail."
            )
        case .save: Phrase("Enregistrer", "Save")
        case .confirmChannels: Phrase("Changer mes moyens de contact", "Change my means of contact")
        case .cancel: Phrase("Ne rien changer", "Change nothing")
        case .told:
            Phrase(
                "Nous prévenons aussi l'ancien téléphone ou l'ancien e-mail.",
                "We also tell the former phone or e-mail."
            )
        case .stepUpNote:
            Phrase(
                "Pour votre sécurité, un nouveau code vous est demandé avant ces changements.",
                "For your safety, you are asked for a new code before these changes."
            )
        case .removeHint: Phrase("Laissez vide pour retirer ce moyen.", "Leave empty to remove this means.")
        case .secretAgain: Phrase("Nouveau code secret, une seconde fois", "New secret code, once more")
        case .toldOfKeys:
            Phrase(
                "Un message vous préviendra du changement.",
                "A message will tell you of the change."
            )
        case .prove: Phrase("Vérifier mes nouveaux moyens de contact", "Check my new means of contact")
        case .proveLead:
            Phrase(
                "Un code vient de partir vers le nouveau téléphone ou le nouvel e-mail. Écrivez-le ici : rien ne change avant.",
                "A code has just gone to the new phone or the new e-mail. Write it here: nothing changes before."
            )
        case .proveAgain:
            Phrase("Corriger mes moyens de contact ou recevoir d'autres codes", "Correct my details or get other codes")
        case .carerMayNot:
            Phrase(
                "Cette page concerne votre propre connexion. Revenez à votre dossier pour la voir.",
                "This page is about your own sign-in. Go back to your own record to see it."
            )
        }
    }
}

extension AccountText {
    /// Until when the codes are good.
    package static func proveUntil(_ time: Phrase) -> Phrase {
        Phrase("Le code est bon jusqu'à \(time.french).", "The code is good until \(time.english).")
    }

    /// Where a code went.
    package static func codeSent(bySMS isSMS: Bool, to destination: String) -> Phrase {
        isSMS
            ? Phrase("Code envoyé par SMS au \(destination)", "Code sent by SMS to \(destination)")
            : Phrase("Code envoyé par e-mail à \(destination)", "Code sent by e-mail to \(destination)")
    }
}

/// Asks again who is there, before an act that weighs more.
package enum StepUpText: CatalogueText {
    case title, lead, submit, codeSubmit, cancel

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Confirmer que c'est vous", "Confirm that it is you")
        case .lead:
            Phrase(
                "Cette action est importante. Donnez votre code secret, puis le code que nous vous envoyons.",
                "This act matters. Give your secret code, then the code that we send you."
            )
        case .submit: Phrase("Recevoir un code", "Get a code")
        case .codeSubmit: Phrase("Continuer", "Continue")
        case .cancel: Phrase("Abandonner", "Give up")
        }
    }
}
