import AccessRules
import HealthRecord

extension RepresentativeLimits {
    /// The rule that traces name.
    static let rule = "representation.limit"

    /// Whether a court took this act from the mandate.
    func forbid(_ act: Act) -> Bool {
        switch act {
        case .feed, .feedBySecretary, .replace, .search, .findReference, .read, .mask, .unmask, .reveal, .archive,
            .restore, .delete, .export:
            contains(.noDocuments)
        case .authorise, .revoke, .block, .unblock, .declareTreatingPhysician, .removeTreatingPhysician, .delegate:
            contains(.noSharing)
        case .changeWishes, .changeContact, .close, .reopen, .requestErasure: contains(.noWishes)
        default: false
        }
    }
}
