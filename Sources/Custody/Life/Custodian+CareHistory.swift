import AccessRules
public import HealthRecord
import Sealing

/// What the health insurance tells of an insured person's care (CSP L1111-15; R1111-33; C10).
public enum CareHistoryFinding: Sendable, Hashable {
    /// It may be filed.
    case fileable
    /// It tells of care that a minor keeps from the representatives: nothing is filed, and the feeder is told as much as ever.
    case withheld
}

extension Custodian {
    /// Lets the insurer's feed in to one record: it writes, and reads nothing.
    public func admitInsurerFeed(
        to ins: QualifiedINS,
        request: UniqueID,
        node: String
    ) async throws(CustodyError) -> Admission {
        try admitService(
            ServiceActor.insurerFeed.rawValue,
            for: try await record(of: ins),
            request: request,
            node: node
        )
    }

    /// Holds a statement against the term of the record's set and against what a minor keeps secret.
    ///
    /// - Parameters:
    ///   - day: the oldest day of care that it tells of.
    ///   - performers: those who gave the care.
    /// - Throws: `conflict` with `insurer.historyTerm` for care of before the term, `date` for care of tomorrow.
    public func checkCareHistory(
        from day: CalendarDate,
        performers: [CareSubject],
        _ admission: Admission
    ) async throws(CustodyError) -> CareHistoryFinding {
        guard case .system(ServiceActor.insurerFeed.rawValue) = admission.actor,
            admissions.hasClaimed(admission, now: clock()) != nil,
            let context = try await contextAfterCommit(of: try record(of: admission, nil))
        else { throw .notAdmitted }
        let today = clock().dayInFrance
        guard day <= today else { throw .conflict("date") }
        guard let term = rules.policySets[context.policy.policySet]?.insurerHistory, term.end(from: day) >= today else {
            throw .conflict("insurer.historyTerm")
        }
        return context.policy.knowsInSecret(performers) ? .withheld : .fileable
    }
}
