import AccessRules
public import HealthRecord

/// What somebody did in an emergency of his own, to be read again before he justifies it.
public struct EmergencyReview: Hashable, Sendable, Codable {
    /// The opening, with the reason that was typed.
    public let access: EmergencyAccess
    /// How many documents were read in it.
    public let documentsRead: Int
}

extension Custodian {
    /// What whoever broke the glass did in it, until he has justified it.
    ///
    /// He needs no leave for it, which has ended as a rule, and no block keeps him from it: it shows his own reason and how many
    /// documents he read, nothing else of the record or its history. So it is judged as the justification is, and traced as
    /// an act of its own.
    public func reviewEmergency(
        _ id: UniqueID,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> EmergencyReview {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        let (found, _) = try await perform(.testExistence, traced: .reviewEmergency, by: admission, on: reference) {
            _,
            context,
            draft in
            guard
                let access = context.file.emergencies.first(where: { $0.id == id && $0.subject == actor.subject })
            else { throw CustodyError.conflict("unknown") }
            guard access.justification == nil else { throw CustodyError.conflict("unchanged") }
            draft.details["emergency"] = id.text
            return (access: access, context: context)
        }
        return EmergencyReview(
            access: found.access,
            documentsRead: try await documentsRead(in: found.access, found.context)
        )
    }

    /// How many documents the traces of one opening tell of; none of them is older than it.
    private func documentsRead(in access: EmergencyAccess, _ context: RecordContext) async throws(CustodyError) -> Int {
        var documents: Set<UniqueID> = []
        var position: UInt64?
        while true {
            let page = try await traces(of: context, before: position, limit: Self.historyLimit)
            for (_, event) in page
            where event.act == .read && event.outcome == .permitted && event.details["emergency"] == access.id.text {
                documents.formUnion(event.documents)
            }
            guard page.count == Self.historyLimit, let last = page.last, last.event.time >= access.openedAt else {
                return documents.count
            }
            position = last.sequence
        }
    }
}
