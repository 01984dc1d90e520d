import Dispatch
public import GRDB
import Synchronization

/// A database as it stood at one moment, while it goes on.
public struct DatabaseMoment<Failure: Error>: Sendable {
    let snapshot: DatabaseSnapshot
    let failure: @Sendable (any Error) -> Failure

    /// Copies it into another file by SQLite's own backup, and reads from the copy.
    public func copy<Value>(to path: String, reading: (Database) throws -> Value) throws(Failure) -> Value {
        do {
            let copy = try DatabaseQueue(path: path)
            defer { try? copy.close() }
            try snapshot.backup(to: copy)
            return try copy.read(reading)
        } catch {
            throw failure(plain(error))
        }
    }
}

extension DurableDatabase {
    /// The database as it stands now, for as long as the value is kept: its log grows meanwhile.
    public func moment() throws(Failure) -> DatabaseMoment<Failure> {
        do { return DatabaseMoment(snapshot: try pool.makeSnapshot(), failure: failure) } catch {
            throw failure(plain(error))
        }
    }

    /// Copies what stands now into another file by SQLite's own backup, and reads from the copy.
    ///
    /// No other program may touch a live file (security design § 6.2): this is the way to a copy.
    public func backUp<Value>(to path: String, reading: (Database) throws -> Value) throws(Failure) -> Value {
        try moment().copy(to: path, reading: reading)
    }

    /// Runs something on the calling thread while nothing is committed.
    ///
    /// What waits in the group of that moment is committed afterwards: none of it has been answered yet.
    public func whileHeld<Value>(_ work: () throws(Failure) -> Value) throws(Failure) -> Value {
        let (held, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let refusal = Refusal<Failure>()
        writer.enqueue(
            WriteRequest(
                weight: 0,
                execute: { _ in
                    held.signal()
                    release.wait()
                    return {}
                },
                fail: { error in
                    refusal.keep(error)
                    held.signal()
                }
            )
        )
        held.wait()
        if let error = refusal.error { throw error }
        defer { release.signal() }
        return try work()
    }
}

/// Why the writer was not held.
private final class Refusal<Failure: Error>: Sendable {
    private let kept = Mutex<Failure?>(nil)

    var error: Failure? { kept.withLock { $0 } }

    func keep(_ error: Failure) { kept.withLock { $0 = error } }
}
