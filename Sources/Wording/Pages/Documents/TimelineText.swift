/// Page 10: the story of one's health.
package enum TimelineText: CatalogueText {
    case title, lead, empty, emptyFiltered, filter, kind, all, apply, reset, older, newer, place, list, years
    case masking, maskingHint, notMaskable, maskMeaning, unmaskMeaning, laterUnchanged, maskConfirm, unmaskConfirm,
        cancel
    case nowMasked, nowVisible

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
        case .masking: Phrase("Masquer cette partie de l'histoire", "Hide this part of the story")
        case .maskingHint:
            Phrase(
                "La décision porte sur ce qui est affiché : l'année, et la catégorie si vous en avez choisi une.",
                "The decision is about what is shown: the year, and the category if you chose one."
            )
        case .notMaskable:
            Phrase("Rien de ce qui est affiché ne peut être masqué.", "Nothing shown here can be hidden.")
        case .maskMeaning:
            Phrase(
                "Ces documents restent dans le dossier. Leurs auteurs et le médecin traitant les voient encore.",
                "These documents stay in the record. Their authors and the treating physician still see them."
            )
        case .unmaskMeaning:
            Phrase(
                "Les professionnels autorisés pourront les lire, selon leur profession.",
                "Authorised professionals will be able to read them, according to their profession."
            )
        case .laterUnchanged:
            Phrase(
                "Les documents qui arriveront plus tard ne sont pas concernés.",
                "Documents that arrive later are not concerned."
            )
        case .maskConfirm: Phrase("Oui, les masquer", "Yes, hide them")
        case .unmaskConfirm: Phrase("Oui, les rendre visibles", "Yes, make them visible")
        case .cancel: Phrase("Non, ne rien changer", "No, change nothing")
        case .nowMasked:
            Phrase("Ces documents sont maintenant masqués.", "These documents are now hidden.")
        case .nowVisible:
            Phrase("Ces documents sont de nouveau visibles.", "These documents are visible again.")
        case .list: Phrase("Voir la liste des documents", "See the list of documents")
        case .years: Phrase("Années", "Years")
        }
    }

    /// The decision on what is shown.
    package static func change(masks: Bool, _ number: Int) -> Phrase {
        let count = CountText.documents(number)
        return masks
            ? Phrase(
                french: "Masquer \(count.french) aux professionnels",
                english: "Hide \(count.english) from professionals"
            )
            : Phrase(
                french: "Rendre visible à nouveau\u{A0}: \(count.french)",
                english: "Make visible again: \(count.english)"
            )
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
