import AccessRules
import Custody
import HealthRecord
import Wording

/// A copy that comes by post; the raw value stands in the form.
enum PostedCopy: String, CaseIterable, Sendable {
    case paper = "papier"
    case disc = "disque"

    /// The copy that a request asks for; nil for other requests.
    init?(_ kind: HolderRequestKind) {
        guard let copy = Self.allCases.first(where: { $0.kind == kind }) else { return nil }
        self = copy
    }

    /// What is asked of the operator.
    var kind: HolderRequestKind {
        switch self {
        case .paper: .copy
        case .disc: .disc
        }
    }

    /// What the record's set calls it.
    var format: ExportFormat {
        switch self {
        case .paper: .paper
        case .disc: .disc
        }
    }

    var name: CopyText {
        switch self {
        case .paper: .paper
        case .disc: .disc
        }
    }
}
