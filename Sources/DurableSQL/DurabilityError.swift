import GRDB

/// Why a durable store does not do what is asked of it, whatever it keeps.
public enum DurabilityError: Error, Hashable, Sendable {
    /// The file belongs to another program, or to a newer version of this one.
    case foreignFile
    /// Somebody else holds the folder.
    case locked
    /// The folder cannot be made or opened; `code` is the system's error number.
    case folderUnusable(code: Int32)
    /// The database does not run in the durability mode that is promised.
    case notInForce
    /// The store was closed.
    case closed
    /// Too many requests wait; try again later.
    case overloaded
    /// The calling task was cancelled before a read ended.
    case cancelled
    /// A constraint of the schema refuses the work; nothing of it is kept.
    case constraint
    /// The file is damaged.
    case corrupted
    /// The disk or the database failed; the outcome of a write is unknown, and writes stop until a restart.
    case storageFailed(code: Int32)

    /// What SQLite's own error means.
    init(_ error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupted
        case .SQLITE_INTERRUPT: self = .cancelled
        case .SQLITE_CONSTRAINT: self = .constraint
        default: self = .storageFailed(code: error.extendedResultCode.rawValue)
        }
    }

    /// What an error means where no refusal is possible: only the disk or the file can be at fault.
    init(fault error: any Error) {
        switch error {
        case let known as DurabilityError: self = known
        case let failure as DatabaseError:
            let meaning = DurabilityError(failure)
            self = meaning == .constraint ? .storageFailed(code: failure.extendedResultCode.rawValue) : meaning
        default: self = .storageFailed(code: -1)
        }
    }
}

/// An error as a store's own translation receives it: SQLite's are said in the terms above, all others come as thrown.
func plain(_ error: any Error) -> any Error {
    if error is CancellationError { return DurabilityError.cancelled }
    return (error as? DatabaseError).map { DurabilityError($0) } ?? error
}
