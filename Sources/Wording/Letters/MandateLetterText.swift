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
        "Vous êtes libre d'accepter ou de refuser. Vous ne connaissez pas cette personne ? Ne faites rien : l'invitation s'éteint.",
        "You are free to accept or to refuse. You do not know this person? Do nothing: the invitation ends."
    )

    private static func role(_ kind: RepresentativeKind) -> Phrase {
        switch kind {
        case .parent: Phrase("parent", "parent")
        case .guardian: Phrase("tuteur d'un mineur", "guardian of a minor")
        case .representation:
            Phrase(
                "protéger un adulte et décider pour lui (représentation)",
                "protecting an adult and deciding for them (representation)"
            )
        case .assistance:
            Phrase(
                "protéger un adulte et l'aider à décider (assistance)",
                "protecting an adult and helping them decide (assistance)"
            )
        case .carer: Phrase("proche aidant", "carer")
        }
    }
}
