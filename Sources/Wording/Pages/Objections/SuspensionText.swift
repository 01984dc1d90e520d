/// A suspended record, and the holder's objection (CSP R1111-36).
package enum SuspensionText: CatalogueText {
    case title, meaning, objectTitle, law, reason, reasonHint, waiting, stays, refusedTitle, refused, sent, toPage

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Mon dossier est suspendu", "My record is suspended")
        case .meaning:
            Phrase(
                "Personne ne peut y lire ni y ajouter de documents. Vous pouvez encore lire l'historique et fermer le dossier.",
                "Nobody can read it or add documents. You can still read the history and close the record."
            )
        case .objectTitle: Phrase("M'opposer à la suspension", "Object to the suspension")
        case .law:
            Phrase(
                "Sans opposition, le dossier se ferme six semaines après la suspension. Votre opposition arrête ce délai.",
                "Without an objection, the record closes six weeks after the suspension. Your objection stops that."
            )
        case .reason: Phrase("Pourquoi je m'oppose", "Why I object")
        case .reasonHint:
            Phrase(
                "Par exemple : la demande ne vient pas de moi.",
                "For example: the request does not come from me."
            )
        case .waiting: Phrase("Votre opposition est examinée", "Your objection is being examined")
        case .stays:
            Phrase(
                "Le dossier ne se fermera pas de lui-même. La réponse se lit ici.",
                "The record will not close by itself. The answer is read here."
            )
        case .refusedTitle: Phrase("Votre opposition n'est pas retenue", "Your objection was not accepted")
        case .refused:
            Phrase(
                "La suspension est maintenue. Le service d'aide peut vous dire pourquoi.",
                "The suspension stays. The help desk can tell you why."
            )
        case .sent: Phrase("Votre opposition est envoyée.", "Your objection has been sent.")
        case .toPage: Phrase("Comprendre, ou m'y opposer", "Understand, or object")
        }
    }

    /// Since when.
    package static func suspended(on day: Phrase) -> Phrase {
        Phrase(
            "Le dossier est suspendu depuis le \(day.french).",
            "The record has been suspended since \(day.english)."
        )
    }
}
