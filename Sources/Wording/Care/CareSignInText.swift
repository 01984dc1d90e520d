package import HealthRecord

/// Signing in with a card, and the situation chosen.
package enum CareSignInText: CatalogueText {
    case title, lead, known, enter, howTo, insert, choose, pin, noCardTitle, noCard, again
    case situationTitle, situationLead, situation, situationFault, keep, go, kept, goodbyeTitle, goodbye, goodbyeCard
    case signInAgain, signedIn, employeeHint, identity, profession, number

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Connexion par carte", "Sign in with your card")
        case .lead:
            Phrase(
                "Ce site est réservé aux titulaires d'une carte professionnelle : CPS, CPF ou CPE.",
                "This site is for holders of a professional card: CPS, CPF or CPE."
            )
        case .known: Phrase("Carte reconnue", "Card recognised")
        case .enter: Phrase("Entrer avec cette carte", "Enter with this card")
        case .howTo: Phrase("Comment se connecter", "How to sign in")
        case .insert: Phrase("Insérez votre carte dans le lecteur.", "Insert your card into the reader.")
        case .choose:
            Phrase(
                "Choisissez le certificat d'authentification que propose le navigateur.",
                "Choose the authentication certificate that the browser offers."
            )
        case .pin: Phrase("Tapez le code de votre carte.", "Type the code of your card.")
        case .noCardTitle: Phrase("Aucune carte n'a été présentée", "No card was shown")
        case .noCard:
            Phrase(
                "Insérez votre carte, fermez toutes les fenêtres du navigateur, puis revenez sur cette page.",
                "Insert your card, close all windows of the browser, then come back to this page."
            )
        case .again: Phrase("J'ai inséré ma carte, recommencer", "My card is in, try again")
        case .situationTitle: Phrase("Choisir ma situation d'exercice", "Choose where I practise")
        case .situationLead:
            Phrase(
                "Vos droits et les traces de vos actes dépendent du lieu où vous exercez maintenant.",
                "Your rights and the traces of your acts depend on where you practise now."
            )
        case .situation: Phrase("J'exerce maintenant", "I now practise")
        case .situationFault: Phrase("Choisissez l'un des lieux proposés.", "Choose one of the places offered.")
        case .keep: Phrase("Proposer ce choix la prochaine fois", "Offer this choice next time")
        case .go: Phrase("Continuer", "Continue")
        case .kept: Phrase("Choix habituel", "Usual choice")
        case .goodbyeTitle: Phrase("Vous êtes déconnecté", "You have signed out")
        case .goodbye:
            Phrase(
                "La session est fermée. Aucun dossier ne reste ouvert sur ce poste.",
                "The session is closed. No record stays open on this computer."
            )
        case .goodbyeCard: Phrase("Retirez votre carte du lecteur.", "Take your card out of the reader.")
        case .signInAgain: Phrase("Me reconnecter", "Sign in again")
        case .signedIn: Phrase("Vous êtes connecté", "You are signed in")
        case .employeeHint:
            Phrase(
                "Avec cette carte, vous aidez à l'accueil. Le contenu des documents ne s'affiche pas.",
                "With this card you help at the desk. The content of documents is not shown."
            )
        case .identity: Phrase("Titulaire", "Holder")
        case .profession: Phrase("Profession", "Profession")
        case .number: Phrase("Lieux d'exercice", "Places of practice")
        }
    }

    /// One situation in a list: profession, place and kind of place.
    package static func situation(_ actor: CareActor) -> Phrase {
        let place = NameText.structure(actor.structure)
        let kind = SectorText.label(actor.structure.sector)
        let role = ProfessionText.label(actor.profession, actor.holder)
        return Phrase(
            "\(place.french) (\(kind.french)), \(role.french)",
            "\(place.english) (\(kind.english)), as \(role.english)"
        )
    }
}

