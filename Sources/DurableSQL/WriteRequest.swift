import GRDB

/// One caller's part of a group: what to run in its own savepoint, and how to answer it.
struct WriteRequest<Failure: Error>: Sendable {
    /// A rough size, for the limits.
    let weight: Int
    /// Runs in a savepoint; what it returns is called only after the group is durable.
    let execute: @Sendable (Database) throws -> @Sendable () -> Void
    /// Answers the caller that his request failed.
    let fail: @Sendable (Failure) -> Void
}
