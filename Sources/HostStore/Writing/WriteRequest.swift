import GRDB

/// One caller's part of a group: what to run in its own savepoint, and how to answer it.
struct WriteRequest: Sendable {
    /// A rough size, for the limits.
    var weight: Int
    /// Runs in a savepoint; what it returns is called only after the group is durable.
    var execute: @Sendable (Database) throws -> @Sendable () -> Void
    /// Answers the caller that his request failed.
    var fail: @Sendable (HostStoreError) -> Void
}
