package import HealthRecord

/// What somebody who acts for another can show on paper.
package enum MandateText: CatalogueText {
    case title, get, lead, person, holder, kind, since, until, noEnd, may, mayNot, reads, adds, history, sharing, wishes
    case endedTitle, endedLead, endedOn, filedTaken, filedEnded
    case notDocuments, notSharing, notAccount, notClose, notWishes, traced, check, notSignature

    package var phrase: Phrase {
        switch self {
        case .title:
            Phrase(
                "Attestation : agir pour quelqu'un dans son dossier",
                "Certificate: acting for somebody in the record"
            )
        case .get: Phrase("Attestation, en PDF", "Certificate, as PDF")
        case .lead:
            Phrase(
                "Le service du dossier médical partagé atteste que la personne ci-dessous peut ouvrir ce dossier.",
                "The shared medical record service certifies that the person below may open this record."
            )
        case .endedTitle: Phrase("Attestation : fin d'un accès", "Certificate: end of an access")
        case .endedLead:
            Phrase(
                "Le service du dossier médical partagé atteste que la personne ci-dessous ne peut plus ouvrir ce dossier.",
                "The shared medical record service certifies that the person below may no longer open this record."
            )
        case .endedOn: Phrase("Terminé le", "Ended on")
        case .filedTaken: Phrase("Accès d'un proche aidant : attestation", "Access of a carer: certificate")
        case .filedEnded: Phrase("Accès d'un proche aidant : fin", "Access of a carer: end")
        case .person: Phrase("Personne qui agit", "Person who acts")
        case .holder: Phrase("Titulaire du dossier", "Holder of the record")
        case .kind: Phrase("Rôle", "Role")
        case .since: Phrase("Depuis le", "Since")
        case .until: Phrase("Jusqu'au", "Until")
        case .noEnd: Phrase("Sans date de fin prévue", "No end date set")
        case .may: Phrase("Cette personne peut", "This person may")
        case .mayNot: Phrase("Elle ne peut pas", "This person may not")
        case .reads: Phrase("Lire les documents du dossier.", "Read the documents of the record.")
        case .adds: Phrase("Ajouter et masquer des documents.", "Add and hide documents.")
        case .history: Phrase("Voir qui a ouvert le dossier.", "See who opened the record.")
        case .sharing: Phrase("Autoriser ou bloquer un professionnel.", "Authorise or block a professional.")
        case .wishes: Phrase("Changer les volontés et fermer le dossier.", "Change wishes and close the record.")
        case .notDocuments: Phrase("Lire ou ajouter des documents.", "Read or add documents.")
        case .notSharing: Phrase("Autoriser ou bloquer un professionnel.", "Authorise or block a professional.")
        case .notAccount:
            Phrase(
                "Changer les codes, le téléphone ou l'e-mail du titulaire.",
                "Change the holder's codes, phone or e-mail."
            )
        case .notClose:
            Phrase(
                "Fermer le dossier, le faire détruire ou le télécharger en entier.",
                "Close the record, have it destroyed or download all of it."
            )
        case .notWishes: Phrase("Changer les volontés ou fermer le dossier.", "Change wishes or close the record.")
        case .traced:
            Phrase(
                "Chaque acte de cette personne est inscrit dans l'historique, avec son nom.",
                "Each act of this person is written in the history, with the name."
            )
        case .check:
            Phrase(
                "Demandez une pièce d'identité. Le titulaire voit et peut vérifier cet accès dans son dossier.",
                "Ask for proof of identity. The holder sees this access in the record and can check it."
            )
        case .notSignature:
            Phrase(
                "Cette page est vraie le jour où elle est imprimée. Elle ne remplace ni un jugement ni une procuration.",
                "This page is true on the day it is printed. It replaces neither a court's ruling nor a power of attorney."
            )
        }
    }

    /// Somebody with his day of birth.
    package static func born(_ name: String, on date: CalendarDate) -> Phrase {
        let day = DateText.date(date)
        return Phrase(french: "\(name), né(e) le \(day.french)", english: "\(name), born on \(day.english)")
    }

    /// When it was printed, and its number.
    package static func issued(_ date: Phrase, number: String) -> Phrase {
        Phrase(
            french: "Imprimée le \(date.french). Numéro de l\u{2019}accès\u{A0}: \(number)",
            english: "Printed on \(date.english). Number of the access: \(number)"
        )
    }

    /// Somebody's certificate.
    package static func get(_ name: String) -> Phrase {
        Phrase(french: "Attestation \(NameText.of(name)), en PDF", english: "Certificate of \(name), as PDF")
    }
}
