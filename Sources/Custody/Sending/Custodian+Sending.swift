import AccessRules
public import HealthRecord
import Sealing

extension Custodian {
    /// The most documents that one person sends from one record within a day.
    public static let sendingLimit = 20
    /// How long a sending is remembered, in seconds.
    static let sendingMemory: Int64 = 86_400

    /// Writes down that a sending was not confirmed; what did not leave may be begun anew, and counts for its day all the same.
    ///
    /// Nothing is decided: what was allowed did not happen, or nobody knows whether it did, and the history says so.
    public func note(
        _ failure: SendingFailure,
        of sending: Sending,
        with document: UniqueID,
        _ admission: Admission
    ) async throws(CustodyError) {
        let record = try record(of: admission, nil)
        _ = try await ledger.commit { transaction in
            guard var context = try transaction.context(of: record).map({ try transaction.whole($0) }),
                let begun = context.file.sendings.first(where: { $0.id == sending.id && $0.failure == nil })
            else { return }
            context.change { file in
                file.sendings = file.sendings.map { $0.id == sending.id ? $0.told(failure) : $0 }
            }
            let draft = TraceDraft(
                act: .send,
                actor: .system("portal"),
                mode: .normal,
                request: admission.request,
                node: admission.node,
                documents: [document],
                rule: failure.rule,
                policy: self.rules.versionedName(of: context.policy.policySet),
                details: sending.details.merging([failure.traceKey: "1"]) { own, _ in own }
            )
            _ = try transaction.append(draft, to: &context)
            try transaction.mirror(draft, in: begun.part, of: &context)
        }
    }
}

extension SendingFailure {
    /// What the trace names in place of a rule.
    fileprivate var rule: String {
        switch self {
        case .unsent: "sending.failed"
        case .uncertain: "sending.uncertain"
        }
    }
}

extension RecordContext {
    /// Begins a sending: once, and only so many a day by one person; nil where it is begun, or what stands in the way.
    mutating func begin(
        _ sending: Sending,
        from part: RecordID,
        _ mandate: UniqueID?,
        now: Instant
    ) -> SendingHindrance? {
        let recent = file.sendings.filter { $0.at.advanced(bySeconds: Custodian.sendingMemory) > now }
        guard !recent.contains(where: { $0.id == sending.id }) else { return .begun }
        guard recent.count(where: { $0.mandate == mandate }) < Custodian.sendingLimit else { return .tooMany }
        change { $0.sendings = recent + [KeptSending(id: sending.id, at: now, mandate: mandate, part: part)] }
        return nil
    }
}
