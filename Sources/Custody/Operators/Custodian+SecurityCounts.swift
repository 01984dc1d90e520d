import GRDB
public import HealthRecord

/// How many lines of one kind the security log got on one day; it names nobody.
public struct SecurityCount: Sendable, Hashable, Codable {
    /// The day, `YYYY-MM-DD`.
    public let day: String
    /// What was noted, such as `manyEmergencies`.
    public let kind: String
    /// How many times.
    public let count: Int
}

/// What the security officer looks at: what was tried, and what was unusual.
extension Custodian {
    /// The lines of the security log since a day, counted by day and kind, the newest day first.
    ///
    /// They are kept for a year and there are few kinds, so that the list is short whatever happened.
    public func securityCounts(since day: CalendarDate) async throws(CustodyError) -> [SecurityCount] {
        try await ledger.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT day, kind, COUNT(*) AS lines FROM security_event
                    WHERE day >= ? GROUP BY day, kind ORDER BY day DESC, kind
                    """,
                arguments: [day.daysSinceEpoch]
            ).map { row in
                SecurityCount(
                    day: CalendarDate(daysSinceEpoch: row["day"]).iso8601,
                    kind: row["kind"],
                    count: row["lines"]
                )
            }
        }
    }
}
