/// Page 10: the story of one's health.
package enum TimelineText: CatalogueText {
    case title, lead, empty, emptyFiltered, filter, kind, all, apply, reset, older, newer, place, list, years

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Mon histoire de santé", "My health story")
        case .lead:
            Phrase("Vos soins et vos documents, mois par mois.", "Your care and your documents, month by month.")
        case .empty:
            Phrase(
                "Votre histoire est encore vide. Elle se remplit quand un professionnel ajoute un document, ou vous-même.",
                "Your story is still empty. It fills when a professional adds a document, or you do."
            )
        case .emptyFiltered: Phrase("Rien ne correspond à ce choix.", "Nothing matches this choice.")
        case .filter: Phrase("Choisir ce qui est affiché", "Choose what is shown")
        case .kind: Phrase("Catégorie", "Category")
        case .all: Phrase("Toutes les catégories", "All categories")
        case .apply: Phrase("Afficher", "Show")
        case .reset: Phrase("Tout afficher", "Show all")
        case .older: Phrase("Années plus anciennes", "Earlier years")
        case .newer: Phrase("Années plus récentes", "Later years")
        case .place: Phrase("Lieu", "Place")
        case .list: Phrase("Voir la liste des documents", "See the list of documents")
        case .years: Phrase("Années", "Years")
        }
    }

    /// A month with its year.
    package static func month(_ month: Int, of year: Int) -> Phrase {
        let names: [(String, String)] = [
            ("Janvier", "January"), ("Février", "February"), ("Mars", "March"), ("Avril", "April"), ("Mai", "May"),
            ("Juin", "June"), ("Juillet", "July"), ("Août", "August"), ("Septembre", "September"),
            ("Octobre", "October"), ("Novembre", "November"), ("Décembre", "December"),
        ]
        guard (1...12).contains(month) else { return Phrase(verbatim: "\(year)") }
        return Phrase("\(names[month - 1].0) \(year)", "\(names[month - 1].1) \(year)")
    }

    /// How many documents a year holds.
    package static func count(_ number: Int) -> Phrase {
        number == 1 ? Phrase("1 document", "1 document") : Phrase("\(number) documents", "\(number) documents")
    }
}