/// What is wrong with a card, told to its holder.
package enum CardText: String, CatalogueText {
    case notACard = "card.notACard"
    case notAPerson = "card.notAPerson"
    case signatureCertificate = "card.signatureCertificate"
    case testCard = "card.test"
    case realCard = "card.real"
    case unknownAuthority = "card.unknownAuthority"
    case notYetValid = "card.notYetValid"
    case expired = "card.expired"
    case revoked = "card.revoked"
    case revocationUnknown = "card.revocationUnknown"
    case noSituation = "card.noSituation"
    case directoryUnavailable = "card.directoryUnavailable"

    package var phrase: Phrase {
        switch self {
        case .notACard: Phrase("Ce certificat n'est pas celui d'une carte de santé", "This is no health card")
        case .notAPerson: Phrase("Ce certificat est celui d'une structure", "This certificate is an organisation's")
        case .signatureCertificate:
            Phrase("Ce certificat sert à signer, pas à se connecter", "This certificate is for signing")
        case .testCard: Phrase("Cette carte est une carte de test", "This card is a test card")
        case .realCard: Phrase("Cette carte n'est pas une carte de test", "This card is not a test card")
        case .unknownAuthority:
            Phrase("L'émetteur de cette carte n'est pas reconnu", "The issuer of this card is not recognised")
        case .notYetValid: Phrase("Cette carte n'est pas encore valable", "This card is not valid yet")
        case .expired: Phrase("Cette carte est périmée", "This card has expired")
        case .revoked: Phrase("Cette carte est en opposition", "This card has been revoked")
        case .revocationUnknown:
            Phrase("La validité de cette carte ne peut pas être vérifiée", "This card cannot be checked now")
        case .noSituation: Phrase("Aucun lieu d'exercice connu", "No known place of practice")
        case .directoryUnavailable: Phrase("L'annuaire ne répond pas", "The directory does not answer")
        }
    }

    /// What its holder can do.
    package var remedy: Phrase {
        switch self {
        case .notACard, .unknownAuthority:
            Phrase(
                "Choisissez le certificat d'authentification de votre carte CPS, CPF ou CPE.",
                "Choose the authentication certificate of your CPS, CPF or CPE card."
            )
        case .notAPerson:
            Phrase(
                "Ce site est pour des personnes. Connectez-vous avec votre propre carte.",
                "This site is for people. Sign in with your own card."
            )
        case .signatureCertificate:
            Phrase(
                "Votre carte contient un autre certificat, nommé authentification. Choisissez celui-là.",
                "Your card holds another certificate, named authentication. Choose that one."
            )
        case .testCard:
            Phrase(
                "Ce service concerne des patients réels. Utilisez votre carte professionnelle.",
                "This service is for real patients. Use your professional card."
            )
        case .realCard:
            Phrase(
                "Ce service ne contient que des personnes fictives. Utilisez une carte de test.",
                "This service holds fictitious people only. Use a test card."
            )
        case .notYetValid:
            Phrase(
                "Vérifiez la date de votre ordinateur, puis la date de début de la carte.",
                "Check the date of your computer, then the card's first day."
            )
        case .expired:
            Phrase(
                "Demandez son renouvellement à l'Agence du numérique en santé, puis revenez.",
                "Ask the Agence du numérique en santé to renew it, then come back."
            )
        case .revoked:
            Phrase(
                "Elle a été déclarée perdue, volée ou remplacée. Utilisez la nouvelle carte ou appelez l'émetteur.",
                "It was declared lost, stolen or replaced. Use the new card or call the issuer."
            )
        case .revocationUnknown, .directoryUnavailable:
            Phrase(
                "Ce n'est pas votre carte qui est en cause. Recommencez dans quelques minutes.",
                "Your card is not at fault. Try again in a few minutes."
            )
        case .noSituation:
            Phrase(
                "L'annuaire ne vous rattache à aucun lieu. Signalez-le à votre ordre ou à votre structure.",
                "The directory links you to no place. Tell your order or your organisation."
            )
        }
    }
}
