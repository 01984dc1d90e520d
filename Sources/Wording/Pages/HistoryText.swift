/// The history of accesses.
package enum HistoryText: CatalogueText {
    case lead, filter, who, professionals, me, family, service, everybody, from, to, onlyEmergencies, apply, reset,
        emergencies
    case ordinary, alone, empty, emptyFiltered, older, seeDocument, block, report, exportTitle, exportCSV, exportProof,
        exportCSVHint
    case noProof, ofDocument, allDocuments, exact, eachDocument, csvWhen, csvWho, csvProfession, csvPlace,
        csvDocuments
    case csvMode, csvReason, csvOutcome, csvSentence, csvRank, exportPDF, printedPartly, csvPartly,
        emergencyMark

    package var phrase: Phrase {
        switch self {
        case .lead:
            Phrase(
                "Chaque accès à votre dossier laisse une ligne ici. Personne ne peut l'effacer.",
                "Every access to your record leaves a line here. Nobody can erase it."
            )
        case .filter: Phrase("Choisir les accès", "Choose accesses")
        case .who: Phrase("Qui", "Who")
        case .professionals: Phrase("Les professionnels", "Professionals")
        case .family: Phrase("Mes proches", "Those close to me")
        case .me: Phrase("Moi", "Me")
        case .service: Phrase("Le service DMP", "The DMP service")
        case .everybody: Phrase("Tout le monde", "Everybody")
        case .from: Phrase("Depuis le", "From")
        case .to: Phrase("Jusqu'au", "Until")
        case .onlyEmergencies: Phrase("Les accès en urgence seulement", "Emergency accesses only")
        case .apply: Phrase("Afficher", "Show")
        case .reset: Phrase("Effacer les choix", "Clear choices")
        case .emergencies: Phrase("Accès en urgence", "Emergency accesses")
        case .alone: Phrase("Accès au dossier", "Accesses to the record")
        case .ordinary: Phrase("Autres accès", "Other accesses")
        case .empty: Phrase("Aucun accès pour le moment.", "No access so far.")
        case .emptyFiltered: Phrase("Aucun accès ne correspond à ces choix.", "No access matches these choices.")
        case .older: Phrase("Voir les accès plus anciens", "See older accesses")
        case .seeDocument: Phrase("Voir le document", "See the document")
        case .block: Phrase("Bloquer ce professionnel", "Block this professional")
        case .report: Phrase("Signaler cet accès", "Report this access")
        case .exportTitle: Phrase("Garder une copie", "Keep a copy")
        case .exportCSV: Phrase("Télécharger l'historique (tableau CSV)", "Download the history (CSV table)")
        case .exportCSVHint: Phrase("Un tableau CSV s'ouvre dans un tableur.", "A CSV table opens in a spreadsheet.")
        case .exportPDF: Phrase("Télécharger l'historique (PDF à imprimer)", "Download the history (PDF to print)")
        case .printedPartly:
            Phrase(
                "Seules les lignes les plus récentes sont ici. Le tableau CSV en contient davantage.",
                "Only the latest lines are here. The CSV table holds more of them."
            )
        case .csvPartly:
            Phrase(
                "Le tableau s'arrête ici : il ne contient que les lignes les plus récentes.",
                "The table ends here: it holds the latest lines only."
            )
        case .emergencyMark: Phrase("Accès en urgence", "Emergency access")
        case .exportProof: Phrase("Télécharger les preuves (JSON)", "Download the proofs (JSON)")
        case .noProof:
            Phrase(
                "Il n'y a pas de fichier de preuves. Les règles de votre dossier laissent un document attendre, sans terme, qu'un professionnel vous l'annonce.",
                "There is no proof file. The rules of your record let a document wait, without a term, for a professional to tell you of it."
            )
        case .ofDocument: Phrase("Accès à ce document seulement", "Accesses to this document only")
        case .allDocuments: Phrase("Voir l'historique de tout le dossier", "See the history of the whole record")
        case .exact: Phrase("Voir chaque ligne", "See each line")
        case .eachDocument: Phrase("Voir chaque document", "See each document")
        case .csvRank: Phrase("Rang", "Rank")
        case .csvWhen: Phrase("Date et heure", "Date and time")
        case .csvWho: Phrase("Qui", "Who")
        case .csvProfession: Phrase("Profession", "Profession")
        case .csvPlace: Phrase("Lieu", "Place")
        case .csvDocuments: Phrase("Documents", "Documents")
        case .csvMode: Phrase("Mode", "Mode")
        case .csvReason: Phrase("Motif d'urgence", "Emergency reason")
        case .csvOutcome: Phrase("Issue", "Outcome")
        case .csvSentence: Phrase("Phrase", "Sentence")
        }
    }

    /// An ordinary access, with the agreement that it rests on.
    package static func agreed(on date: Phrase) -> Phrase {
        Phrase(
            "Accès ordinaire, avec votre accord du \(date.french).",
            "Ordinary access, with your agreement of \(date.english)."
        )
    }

    /// What the proofs show, through which day, and why no further.
    package static func proof(through day: Phrase) -> Phrase {
        Phrase(
            "Le fichier de preuves montre à un expert que rien n'a été retiré jusqu'au \(day.french) inclus. Depuis, un document peut encore attendre qu'un professionnel vous l'annonce.",
            "The proof file shows an expert that nothing was taken out up to and including \(day.english). Since then a document may still wait for a professional to tell you of it."
        )
    }

    /// From which day on there are proofs, and why not before.
    package static func proof(from day: Phrase) -> Phrase {
        Phrase(
            "Il y aura un fichier de preuves à partir du \(day.french). Les règles de votre dossier ont changé : jusque-là, un document ancien peut encore attendre qu'un professionnel vous l'annonce.",
            "There will be a proof file from \(day.english). The rules of your record have changed: until then an old document may still wait for a professional to tell you of it."
        )
    }

    /// A link to a professional's own page.
    package static func see(_ name: String) -> Phrase {
        Phrase(french: "Voir la fiche \(NameText.ofTitled(name))", english: "See \(name)")
    }

    /// One document of a copy, and when it left.
    package static func copied(_ time: Phrase, _ document: Phrase) -> Phrase {
        Phrase("\(time.french) : \(document.french)", "\(time.english): \(document.english)")
    }

    /// How many like events stand behind one line.
    package static func times(_ count: Int) -> Phrase {
        Phrase("\(count) fois le même jour", "\(count) times on the same day")
    }

    /// When it was printed, and how much there is.
    package static func printed(_ moment: Phrase, _ number: Int) -> Phrase {
        let count = CountText.count(number, one: Phrase("ligne", "line"), many: Phrase("lignes", "lines"))
        return Phrase(
            french: "Imprimé le \(moment.french)\u{A0}: \(count.french)",
            english: "Printed on \(moment.english): \(count.english)"
        )
    }
}
