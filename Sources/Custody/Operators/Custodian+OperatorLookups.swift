public import HealthRecord

/// What an operator has to know to answer: identifiers and kinds, never a name or a document; each look is traced
/// (security design § 1.3: every lookup of the support).
extension Custodian {
    /// What waits for an answer on a record.
    public func pendingRequests(of ins: QualifiedINS) async throws(CustodyError) -> [PendingRequest] {
        let file = try await turn(ins, .readIdentity, "operator.requests", [:]) { _, _ in }
        return file.requests.filter { $0.standing == .pending }.map { PendingRequest($0) }
    }

    /// Whether the answer to a request takes two people: what lets an heir in does.
    public func takesTwo(_ request: UniqueID, of ins: QualifiedINS) async throws(CustodyError) -> Bool {
        let record = try await record(of: ins)
        guard let context = try await contextAfterCommit(of: record),
            let asked = context.file.requests.first(where: { $0.id == request })
        else { return false }
        if case .heirAccess = asked.kind { return true }
        return false
    }

    /// The mandate under which a person acts on a record, or is asked to.
    ///
    /// - Throws: `conflict("unknown")` where there is none.
    public func mandate(of representative: INS, on ins: QualifiedINS) async throws(CustodyError) -> UniqueID {
        let record = try await record(of: ins)
        let now = clock()
        guard let context = try await contextAfterCommit(of: record),
            let one = context.policy.representatives.first(where: { $0.ins == representative && $0.isStanding(at: now) }
            )
        else { throw .conflict("unknown") }
        return one.id
    }
}

/// A request as the support sees it: that it is there, and since when.
public struct PendingRequest: Sendable, Hashable, Codable {
    /// Its identity, by which it is answered.
    public let id: UniqueID
    /// What is asked, by the word that its trace has.
    public let kind: String
    /// Since when.
    public let at: Instant
    /// By when it is done, where a term runs.
    public let due: Instant?

    init(_ request: HolderRequest) {
        id = request.id
        kind = request.kind.word
        at = request.at
        due = request.due
    }
}
