package import AccessRules
package import HealthRecord

extension RecordPolicy {
    /// The terms of a mandate, as the rules see them: one that is over ends when it was ended, whoever still shows it.
    package func mandate(_ id: UniqueID?) -> Mandate? {
        guard let one = representatives.first(where: { $0.id == id }) else { return nil }
        let basis: Mandate.Basis =
            switch one.kind {
            case .parent: .parent
            case .guardian: .courtGuardian
            case .representation: .representation
            case .assistance: .assistance
            case .carer: .delegation
            }
        var limits: Set<Mandate.Limit> = []
        if one.limits.contains(.noDocuments) { limits.insert(.content) }
        if one.limits.isSuperset(of: [.noSharing, .noWishes]) { limits.insert(.decisions) }
        return Mandate(basis: basis, from: one.since, until: one.lastMoment, limits: limits)
    }
}

extension RepresentativeLimits {
    /// The rule that traces name.
    static let rule = TracedDecision.courtLimit

    /// Whether a court took this act from the mandate.
    func forbid(_ act: Act) -> Bool {
        switch act {
        case .feed, .feedBySecretary, .replace, .search, .findReference, .read, .mask, .unmask, .reveal, .archive,
            .restore, .delete, .export, .hideFromRepresentatives:
            contains(.noDocuments)
        case .authorise, .revoke, .block, .unblock, .declareTreatingPhysician, .removeTreatingPhysician, .delegate,
            .nameAdministrator, .withdrawAdministrator, .endDelegation:
            contains(.noSharing)
        case .changeWishes, .changeContact, .close, .reopen, .requestErasure: contains(.noWishes)
        default: false
        }
    }
}

extension Representative {
    /// When it ended or will end; nil for no such day.
    fileprivate var lastMoment: Instant? {
        switch standing {
        case .invited, .active: until
        case .refused(let at), .ended(let at, _): until.map { min($0, at) } ?? at
        }
    }
}
