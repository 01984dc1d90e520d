import Custody
import DurableSQL
import Glibc
import HostStore
import RecordService

/// A store that does not open, or does not go on: where it lies, what is wrong with it, what to do.
struct StoreFailure: SpokenFailure {
    let place: String
    let fault: Fault

    /// What is wrong.
    enum Fault {
        case held
        case unusable(Int32)
        case foreign
        case damaged
        case failing
        case passphrase
        case noKeyStore
        case unwritableKeyStore
        case destroyedKeys(UInt32)
        case oldKeyStore
        case rolledBack
        case otherLogName
        case noTile
        case damagedLog
        case unsettled
    }

    var description: String { "\(place): \(fault.sentence)" }
    var exitStatus: ExitStatus { fault.exitStatus }

    /// Opens a store, and says where it lies when it does not open.
    static func at<Value>(_ place: String, _ open: () throws -> Value) throws -> Value {
        do { return try open() } catch { throw named(place, error) }
    }

    /// The same for what has to wait.
    static func at<Value>(_ place: String, settling work: () async throws -> Value) async throws -> Value {
        do { return try await work() } catch { throw named(place, error) }
    }

    private static func named(_ place: String, _ error: any Error) -> any Error {
        Fault(error).map { StoreFailure(place: place, fault: $0) } ?? error
    }
}

extension StoreFailure.Fault {
    /// What an error of a store means; nil for an error of something else.
    init?(_ error: any Error) {
        switch error {
        case let known as HostStoreError: self.init(known)
        case let known as DurabilityError: self.init(known)
        case let known as KeyStoreError: self.init(known)
        case is CustodyError: self = .failing
        case LogFault.rollback: self = .rolledBack
        case LogFault.otherName: self = .otherLogName
        case LogFault.missingTile: self = .noTile
        case is LogFault: self = .damagedLog
        case is ServiceError: self = .unsettled
        default: return nil
        }
    }

    private init(_ error: HostStoreError) {
        switch error {
        case .folderLocked: self = .held
        case .folderUnusable(let code): self = .unusable(code)
        case .foreignDatabase: self = .foreign
        case .corrupted: self = .damaged
        default: self = .failing
        }
    }

    private init(_ error: DurabilityError) {
        switch error {
        case .locked: self = .held
        case .folderUnusable(let code): self = .unusable(code)
        case .foreignFile: self = .foreign
        case .corrupted: self = .damaged
        default: self = .failing
        }
    }

    private init(_ error: KeyStoreError) {
        switch error {
        case .notAuthentic: self = .passphrase
        case .unreadable: self = .noKeyStore
        case .destroyedEpoch(let epoch): self = .destroyedKeys(epoch)
        case .unknownEpoch, .epochInUse, .olderThanItsCopy: self = .oldKeyStore
        case .unwritable: self = .unwritableKeyStore
        }
    }

    fileprivate var sentence: String {
        switch self {
        case .held: "another server works on this folder: stop that one first"
        case .unusable(let code):
            "it cannot be used (\(String(cString: strerror(code)))): give the server's user the right to write there"
        case .foreign:
            "its database is another program's, or a newer version's: name the right folder, or take the newer program"
        case .damaged: "its database is damaged: put the folder back from a copy (docs/operations.md, Copies)"
        case .failing:
            "its database cannot be read or written: see that the disk has room and that the server's user may write "
                + "there; if so it is damaged: put the folder back from a copy (docs/operations.md, Copies)"
        case .passphrase:
            "the passphrase is not that of this key store, or the file was changed: set DMP_CUSTODY_PASSPHRASE to the "
                + "right one, or put the file back from its copy"
        case .noKeyStore:
            "it is no key store that this user can read: see its permissions (600), or put it back from its copy; "
                + "without it no record can be read"
        case .unwritableKeyStore:
            "the key store cannot be made: see that the disk has room and the folder can be written"
        case .destroyedKeys(let epoch):
            "records in it stand under keys of epoch \(epoch), whose root key was destroyed: this copy is too old, put a newer "
                + "one back (docs/operations.md, Keys)"
        case .oldKeyStore:
            "the key store is older than the tables, or than one of its copies: put the newest of its files in its place "
                + "(docs/operations.md, Keys)"
        case .rolledBack:
            "the database holds less than the log has published: an older custody.sqlite was put back, or it is "
                + "missing; put the whole folder back, of one copy (docs/operations.md, Copies)"
        case .otherLogName:
            "its trace log was begun under another name than trace.origin says: set trace.origin back to the name in the first "
                + "line of log/checkpoint; the year in it may be any"
        case .noTile: "a file of the trace log is missing in log/: put the whole folder back, of one copy"
        case .damagedLog: "the trace log in log/ is damaged: put the whole folder back, of one copy"
        case .unsettled:
            "what the last stop left cannot be settled: see that the disk has room and that the server's user may write there"
        }
    }

    fileprivate var exitStatus: ExitStatus {
        switch self {
        case .held: .later
        case .unusable, .unwritableKeyStore: .cannotCreate
        case .foreign, .damaged, .destroyedKeys, .oldKeyStore, .rolledBack, .noTile, .damagedLog: .data
        case .failing, .unsettled: .storage
        case .otherLogName: .configuration
        case .passphrase: .permission
        case .noKeyStore: .noInput
        }
    }
}
