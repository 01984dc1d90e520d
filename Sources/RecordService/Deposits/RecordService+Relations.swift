import Custody
import HealthRecord
import XDSWire

extension RecordService {
    /// Refuses a lot that relates documents in a way that records do not keep: nothing of a lot is dropped in silence.
    ///
    /// What the sender may not know of is answered like what is not there.
    func refuseUnkeptRelations(_ lot: Lot, _ visit: Visit) async throws(ServiceError) {
        let own = Set(lot.submission.entries.map(\.id))
        guard let relation = lot.submission.associations.first(where: \.type.isUnkept) else { return }
        let element = "Association[\(relation.id.prefix(64))]"
        if !own.contains(relation.target) {
            let target = UniqueID(relation.target)
            var found: ShownRow?
            if let target { found = try await find(.entryUUIDs([target]), visit) }
            guard found != nil else { throw .rejected([.unrelated(element + ".targetObject")]) }
        }
        throw .rejected([.relationNotKept(element + ".associationType")])
    }
}

extension AssociationType {
    /// Whether it relates documents and has no use in the DMP (interop § 4.8).
    fileprivate var isUnkept: Bool {
        switch self {
        case .transforms, .appends, .isSnapshotOf: true
        case .hasMember, .replaces, .transformsAndReplaces, .signs, .updateAvailabilityStatus, .submitAssociation:
            false
        }
    }
}
