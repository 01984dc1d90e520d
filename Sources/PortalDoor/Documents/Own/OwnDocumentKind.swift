import HealthRecord
import Wording

/// Kinds of documents that people add themselves, in their own words (JDV_J66, `DOCPAT` and `EXPPAT`).
enum OwnDocumentKind: String, CaseIterable, Sendable, Codable {
    case prescription = "DOCPAT02"
    case report = "DOCPAT03"
    case imaging = "DOCPAT04"
    case laboratory = "DOCPAT05"
    case prevention = "DOCPAT06"
    case certificate = "DOCPAT07"
    case summary = "DOCPAT01"
    case administrative = "DOCPAT09"
    case other = "EXPPAT_2"

    /// Codes of documents with pages of their own.
    static let wishes = Code("EXPPAT_1", CodeSystem.frenchType)
    static let directives = Code("EXPPAT_3", CodeSystem.frenchType)

    var code: Code { Code(rawValue, CodeSystem.frenchType) }

    var label: Phrase {
        switch self {
        case .prescription: Phrase("Ordonnances et autres papiers de soins", "Prescriptions and other care papers")
        case .report: Phrase("Comptes rendus", "Reports")
        case .imaging: Phrase("Radio, écho, scanner, IRM", "X-ray, ultrasound, CT, MRI")
        case .laboratory: Phrase("Résultats d'analyses", "Laboratory results")
        case .prevention: Phrase("Prévention et dépistages", "Prevention and screening")
        case .certificate: Phrase("Certificats médicaux", "Medical certificates")
        case .summary: Phrase("Ma santé en résumé", "My health in brief")
        case .administrative: Phrase("Pièces administratives", "Administrative papers")
        case .other: Phrase("Autre document", "Other document")
        }
    }
}
