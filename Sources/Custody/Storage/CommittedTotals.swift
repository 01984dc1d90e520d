import GRDB

/// How much the custodian has committed to the host's keeping, over all records.
public struct CommittedTotals: Sendable, Hashable {
    /// Records.
    public var records: Int
    /// Documents, those that were erased since included: the host keeps a row of each.
    public var documents: Int
    /// Events of the log.
    public var events: Int
}

extension Custodian {
    /// What the host must hold once nothing is under way.
    public func committedTotals() async throws(CustodyError) -> CommittedTotals {
        try await ledger.read { database in
            guard
                let row = try Row.fetchOne(
                    database,
                    sql: """
                        SELECT count(*) AS records, COALESCE(sum(leaf_count), 0) AS documents,
                            (SELECT COALESCE(max(log_index), 0) FROM log_entry) AS events FROM record
                        """
                )
            else { throw CustodyError.unavailable }
            return CommittedTotals(records: row["records"], documents: row["documents"], events: row["events"])
        }
    }
}
