import AccessRules
import HealthRecord

extension HolderRequestKind {
    /// In what form the copy is that is asked for by post (C17); nil for other requests.
    var exportFormat: ExportFormat? {
        switch self {
        case .copy: .paper
        case .disc: .disc
        case .earlyErasure, .heirAccess, .report, .hostPhysician, .feedingObjection, .suspensionObjection,
            .rectification:
            nil
        }
    }
}
