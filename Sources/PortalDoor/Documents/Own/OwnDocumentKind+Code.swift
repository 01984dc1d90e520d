import HealthRecord
import Wording

extension OwnDocumentKind {
    /// Codes of documents with pages of their own.
    static let wishes = Code("EXPPAT_1", CodeSystem.frenchType)
    static let directives = Code("EXPPAT_3", CodeSystem.frenchType)

    var code: Code { Code(rawValue, CodeSystem.frenchType) }
}
