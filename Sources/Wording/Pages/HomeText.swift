/// The public first page: six sentences, three actions.
package enum HomeText: CatalogueText {
    case title, lead, what, who, rights, trace, secrecy, free, actions, signInHint, openHint, activateHint, inBrief
    case otherSteps, objectHint, openedHint, actHint

    /// The six sentences, in their order.
    package static let sentences: [HomeText] = [.what, .who, .rights, .trace, .secrecy, .free]

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Mon dossier médical partagé", "My shared medical record")
        case .lead:
            Phrase(
                "Vos documents de santé au même endroit. Vous décidez qui peut les lire.",
                "Your health documents in one place. You decide who can read them."
            )
        case .inBrief: Phrase("Le DMP en six phrases", "The DMP in six sentences")
        case .what:
            Phrase(
                "Le dossier médical partagé (DMP) réunit vos comptes rendus, vos ordonnances et vos analyses.",
                "The shared medical record (DMP) holds your reports, prescriptions and test results."
            )
        case .who:
            Phrase(
                "Seuls peuvent le lire les professionnels que vous autorisez et, sauf refus, ceux qui vous soignent en urgence.",
                "Only the professionals whom you authorise read it and, unless you refuse, those who treat you in an emergency."
            )
        case .rights:
            Phrase(
                "Vous pouvez masquer un document ou bloquer un professionnel à tout moment.",
                "You can hide a document or block a professional at any time."
            )
        case .trace:
            Phrase(
                "Chaque lecture laisse une trace, et vous voyez qui a lu quoi et quand.",
                "Every reading leaves a trace, and you see who read what and when."
            )
        case .secrecy:
            Phrase(
                "Les documents sont chiffrés : l'hébergeur qui les garde ne peut pas les lire.",
                "Documents are encrypted: the host that keeps them cannot read them."
            )
        case .free:
            Phrase(
                "Le DMP est gratuit, et ne pas en avoir ne change rien à vos remboursements.",
                "The DMP is free, and doing without one changes nothing to your reimbursements."
            )
        case .actions: Phrase("Que voulez-vous faire ?", "What would you like to do?")
        case .signInHint: Phrase("Mon dossier est ouvert et mon accès est activé.", "My record is open and active.")
        case .openHint:
            Phrase("J'ai reçu un premier courrier avec un code.", "I have received a first letter with a code.")
        case .otherSteps: Phrase("J'ai reçu un autre courrier", "I have received another letter")
        case .objectHint:
            Phrase(
                "Un courrier annonce que mon dossier va s'ouvrir, et je n'en veux pas.",
                "A letter tells me that my record will open, and I do not want it."
            )
        case .openedHint:
            Phrase(
                "Mon dossier est ouvert sans moi, ou je viens d'avoir 18 ans.",
                "My record was opened without me, or I have just turned 18."
            )
        case .actHint:
            Phrase(
                "Une lettre me demande d'aider ou de représenter quelqu'un.",
                "A letter asks me to help or to represent somebody."
            )
        case .activateHint: Phrase("J'ai reçu le second courrier.", "I have received the second letter.")
        }
    }
}
