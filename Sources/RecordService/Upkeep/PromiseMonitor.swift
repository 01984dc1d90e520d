public import Custody
public import HealthRecord
public import HostStore
import Synchronization
import TraceTree

/// Holds the log to the custodian's promises: each deposit came with his signed word for the place of its event, and the host
/// looks whether the event stands there, under a head that goes on where the last one ended (security design § 3.5).
///
/// It believes nothing of the custodian but the log's public key.
public final class PromiseMonitor: Sendable {
    /// How often it looks: every promise is held within two minutes.
    public static let intervalSeconds = 60
    /// How long an event may wait for its place, in milliseconds.
    static let patience: Int64 = 60_000
    /// How many promises are held at one look.
    static let pageSize = 4096

    private let host: HostStore
    private let log: PublishedLog
    private let clock: @Sendable () -> Instant
    private let last = Mutex(LogStanding())

    /// Watches a log for a host.
    public init(host: HostStore, log: PublishedLog, clock: @escaping @Sendable () -> Instant) {
        self.host = host
        self.log = log
        self.clock = clock
    }

    /// What the last look found.
    public var standing: LogStanding { last.withLock { $0 } }

    /// Looks at every promise that waits.
    ///
    /// - Throws: what the host throws: nothing is said of the log then.
    @discardableResult
    public func look() async throws(HostStoreError) -> LogStanding {
        var found: Int
        repeat { found = try await lookAtPage() } while found == Self.pageSize
        return standing
    }

    /// Holds the oldest promises; answers how many were settled.
    private func lookAtPage() async throws(HostStoreError) -> Int {
        let watched = try await host.watchedLog()
        let open = try await host.openPromises(limit: Self.pageSize)
        var standing = LogStanding()
        (standing.kept, standing.broken) = (watched.kept, watched.broken)
        defer { last.withLock { $0 = standing } }
        let note = log.head()
        guard !note.isEmpty else {
            // A log that has signed nothing yet, or nothing any more.
            standing.fault = watched.head.isEmpty ? nil : .forked
            standing.isLate = open.contains { isLate($0) }
            return 0
        }
        let held: HeldPromises
        do throws(HeadRefusal) {
            (held, standing.isLate) = try hold(open, to: try believed(note, after: watched.head))
        } catch {
            standing.fault = error.fault
            return 0
        }
        try await host.settle(held, under: note)
        standing.kept += held.kept.count
        standing.broken += held.broken.count
        return held.kept.count + held.broken.count
    }

    private func hold(
        _ promises: [OpenPromise],
        to head: Checkpoint
    ) throws(HeadRefusal) -> (held: HeldPromises, isLate: Bool) {
        var (held, isLate) = (HeldPromises(), false)
        var check = PromiseCheck(head: head, keys: try keys(for: promises), tiles: log.tile)
        for promise in promises {
            switch try verdict(on: promise, &check) {
            case .kept: held.kept.append(promise.place)
            case .broken(let fault): held.broken[promise.place] = fault.rawValue
            case .waiting: isLate = isLate || self.isLate(promise)
            }
        }
        return (held, isLate)
    }

    /// The head, if the log's key has signed it and it goes on where the last one ended.
    private func believed(_ note: String, after earlier: String) throws(HeadRefusal) -> Checkpoint {
        guard let signed = try? SignedNote(parsing: Array(note.utf8)),
            let head = try? Checkpoint(verifying: signed, log: log.key)
        else { throw HeadRefusal(fault: .unsigned) }
        guard !earlier.isEmpty, earlier != note else { return head }
        guard let old = try? Checkpoint(parsing: SignedNote(parsing: Array(earlier.utf8)).text) else { return head }
        let goesOn: Bool
        do { goesOn = try head.extends(old, tiles: log.tile) } catch { throw HeadRefusal(fault: .unreadable) }
        guard goesOn else { throw HeadRefusal(fault: .forked) }
        return head
    }

    /// The keys that the log has named for the days of these promises.
    private func keys(for promises: [OpenPromise]) throws(HeadRefusal) -> [PromiseKeyDelegation] {
        let times = promises.compactMap { try? Promise(decoding: $0.bytes).time / 1000 }
        guard let since = times.min() else { return [] }
        let notes: [String]
        do { notes = try log.promiseKeys(since) } catch { throw HeadRefusal(fault: .unreadable) }
        // A note that the log's key has not signed names no key.
        return notes.compactMap { note in
            (try? SignedNote(parsing: Array(note.utf8))).flatMap {
                try? PromiseKeyDelegation(verifying: $0, log: log.key)
            }
        }
    }

    private func verdict(
        on promise: OpenPromise,
        _ check: inout PromiseCheck
    ) throws(HeadRefusal) -> PromiseCheck.Verdict {
        do { return try check.verdict(on: promise.bytes) } catch { throw HeadRefusal(fault: .unreadable) }
    }

    private func isLate(_ promise: OpenPromise) -> Bool {
        guard let given = try? Promise(decoding: promise.bytes).time else { return false }
        return clock().milliseconds - Int64(clamping: given) > Self.patience
    }

    /// Why a look ended early.
    private struct HeadRefusal: Error {
        let fault: LogStanding.HeadFault
    }
}
