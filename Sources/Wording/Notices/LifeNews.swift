internal import HealthRecord

/// What a record's own life has to tell, in one sentence that names no matter of health.
enum LifeNews {
    static let subject = Phrase("DMP : une nouvelle de votre dossier", "DMP: news of your record")

    /// The sentence of a notice; that of an update for a notice which has a sentence of its own elsewhere.
    static func news(_ notice: Notice) -> Phrase {
        switch notice {
        case .announcementDue: Phrase("Votre dossier a été mis à jour.", "Your record was updated.")
        case .announcementReleased:
            Phrase("Un document est devenu visible.", "A document has become visible.")
        // Which choices they are is nothing for a message that others may read.
        case .directivesReminder:
            Phrase(
                "Votre dossier garde des choix que vous avez écrits. Disent-ils toujours ce que vous voulez ? Vous pouvez les changer ou les retirer.",
                "Your record keeps choices that you wrote down. Do they still say what you want? You can change them or take them away."
            )
        case .representationChanged:
            Phrase(
                "La liste des personnes qui agissent pour le titulaire a changé.",
                "The list of those who act for the holder has changed."
            )
        case .recordOpened: Phrase("Votre dossier est ouvert.", "Your record is open.")
        case .recordSuspended:
            Phrase(
                "Votre dossier est suspendu : personne ne peut y lire de document.",
                "Your record is suspended: nobody can read a document in it."
            )
        case .recordClosed:
            Phrase(
                "Votre dossier est fermé. Vos directives anticipées n'y sont plus lisibles.",
                "Your record is closed. Your advance directives cannot be read there any more."
            )
        case .recordReopened: Phrase("Votre dossier est rouvert.", "Your record is open again.")
        case .erasureAsked:
            Phrase(
                "La destruction de votre dossier est demandée. Elle est faite en 3 mois au plus.",
                "The destruction of your record has been asked for. It is done within 3 months."
            )
        case .recordDestroyed: Phrase("Votre dossier est détruit.", "Your record is destroyed.")
        case .majorityReached:
            Phrase(
                "Vous êtes majeur : vos représentants n'ont plus accès à votre dossier.",
                "You are of age: your representatives no longer have access to your record."
            )
        case .patientEmergency:
            Phrase(
                "Le dossier d'un de vos patients a été ouvert en urgence.",
                "The record of one of your patients was opened in an emergency."
            )
        case .treatingPhysicianDeclared:
            Phrase(
                "Un médecin s'est déclaré votre médecin traitant. Si ce n'est pas le cas, vous pouvez le retirer.",
                "A doctor declared to be your treating doctor. If that is not so, you can remove this doctor."
            )
        case .recordAdministered:
            Phrase(
                "Un professionnel a changé vos coordonnées ou vos choix.",
                "A professional changed your contact details or your choices."
            )
        case .hostAccess:
            Phrase(
                "Un médecin de l'hébergeur, qui garde les données, a accès à votre dossier, à votre demande. Vous pouvez y mettre fin.",
                "A doctor of the host, which keeps the data, has access to your record, at your request. You can end it."
            )
        case .incident:
            Phrase(
                "Un incident de sécurité a touché des données de votre dossier.",
                "A security incident touched data of your record."
            )
        case .consentStated:
            Phrase(
                "Un professionnel a déclaré votre accord pour d'autres professionnels. Vous pouvez le retirer.",
                "A professional stated your agreement for other professionals. You can take it back."
            )
        case .teamDeclared:
            Phrase(
                "Un professionnel a déclaré une équipe de soins, qui lit votre dossier. Vous pouvez y mettre fin.",
                "A professional declared a care team, which reads your record. You can end it."
            )
        default: Phrase("Votre dossier a été mis à jour.", "Your record was updated.")
        }
    }
}
