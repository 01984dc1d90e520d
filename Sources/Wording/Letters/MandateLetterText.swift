import HealthRecord

/// What the letter says to somebody who is asked to act for a holder.
package enum MandateLetterText {
    static let subject = Phrase(
        "Une invitation à agir pour quelqu'un (DMP)",
        "An invitation to act for somebody (DMP)"
    )

    /// For whom, and in what quality.
    static func paragraphs(_ invitation: MandateInvitation?) -> [Phrase] {
        guard let invitation else {
            return [
                Phrase(
                    "On vous demande d'agir pour un proche dans son dossier médical partagé.",
                    "You are asked to act for a relative in a shared medical record."
                )
            ]
        }
        let role = role(invitation.kind)
        return [
            Phrase(
                "On vous demande d'agir pour \(invitation.holder) dans son dossier médical partagé.",
                "You are asked to act for \(invitation.holder) in a shared medical record."
            ),
            Phrase("Votre rôle : \(role.french).", "Your role: \(role.english)."),
        ]
    }

    static let withRecord = Phrase(
        "Vous avez déjà accès à votre propre dossier ? Connectez-vous plutôt, puis choisissez « \(FamilyText.title(.french)) » et « \(FamilyText.accept(.french)) ».",
        "Have you access to a record of your own already? Sign in instead, then choose “\(FamilyText.title(.english))” and “\(FamilyText.accept(.english))”."
    )

    static let free = Phrase(
        "Vous êtes libre d'accepter ou de refuser. Sans réponse, cette invitation s'éteint.",
        "You are free to accept or to refuse. Without an answer, this invitation ends."
    )

    private static func role(_ kind: RepresentativeKind) -> Phrase {
        switch kind {
        case .parent: Phrase("parent", "parent")
        case .guardian: Phrase("tuteur d'un mineur", "guardian of a minor")
        case .representation:
            Phrase("chargé de la protection, avec représentation", "in charge of protection, with representation")
        case .assistance:
            Phrase("chargé de la protection, avec assistance", "in charge of protection, with assistance")
        case .carer: Phrase("proche aidant", "carer")
        }
    }
}
