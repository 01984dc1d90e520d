public import Custody
public import HealthRecord
public import HostStore
import Synchronization
import TraceTree

/// Holds the log to the custodian's promises: each deposit came with his signed word for the place of its event, and the host
/// looks whether the event stands there, under a head of the same year's log that goes on where the last one ended (security
/// design § 3.5).
///
/// It believes nothing of the custodian but the log's public key.
public final class PromiseMonitor: Sendable {
    /// How often it looks where nothing else is said: every promise is held within two minutes.
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

    /// Looks at the oldest promises that wait, so many at a time: what is left comes at the next look.
    ///
    /// - Throws: what the host throws: nothing is said of the log then.
    @discardableResult
    public func look() async throws(HostStoreError) -> LogStanding {
        let watched = try await host.watchedLog()
        let open = try await host.openPromises(limit: Self.pageSize)
        var standing = LogStanding()
        (standing.kept, standing.broken) = (watched.kept, watched.broken)
        defer { last.withLock { $0 = standing } }
        standing.isLooked = true
        // After the promises: the shard that one of them names has begun by then.
        guard let shards = try? log.shards() else {
            standing.fault = .unreadable
            return standing
        }
        var found = LogLook(open)
        for shard in shards { hold(shard, after: watched.heads[shard.origin] ?? "", &found) }
        found.end(without: Set(watched.heads.keys).subtracting(shards.map(\.origin)), hasLog: !shards.isEmpty)
        (standing.fault, standing.isLate) = (found.fault, found.waiting.contains { isLate($0) })
        if !found.heads.isEmpty || !found.held.isEmpty { try await host.settle(found.held, under: found.heads) }
        standing.kept += found.held.kept.count
        standing.broken += found.held.broken.count
        return standing
    }

    /// Holds one shard to the promises that name it.
    private func hold(_ shard: PublishedShard, after earlier: String, _ found: inout LogLook) {
        let promises = found.take(shard.origin)
        let note = shard.head()
        guard !note.isEmpty else {
            // One that has signed nothing yet, or nothing any more.
            if earlier.isEmpty { found.waiting += promises } else { found.note(.forked) }
            return
        }
        do throws(HeadRefusal) {
            let key = try key(of: shard)
            let head = try believed(note, after: earlier, of: shard, by: key)
            let (held, waiting) = try hold(promises, to: head, of: shard, by: key)
            found.held.kept += held.kept
            found.held.broken.merge(held.broken) { first, _ in first }
            found.waiting += waiting
            if note != earlier { found.heads[shard.origin] = note }
        } catch {
            found.note(error.fault)
        }
    }

    private func key(of shard: PublishedShard) throws(HeadRefusal) -> VerifierKey {
        do { return try log.key(of: shard.origin) } catch { throw HeadRefusal(fault: .unsigned) }
    }

    private func hold(
        _ promises: [OpenPromise],
        to head: Checkpoint,
        of shard: PublishedShard,
        by key: VerifierKey
    ) throws(HeadRefusal) -> (held: HeldPromises, waiting: [OpenPromise]) {
        var (held, waiting) = (HeldPromises(), [OpenPromise]())
        var check = PromiseCheck(head: head, keys: try keys(for: promises, of: shard, by: key), tiles: shard.tile)
        for promise in promises {
            switch try verdict(on: promise, &check) {
            case .kept: held.kept.append(promise.place)
            case .broken(let fault): held.broken[promise.place] = fault.rawValue
            case .waiting: waiting.append(promise)
            }
        }
        return (held, waiting)
    }

    /// The head, if the log's key has signed it and it goes on where the last one ended.
    private func believed(
        _ note: String,
        after earlier: String,
        of shard: PublishedShard,
        by key: VerifierKey
    ) throws(HeadRefusal) -> Checkpoint {
        guard let signed = try? SignedNote(parsing: Array(note.utf8)),
            let head = try? Checkpoint(verifying: signed, log: key)
        else { throw HeadRefusal(fault: .unsigned) }
        guard !earlier.isEmpty, earlier != note else { return head }
        guard let old = try? Checkpoint(parsing: SignedNote(parsing: Array(earlier.utf8)).text) else {
            throw HeadRefusal(fault: .unreadable)
        }
        let goesOn: Bool
        do { goesOn = try head.extends(old, tiles: shard.tile) } catch { throw HeadRefusal(fault: .unreadable) }
        guard goesOn else { throw HeadRefusal(fault: .forked) }
        return head
    }

    /// The keys that the log has named for the times of these promises.
    private func keys(
        for promises: [OpenPromise],
        of shard: PublishedShard,
        by key: VerifierKey
    ) throws(HeadRefusal) -> [PromiseKeyDelegation] {
        let times = promises.compactMap { try? Promise(decoding: $0.bytes).time / 1000 }
        guard var since = times.min(), let until = times.max() else { return [] }
        var keys: [PromiseKeyDelegation] = []
        // The notes come so many at a time, the oldest first.
        while true {
            let notes: [String]
            do { notes = try shard.promiseKeys(since) } catch { throw HeadRefusal(fault: .unreadable) }
            let named = notes.compactMap { self.named(by: $0, key) }
            keys += named
            guard let last = named.map(\.notBefore).max(), last > since, last < until else { return keys }
            since = last
        }
    }

    /// The key that a note names; one that the log's key has not signed names none.
    private func named(by note: String, _ key: VerifierKey) -> PromiseKeyDelegation? {
        guard let signed = try? SignedNote(parsing: Array(note.utf8)) else { return nil }
        return try? PromiseKeyDelegation(verifying: signed, log: key)
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
