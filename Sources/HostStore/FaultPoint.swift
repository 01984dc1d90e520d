/// A named durable step, where a test may stop the process to see what remains.
public enum FaultPoint: String, CaseIterable, Sendable, Codable {
    /// The schema has been made or brought up to date.
    case schemaReady
    /// A group of writes has begun its transaction.
    case groupBegun
    /// Every request of the group has run; nothing is committed yet.
    case groupExecuted
    /// The group is committed; no caller knows it yet.
    case groupCommitted
    /// The writer is about to move the log into the database file.
    case checkpointStarting
    /// The log has been moved into the database file.
    case checkpointDone
    /// An object's bytes are in a temporary file, not yet durable.
    case objectWritten
    /// The temporary file is durable.
    case objectSynced
    /// The object has its final name, not yet durable.
    case objectRenamed
    /// The object is durable under its final name.
    case objectDurable
    /// Rows are gone; their objects are about to be removed.
    case objectsErasing
    /// Objects are removed; the list of removals is not yet cleared.
    case objectsErased
}
