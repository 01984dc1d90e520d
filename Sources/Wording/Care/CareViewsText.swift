/// The three views of the documents: table, care path, thumbnails.
package enum CareViewsText: CatalogueText {
    case views, table, path, thumbnails, hidden, category, allCategories, wholePeriod, period, pathCaption, pathHint
    case thumbnailsHint

    package var phrase: Phrase {
        switch self {
        case .views: Phrase("Présentation", "View")
        case .table: Phrase("Tableau", "Table")
        case .path: Phrase("Parcours de soins", "Care path")
        case .thumbnails: Phrase("Miniatures", "Thumbnails")
        case .hidden:
            Phrase("Seulement ceux que le patient ne voit pas encore", "Only those the patient does not see yet")
        case .category: Phrase("Rubrique", "Category")
        case .allCategories: Phrase("Toutes les rubriques", "All categories")
        case .wholePeriod: Phrase("Toute la période", "The whole period")
        case .period: Phrase("Période", "Period")
        case .pathCaption: Phrase("Documents par rubrique et par période", "Documents by category and period")
        case .pathHint:
            Phrase(
                "Chaque nombre mène aux documents. Une année ou un mois en tête de colonne s'ouvre en détail.",
                "Each number leads to the documents. A year or month at the head of a column opens in detail."
            )
        case .thumbnailsHint:
            Phrase(
                "Une miniature se dessine sans ouvrir le document : le patient ne voit pas de lecture.",
                "A thumbnail is drawn without opening the document: the patient sees no reading."
            )
        }
    }
}
