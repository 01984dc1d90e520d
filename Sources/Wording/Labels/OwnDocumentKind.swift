/// Kinds of documents that people add themselves, by their codes (JDV_J66, `DOCPAT` and `EXPPAT`).
///
/// The phrase is what a kind is called where it is chosen and on the page of a document that the holder added.
package enum OwnDocumentKind: String, CatalogueText, Codable {
    case prescription = "DOCPAT02"
    case report = "DOCPAT03"
    case imaging = "DOCPAT04"
    case laboratory = "DOCPAT05"
    case prevention = "DOCPAT06"
    case certificate = "DOCPAT07"
    case summary = "DOCPAT01"
    case administrative = "DOCPAT09"
    case other = "EXPPAT_2"

    package var phrase: Phrase {
        switch self {
        case .prescription: Phrase("Ordonnance ou autre papier de soins", "Prescription or other care paper")
        case .report: Phrase("Compte rendu", "Report")
        case .imaging: Phrase("Radio, échographie, scanner ou IRM", "X-ray, ultrasound, CT or MRI")
        case .laboratory: Phrase("Résultats d'analyses", "Laboratory results")
        case .prevention: Phrase("Prévention ou dépistage", "Prevention or screening")
        case .certificate: Phrase("Certificat médical", "Medical certificate")
        case .summary: Phrase("Résumé de santé", "Health summary")
        case .administrative: Phrase("Papier administratif", "Administrative paper")
        case .other: Phrase("Autre document", "Other document")
        }
    }

    /// What the kind is called beside the types of other people's documents, some of which have the same name.
    var amongAll: Phrase {
        Phrase(french: "\(phrase.french) (ajout du patient)", english: "\(phrase.english) (added by the patient)")
    }
}
