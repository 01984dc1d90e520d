import DurableSQL
import Foundation
import GRDB

/// The custodian's tables as they stood at one moment.
public struct CustodyMoment: Sendable {
    let tables: DatabaseMoment<CustodyError>
}

extension Custodian {
    /// The custodian's tables as they stand now, with something else of the very same moment: nothing is committed in between.
    ///
    /// What a host has durably before a commit, and makes true after it, fits these tables when it is looked at meanwhile.
    /// The calling thread waits.
    public func moment<Value>(
        with other: () throws(CustodyError) -> Value
    ) throws(CustodyError) -> (tables: CustodyMoment, other: Value) {
        try ledger.database.whileHeld { () throws(CustodyError) in
            (CustodyMoment(tables: try ledger.database.moment()), try other())
        }
    }

    /// Copies tables and log into a new folder, which opens with the same key store; the key store itself is not copied.
    ///
    /// Tiles and notes are written before the tables know of them and never taken away: those of later do no harm, of whole
    /// shards too. What was published as a checkpoint is left out: an opening publishes that of its tables.
    public func backup(_ moment: CustodyMoment, to target: String) throws(CustodyError) {
        guard mkdir(target, 0o700) == 0 else { throw .unavailable }
        try moment.tables.copy(to: target + "/custody.sqlite") { _ in }
        do {
            try DurableFile.flush(target + "/custody.sqlite")
            try DurableFile.copy(folder: directory + "/log", to: target + "/log", leavingOut: "checkpoint")
            try DurableFile.flush(target)
        } catch {
            throw .unavailable
        }
    }
}
