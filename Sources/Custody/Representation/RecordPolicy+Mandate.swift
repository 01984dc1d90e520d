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
        return Mandate(basis: basis, from: one.since, until: one.lastMoment, limits: one.limits.kept)
    }
}

extension RepresentativeLimits {
    /// What they keep out of a mandate: who may neither share nor wish decides nothing at all for the holder.
    fileprivate var kept: Set<Mandate.Limit> {
        var kept: Set<Mandate.Limit> = []
        if contains(.noDocuments) { kept.insert(.documents) }
        if contains(.noSharing) { kept.insert(.sharing) }
        if contains(.noWishes) { kept.insert(.wishes) }
        if isSuperset(of: [.noSharing, .noWishes]) { kept.insert(.decisions) }
        return kept
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
