/// What `/health` shows of the store.
public struct HostStatus: Hashable, Sendable, Codable {
    /// The version of SQLite that runs.
    public var sqliteVersion: String
    /// The journal mode in force.
    public var journalMode: String
    /// Whether this version of SQLite has the WAL-reset bug (avoided here: one writer, which alone checkpoints).
    public var isInWALBugRange: Bool
    /// Whether writes go on.
    public var isWritable: Bool
}

/// How much the host holds, for tests and metrics.
public struct HostCounts: Hashable, Sendable, Codable {
    /// Records.
    public var records: Int
    /// Tags.
    public var tags: Int
    /// Pending documents.
    public var pending: Int
    /// Active documents.
    public var active: Int
    /// Tombstones.
    public var erased: Int
    /// Submission sets, pending ones included.
    public var sets: Int
    /// Staged changes.
    public var stagedChanges: Int
    /// Objects whose rows are gone and whose files are still to be removed.
    public var objectsToErase: Int
}

/// How many records and documents the host has rows of.
public struct HostTotals: Hashable, Sendable, Codable {
    /// Records.
    public var records: Int
    /// Documents that are true, tombstones included.
    public var documents: Int
}
