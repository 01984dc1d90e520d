import DurableSQL

/// The store's own word for whatever its database or its folder threw.
@Sendable func hostError(_ error: any Error) -> HostStoreError {
    switch error {
    case let known as HostStoreError: known
    case let fault as DurabilityError: HostStoreError(fault)
    case let failure as SystemError: .folderUnusable(code: failure.code)
    default: .storageFailed(code: -1)
    }
}

extension HostStoreError {
    init(_ fault: DurabilityError) {
        self =
            switch fault {
            case .foreignFile: .foreignDatabase
            case .locked: .folderLocked
            case .folderUnusable(let code): .folderUnusable(code: code)
            case .notInForce: .durabilityNotInForce
            case .closed: .closed
            case .overloaded: .overloaded
            case .cancelled: .cancelled
            case .constraint: .conflict(.database)
            case .corrupted: .corrupted(.database)
            case .storageFailed(let code): .storageFailed(code: code)
            }
    }
}
