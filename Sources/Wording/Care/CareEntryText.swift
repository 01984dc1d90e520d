/// Coming in from one's software, without a card.
package enum CareEntryText: CatalogueText {
    case title, lead, enter, overTitle, over

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Dossier ouvert depuis votre logiciel", "Record opened from your software")
        case .lead:
            Phrase(
                "Votre logiciel demande à ouvrir le dossier d'un patient. Cette adresse ne sert qu'une fois.",
                "Your software asks to open a patient's record. This address is good once only."
            )
        case .enter: Phrase("Ouvrir ce dossier", "Open this record")
        case .overTitle: Phrase("Cette adresse n'ouvre rien", "This address opens nothing")
        case .over:
            Phrase(
                "Elle a déjà servi, elle est trop ancienne ou elle est fausse. Demandez-en une autre dans votre logiciel.",
                "It has been used, is too old or is wrong. Ask for another one in your software."
            )
        }
    }
}
