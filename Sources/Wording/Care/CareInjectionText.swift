package import HealthRecord

/// A vaccination noted or confirmed by a professional.
package enum CareInjectionText: CatalogueText {
    case title, confirmTitle, lead, confirmLead, name, nameHint, nameFault, disease, date, dateHint
    case lot, lotHint, proof, proofConfirm, proofFault, save, confirmSave, saved, confirmed, state, reported
    case confirm, cancel, file, otherDisease, noteTitle, tooLong

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Ajouter une vaccination", "Add a vaccination")
        case .confirmTitle: Phrase("Confirmer une vaccination", "Confirm a vaccination")
        case .lead:
            Phrase(
                "Une note de vaccination entre dans le dossier, à votre nom. Le patient la voit tout de suite.",
                "A vaccination note is added in your name. The patient sees it at once."
            )
        case .confirmLead:
            Phrase(
                "Cette injection est rapportée par un document. Confirmez-la si vous en avez vu la preuve.",
                "A document reports this injection. Confirm it if you saw the proof."
            )
        case .name: Phrase("Vaccin", "Vaccine")
        case .nameHint: Phrase("Le nom écrit sur la boîte.", "The name on the box.")
        case .nameFault: Phrase("Écrivez le nom du vaccin.", "Write the name of the vaccine.")
        case .disease: Phrase("Protège contre", "Protects against")
        case .otherDisease: Phrase("Autre, ou non précisé", "Other, or not stated")
        case .date: Phrase("Date de l'injection", "Date of the injection")
        case .dateHint:
            Phrase("Jour, mois et année. Exemple : 12/03/2026.", "Day, month and year. Example: 12/03/2026.")
        case .lot: Phrase("Numéro de lot", "Batch number")
        case .lotHint: Phrase("Sur l'étiquette du vaccin.", "On the vaccine's label.")
        case .proof:
            Phrase("J'ai fait cette injection, ou j'en ai vu la preuve", "I gave this injection, or saw the proof")
        case .proofConfirm:
            Phrase("J'ai vu la preuve de cette injection", "I saw the proof of this injection")
        case .proofFault: Phrase("Cochez cette case pour continuer.", "Tick this box to go on.")
        case .save: Phrase("Ajouter au carnet", "Add to the vaccination record")
        case .confirmSave: Phrase("Confirmer cette vaccination", "Confirm this vaccination")
        case .saved: Phrase("La vaccination est dans le carnet.", "The vaccination is in the record.")
        case .confirmed: Phrase("La vaccination est confirmée.", "The vaccination is confirmed.")
        case .state: Phrase("État", "State")
        case .reported: Phrase("Rapportée", "Reported")
        case .confirm: Phrase("Confirmer", "Confirm")
        case .cancel: Phrase("Revenir au carnet", "Back to the vaccination record")
        case .file: Phrase("Ajouter un document de vaccination", "Add a vaccination document")
        case .noteTitle: Phrase("Note de vaccination", "Vaccination note")
        case .tooLong: Phrase("Ce texte est trop long. Raccourcissez-le.", "This text is too long. Shorten it.")
        }
    }

    /// By whom an injection is vouched for.
    package static func confirmed(by name: String) -> Phrase {
        Phrase("Confirmée par \(name)", "Confirmed by \(name)")
    }
}

extension VaccineText {
    /// The classes that a professional chooses from (ATC J07, WHO).
    package static let choices: [Code] = [
        "J07BB", "J07CA01", "J07BD52", "J07AM", "J07AJ", "J07AF", "J07AG", "J07AH", "J07AL", "J07AN", "J07BC01",
        "J07BC02", "J07BF", "J07BH", "J07BK", "J07BM", "J07BN", "J07BL", "J07BG",
    ].map { Code($0, "2.16.840.1.113883.6.73") }

    /// The class that a choice or a document names; nil for one that is not offered.
    package static func code(_ value: String) -> Code? {
        choices.first { $0.value == value } ?? choices.first { value.hasPrefix($0.value) }
    }
}
