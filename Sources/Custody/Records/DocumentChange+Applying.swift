import AccessRules
import HealthRecord

extension Actor {
    /// As whom somebody deletes.
    var remover: DocumentRemover {
        switch self {
        case .holder, .representative: .holder
        case .care, .system: .care
        }
    }
}

extension DocumentChange {
    var act: Act {
        switch self {
        case .mask: .mask
        case .unmask: .unmask
        case .reveal: .reveal
        case .replace: .replace
        case .archive: .archive
        case .restore: .restore
        case .delete: .delete
        case .hideFromRepresentatives: .hideFromRepresentatives
        }
    }

    var traced: TracedAct {
        switch self {
        case .mask: .mask
        case .unmask: .unmask
        case .reveal: .reveal
        case .replace: .replace
        case .archive: .archive
        case .restore: .restore
        case .delete: .delete
        case .hideFromRepresentatives: .hideFromRepresentatives
        }
    }

    /// The entry after the change, or why the change does not apply to it.
    func applied(
        to entry: DocumentEntry,
        by actor: Actor,
        newEntryUUID: UniqueID
    ) throws(CustodyError) -> DocumentEntry {
        var changed = entry
        func require(_ status: AvailabilityStatus...) throws(CustodyError) {
            guard status.contains(entry.status) else { throw .conflict("status") }
        }
        switch self {
        case .mask:
            try require(.approved, .archived)
            changed.visibility.insert(.maskedToProfessionals)
        case .unmask:
            try require(.approved, .archived)
            changed.visibility.remove(.maskedToProfessionals)
        case .reveal(let bits):
            guard bits.isSubset(of: [.hiddenFromPatient, .hiddenFromRepresentatives]) else {
                throw .conflict("visibility")
            }
            if !bits.isDisjoint(with: entry.visibility.intersection(.hiddenFromRepresentatives)) {
                changed.visibility.insert(.openedToRepresentatives)
            }
            changed.visibility.subtract(bits)
            changed.visibility.settleWaitingMask()
        case .replace(let new):
            try require(.approved)
            changed.status = .deprecated
            changed.replacedBy = new
        case .archive:
            try require(.approved)
            changed.status = .archived
        case .restore:
            try require(.archived)
            changed.status = .approved
        case .delete:
            try require(.approved, .archived, .deprecated)
            changed.status = .deleted
            changed.deletedBy = actor.remover
        case .hideFromRepresentatives:
            try require(.approved, .archived, .deprecated)
            guard entry.visibility.mayBecome(.hiddenFromRepresentatives) else { throw .conflict("visibility") }
            changed.visibility.insert(.hiddenFromRepresentatives)
        }
        guard changed != entry else { throw .conflict("unchanged") }
        // What replaces a document changes its status and nothing that a wire shows beside it: its entryUUID and version stay (ITI TF-3 § 4.2.2.2.3).
        if case .replace = self { return changed }
        changed.metadataVersion += 1
        changed.entryUUID = newEntryUUID
        return changed
    }
}
