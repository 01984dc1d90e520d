/// The list of documents.
package enum DocumentsPageText: CatalogueText {
    case filter, category, allCategories, author, allAuthors, from, to, sort, newest, oldest, byTitle, apply
    case caption, titleColumn, dateColumn, authorColumn, categoryColumn, stateColumn, empty, emptyFiltered, pages
    case previous, next, visible, masked, archived, replaced, new, noTitle, dateHint, unknownAuthor, mask, unmask,
        hiddenTitle

    package var phrase: Phrase {
        switch self {
        case .filter: Phrase("Choisir les documents", "Choose documents")
        case .category: Phrase("Catégorie", "Category")
        case .allCategories: Phrase("Toutes les catégories", "All categories")
        case .author: Phrase("Auteur", "Author")
        case .allAuthors: Phrase("Tous les auteurs", "All authors")
        case .from: Phrase("Depuis le", "From")
        case .to: Phrase("Jusqu'au", "Until")
        case .dateHint: Phrase("Exemple : 12/04/2026.", "Example: 12/04/2026.")
        case .sort: Phrase("Ordre", "Order")
        case .newest: Phrase("Le plus récent d'abord", "Newest first")
        case .oldest: Phrase("Le plus ancien d'abord", "Oldest first")
        case .byTitle: Phrase("Par titre", "By title")
        case .apply: Phrase("Afficher", "Show")
        case .caption: Phrase("Documents de santé", "Health documents")
        case .titleColumn: Phrase("Document", "Document")
        case .dateColumn: Phrase("Date", "Date")
        case .authorColumn: Phrase("Auteur", "Author")
        case .categoryColumn: Phrase("Catégorie", "Category")
        case .stateColumn: Phrase("Qui le voit", "Who sees it")
        case .empty:
            Phrase(
                "Votre dossier ne contient pas encore de document. Les professionnels qui vous soignent peuvent en ajouter.",
                "Your record holds no document yet. The professionals who care for you may add some."
            )
        case .emptyFiltered: Phrase("Aucun document ne correspond à ces choix.", "No document matches these choices.")
        case .pages: Phrase("Pages de la liste", "Pages of the list")
        case .previous: Phrase("Page précédente", "Previous page")
        case .next: Phrase("Page suivante", "Next page")
        case .visible: Phrase("Visible", "Visible")
        case .masked: Phrase("Masqué aux professionnels", "Hidden from professionals")
        case .archived: Phrase("Archivé", "Archived")
        case .replaced: Phrase("Ancienne version", "Older version")
        case .new: Phrase("Nouveau", "New")
        case .noTitle: Phrase("Document sans titre", "Untitled document")
        case .hiddenTitle: Phrase("Titre caché", "Title not shown")
        case .mask: Phrase("Masquer", "Hide")
        case .unmask: Phrase("Rendre visible", "Show")
        case .unknownAuthor: Phrase("Auteur non précisé", "Author not stated")
        }
    }

    /// Where one is in the list.
    package static func shown(_ range: ClosedRange<Int>, of total: Int) -> Phrase {
        Phrase(
            "\(CountText.documents(total).french), de \(range.lowerBound) à \(range.upperBound)",
            "\(CountText.documents(total).english), \(range.lowerBound) to \(range.upperBound)"
        )
    }

    /// Hiding or showing one document of the list, told apart from the others by its title.
    package static func changeOne(masks: Bool, _ title: String) -> Phrase {
        let name = title.isEmpty ? DocumentsPageText.noTitle.phrase : Phrase(verbatim: title)
        let act = (masks ? DocumentsPageText.mask : .unmask).phrase
        return Phrase(french: "\(act.french)\u{A0}: \(name.french)", english: "\(act.english): \(name.english)")
    }

    /// The page's rank.
    package static func page(_ number: Int, of count: Int) -> Phrase {
        Phrase("Page \(number) sur \(count)", "Page \(number) of \(count)")
    }
}
