/// Laboratory results over time.
package enum ResultsText: CatalogueText {
    case lead, advice, empty, dateColumn, valueColumn, usualColumn, readingColumn, usual, high, low,
        other
    case noRange, openDocument, partial

    package var phrase: Phrase {
        switch self {
        case .lead:
            Phrase(
                "Les valeurs viennent des comptes rendus de laboratoire de votre dossier.",
                "Values come from the laboratory reports in your record."
            )
        case .advice:
            Phrase(
                "Un résultat se lit avec un professionnel : parlez-en lors de votre prochaine consultation.",
                "A result is best read with a professional: talk about it at your next consultation."
            )
        case .empty:
            Phrase(
                "Aucun compte rendu de laboratoire ne contient de valeurs à suivre.",
                "No laboratory report holds values to follow."
            )
        case .dateColumn: Phrase("Date", "Date")
        case .valueColumn: Phrase("Résultat", "Result")
        case .usualColumn: Phrase("Valeurs habituelles", "Usual values")
        case .readingColumn: Phrase("Lecture du laboratoire", "Laboratory's reading")
        case .usual: Phrase("Dans les valeurs habituelles", "Within usual values")
        case .high: Phrase("Au-dessus", "Above")
        case .low: Phrase("En dessous", "Below")
        case .other: Phrase("À regarder avec un professionnel", "To look at with a professional")
        case .noRange: Phrase("Non précisées", "Not stated")
        case .openDocument: Phrase("Lire le document", "Read the document")
        case .partial:
            Phrase(
                "Seuls les comptes rendus les plus récents sont pris en compte. Les autres sont dans vos documents.",
                "Only the latest reports are taken into account. The others are among your documents."
            )
        }
    }

    /// What the curve shows, for those who do not see it.
    package static func described(first: String, last: String, count: Int) -> Phrase {
        Phrase(
            "\(CountText.count(count, one: Phrase("mesure", "measure"), many: Phrase("mesures", "measures")).french). Première valeur : \(first). Dernière valeur : \(last).",
            "\(CountText.count(count, one: Phrase("mesure", "measure"), many: Phrase("mesures", "measures")).english). First value: \(first). Last value: \(last)."
        )
    }

    /// The usual values of a curve.
    package static func range(_ text: String) -> Phrase {
        Phrase("Valeurs habituelles : \(text)", "Usual values: \(text)")
    }
}
