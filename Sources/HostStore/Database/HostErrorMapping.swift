import GRDB

/// The store's own word for whatever a database closure threw.
func hostError(_ error: any Error) -> HostStoreError {
    if let known = error as? HostStoreError { return known }
    if error is CancellationError { return .cancelled }
    return storageError(error)
}

/// The same, where no refusal is possible: only the disk or the file can be at fault.
func storageError(_ error: any Error) -> HostStoreError {
    guard let failure = error as? DatabaseError else { return .storageFailed(code: -1) }
    switch failure.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .corrupted(.database)
    case .SQLITE_INTERRUPT: return .cancelled
    default: return .storageFailed(code: failure.extendedResultCode.rawValue)
    }
}
