/// A professional asks for proof that the holder is with him (key `consent.proof` of a set).
package enum PresenceText: CatalogueText {
    case title, lead, none, who, place, until, yes, no, yesHint, noHint, answer, answeredYes, answeredNo, gone, wary

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Êtes-vous avec ce professionnel ?", "Are you with this professional?")
        case .lead:
            Phrase(
                "Un professionnel dit que vous êtes avec lui, et demande à lire votre dossier.",
                "A professional says that you are there, and asks to read your record."
            )
        case .none: Phrase("Personne ne vous demande de confirmation.", "Nobody asks you for a confirmation.")
        case .who: Phrase("Qui demande", "Who asks")
        case .place: Phrase("Où", "Where")
        case .until: Phrase("Réponse possible jusqu'au", "You may answer until")
        case .yes: Phrase("Oui, je suis avec ce professionnel", "Yes, I am with this professional")
        case .no: Phrase("Non, je ne suis pas avec ce professionnel", "No, I am not with this professional")
        case .yesHint:
            Phrase(
                "Oui : ce professionnel pourra noter votre accord et lire votre dossier.",
                "Yes: this professional may record your agreement and read your record."
            )
        case .noHint:
            Phrase(
                "Non : la demande est effacée. Votre réponse reste dans l'historique.",
                "No: the request is removed. Your answer stays in the history."
            )
        case .answer: Phrase("Répondre", "Answer")
        case .answeredYes: Phrase("Vous avez confirmé votre présence.", "You have confirmed that you are there.")
        case .answeredNo:
            Phrase(
                "Vous avez répondu non. Ce professionnel n'a rien lu par cette demande.",
                "You answered no. This professional has read nothing by this request."
            )
        case .gone: Phrase("Cette demande n'attend plus de réponse.", "This request no longer waits for an answer.")
        case .wary:
            Phrase(
                "Vous ne connaissez pas cette personne ? Répondez non, et signalez-le au service.",
                "You do not know this person? Answer no, and report it to the service."
            )
        }
    }
}
