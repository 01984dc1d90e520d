/// What waits for a professional.
package enum CareNoticeText: CatalogueText {
    case title, justification, announcement, seeHistory, justify, announce, dismiss, justifyTitle, justifyLead
    case justifyLabel, justifySend, justifyFault, rectification, rectify
    case accessToJustify, patient, born, opened, reason, noReason, read

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("À faire et à savoir", "To do and to know")
        case .justification:
            Phrase("Vous avez ouvert ce dossier en urgence.", "You opened this record as an emergency.")
        case .announcement: Phrase("Un document attend votre annonce.", "A document awaits your announcement.")
        case .rectification:
            Phrase("Une rectification vous est demandée.", "You are asked for a correction.")
        case .rectify: Phrase("Lire la demande", "Read the request")
        case .seeHistory: Phrase("Voir l'historique", "See the history")
        case .justify: Phrase("Justifier l'accès", "Justify the access")
        case .announce: Phrase("Voir le document", "See the document")
        case .dismiss: Phrase("C'est vu", "Seen")
        case .justifyTitle: Phrase("Justifier un accès en urgence", "Justify an emergency access")
        case .justifyLead:
            Phrase(
                "Dites pourquoi la personne ne pouvait pas s'exprimer, et quel était le danger.",
                "Say why the person could not speak, and what the danger was."
            )
        case .accessToJustify: Phrase("L'accès à justifier", "The access to justify")
        case .patient: Phrase("Patient", "Patient")
        case .born: Phrase("Date de naissance", "Date of birth")
        case .opened: Phrase("Ouvert en urgence le", "Opened as an emergency on")
        case .reason: Phrase("Motif indiqué sur le moment", "Reason stated at the time")
        case .noReason: Phrase("Aucun motif indiqué", "No reason stated")
        case .read: Phrase("Documents lus pendant cet accès", "Documents read during this access")
        case .justifyLabel: Phrase("Justification", "Justification")
        case .justifySend: Phrase("Enregistrer la justification", "Save the justification")
        case .justifyFault:
            Phrase("Écrivez la justification en quelques phrases.", "Write the justification in a few sentences.")
        }
    }

    /// What its author filed without leave to read, and until when the patient does not see it.
    package static func hidden(until day: Phrase?) -> Phrase {
        guard let day else {
            return Phrase(
                "Le patient ne voit pas encore votre document.",
                "The patient does not see your document yet."
            )
        }
        return Phrase(
            "Le patient ne voit pas encore votre document. Il le verra le \(day.french) au plus tard.",
            "The patient does not see your document yet, and will on \(day.english) at the latest."
        )
    }

    /// Who opened a patient's record in an emergency.
    package static func emergency(by name: String) -> Phrase {
        Phrase("Accès en urgence par \(name) au dossier de votre patient.", "Emergency access by \(name) to a record.")
    }
}
