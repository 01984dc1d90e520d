package import HealthRecord

/// The vaccination record.
package enum CareVaccinationText: CatalogueText {
    case byDate, byDisease, order, caption, date, vaccine, disease, lot, source, empty, documents, add, partial
    case otherDisease, unknownDate, injections, reads

    package var phrase: Phrase {
        switch self {
        case .byDate: Phrase("Par date", "By date")
        case .byDisease: Phrase("Par maladie", "By disease")
        case .order: Phrase("Ordre de la liste", "Order of the list")
        case .caption: Phrase("Vaccinations connues", "Known vaccinations")
        case .date: Phrase("Date", "Date")
        case .vaccine: Phrase("Vaccin", "Vaccine")
        case .disease: Phrase("Protège contre", "Protects against")
        case .lot: Phrase("Lot", "Batch")
        case .source: Phrase("Source", "Source")
        case .empty:
            Phrase(
                "Aucune vaccination n'est lisible pour vous. Vous pouvez ajouter une note de vaccination.",
                "No vaccination can be read by you. You may add a vaccination note."
            )
        case .documents: Phrase("Documents de vaccination", "Vaccination documents")
        case .add: Phrase("Ajouter une note de vaccination", "Add a vaccination note")
        case .partial:
            Phrase(
                "Seuls les documents les plus récents ont été lus. Tous sont dans la liste qui suit.",
                "Only the latest documents were read. All of them are in the list that follows."
            )
        case .reads:
            Phrase(
                "Cette page lit les documents de vaccination. L'historique du patient montre chaque lecture.",
                "This page reads the vaccination documents. The patient's history shows each reading."
            )
        case .otherDisease: Phrase("Autre", "Other")
        case .unknownDate: Phrase("Date non précisée", "Date not stated")
        case .injections: Phrase("Injections", "Injections")
        }
    }
}

/// What a vaccine protects from, by its class (ATC J07, WHO).
package enum VaccineText {
    /// In plain words; nil for a code of another system or class.
    package static func disease(_ code: Code?) -> Phrase? {
        guard let code, code.value.hasPrefix("J07") else { return nil }
        // The most precise class first.
        for length in [7, 5] {
            if let known = known(String(code.value.prefix(length))) { return known }
        }
        return nil
    }

    private static func known(_ value: String) -> Phrase? {
        switch value {
        case "J07BB": Phrase("Grippe", "Influenza")
        case "J07CA01": Phrase("Diphtérie, tétanos, poliomyélite", "Diphtheria, tetanus, polio")
        case "J07CA": Phrase("Plusieurs maladies", "Several diseases")
        case "J07BD52": Phrase("Rougeole, oreillons, rubéole", "Measles, mumps, rubella")
        case "J07BD": Phrase("Rougeole", "Measles")
        case "J07AM": Phrase("Tétanos", "Tetanus")
        case "J07AJ": Phrase("Coqueluche", "Whooping cough")
        case "J07AF": Phrase("Diphtérie", "Diphtheria")
        case "J07AG": Phrase("Haemophilus influenzae b", "Haemophilus influenzae b")
        case "J07AH": Phrase("Méningocoque", "Meningococcus")
        case "J07AL": Phrase("Pneumocoque", "Pneumococcus")
        case "J07AN": Phrase("Tuberculose", "Tuberculosis")
        case "J07BC01": Phrase("Hépatite B", "Hepatitis B")
        case "J07BC02": Phrase("Hépatite A", "Hepatitis A")
        case "J07BF": Phrase("Poliomyélite", "Polio")
        case "J07BH": Phrase("Rotavirus", "Rotavirus")
        case "J07BK": Phrase("Varicelle ou zona", "Chickenpox or shingles")
        case "J07BM": Phrase("Papillomavirus", "Papillomavirus")
        case "J07BN": Phrase("Covid-19", "Covid-19")
        case "J07BX03": Phrase("Covid-19", "Covid-19")
        case "J07BL": Phrase("Fièvre jaune", "Yellow fever")
        case "J07BG": Phrase("Rage", "Rabies")
        default: nil
        }
    }
}
