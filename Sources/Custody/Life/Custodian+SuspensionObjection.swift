import AccessRules
public import HealthRecord
import Sealing

/// An objection to a suspension (CSP R1111-36): a suspended record closes after six weeks without one, and with one it does
/// not close by itself any more, whatever the operator answers; he lifts the suspension, or closes by an order of its own.
extension Custodian {
    /// Records an objection that came on paper, for a holder who cannot come in.
    public func objectToSuspension(of ins: QualifiedINS) async throws(CustodyError) -> UniqueID {
        let id = newID()
        let kind = HolderRequestKind.suspensionObjection("")
        _ = try await turn(ins, .request, "suspension.objected", ["request": id.text, "kind": kind.word]) {
            transaction,
            context in
            try context.admitsObjection()
            try context.add(HolderRequest(id: id, kind: kind, at: transaction.now, due: nil))
        }
        return id
    }

    /// Lifts the suspension that somebody rightly objected to, with its own trace beside the answer's.
    func lift(_ context: inout RecordContext, _ transaction: inout CustodyTransaction) throws {
        guard case .suspended = context.policy.state else { throw CustodyError.conflict("state") }
        try transaction.reopen(&context)
        _ = try transaction.append(systemDraft(.resume, "operator", "suspension.lifted", context), to: &context)
    }
}

extension HolderRequestKind {
    /// Whether it is an objection to a suspension.
    var isSuspensionObjection: Bool { if case .suspensionObjection = self { true } else { false } }
}

extension HolderFile {
    /// Whether somebody has objected to the suspension that began then: waiting or refused, it stops the weeks.
    func isObjected(suspendedSince since: Instant) -> Bool {
        requests.contains { request in
            guard request.kind.isSuspensionObjection else { return false }
            return switch request.standing {
            case .pending: true
            case .refused(let at): at >= since
            case .done, .cancelled: false
            }
        }
    }

    /// Answers the objections that wait when the suspension ends.
    mutating func settleSuspensionObjections(_ standing: RequestStanding) {
        for place in requests.indices
        where requests[place].kind.isSuspensionObjection && requests[place].standing == .pending {
            requests[place].standing = standing
        }
    }
}

extension RecordContext {
    /// Holds the holder's words against what makes sense, and the objection against what stands.
    func admitsObjection(toSuspension words: String) throws {
        guard words.saysSomething(within: HolderRequestKind.reasonLimit) else {
            throw CustodyError.conflict("text")
        }
        try admitsObjection()
    }

    /// Only what is suspended, and once.
    func admitsObjection() throws {
        guard case .suspended(let since) = policy.state else { throw CustodyError.conflict("state") }
        guard !file.isObjected(suspendedSince: since) else { throw CustodyError.conflict("asked") }
    }
}
