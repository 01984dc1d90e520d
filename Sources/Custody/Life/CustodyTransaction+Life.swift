import Foundation
import GRDB
import HealthRecord
import Sealing

/// The turns of a record's life, inside a transaction; each caller traces its own act.
extension CustodyTransaction {
    /// Closes a record: nothing goes in or out any more, nobody stays signed in.
    mutating func close(_ context: inout RecordContext, _ reason: ClosureReason, text: String = "") throws {
        let now = now
        // Nothing came of what fell due while it was suspended either.
        if case .suspended(let since) = context.policy.state { giveRespite(&context, from: since.dayInFrance) }
        context.change { file in
            if case .open(let internet) = file.policy.state { file.internetBefore = internet }
            file.policy.state = .closed(at: now, reason: reason)
            file.closureText = text.isEmpty ? nil : text
            file.settleSuspensionObjections(.cancelled(at: now))
        }
        try endSessions(of: context.record)
        keep(context)
    }

    /// Opens a closed or suspended record again: what was archived comes back, an erasure that was asked for does not happen.
    ///
    /// What fell due in the meantime is on the calendar again, after a respite.
    ///
    /// - Parameter undoing: the reason of a closing that was an error; a death otherwise is the end.
    mutating func reopen(_ context: inout RecordContext, undoing error: ClosureReason? = nil) throws {
        switch context.policy.state {
        case .open: throw CustodyError.conflict("open")
        case .suspended: break
        case .closed(_, let reason):
            guard reason != .death || error == .death, context.file.mergedInto == nil else {
                throw CustodyError.conflict("state")
            }
        }
        let now = now
        if let rested = context.policy.state.restsSince { giveRespite(&context, from: rested.dayInFrance) }
        context.change { file in
            file.policy.state = .open(internet: file.internetBefore ?? .awaitingActivation)
            file.closureText = nil
            file.settleSuspensionObjections(.done(at: now))
            for place in file.requests.indices
            where file.requests[place].kind == .earlyErasure && file.requests[place].standing == .pending {
                file.requests[place].standing = .cancelled(at: now)
            }
        }
        keep(context)
        try remakeWaits(of: context)
    }

    /// Ends every session and sign-in on a record, and what its holder has open on the records of others.
    func endSessions(of record: RecordID) throws {
        try endActing(by: record)
        for table in ["session", "sign_in"] {
            try database.execute(
                sql: "DELETE FROM \(table) WHERE record_id = ?",
                arguments: [Data(record.bytes)]
            )
        }
    }
}
