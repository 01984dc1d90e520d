import DurableSQL
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// Epochs of keys: a new root key now and then, what stands under older ones wrapped anew, old root keys destroyed
/// (security design § 2.3, § 2.11).
extension Custodian {
    /// How long a turn or a destruction may be late before it is said, in seconds.
    static let keyPatience: Int64 = 86_400

    /// Does what is to be done of a turn, a bounded step at a time: begins an epoch where the calendar or an order says so,
    /// wraps some keys anew, destroys a root key that is two epochs old and that nothing stands under.
    ///
    /// Each step is true by itself: a stop at any point is gone on from by the next call.
    public func turnKeys() async throws(CustodyError) {
        try await noteEpochs()
        try await beginWhatIsNoted()
        try await rewrapSome()
        try await endOldEpochs()
    }

    /// Has a new epoch begin at once, on an operator's order; once, however often the order is sent.
    public func renewKeys(as order: UniqueID) async throws(CustodyError) {
        try await noteEpochs()
        let current = ledger.keys.store.currentEpoch
        _ = try await ledger.commit { transaction in
            let book = EpochBook(database: transaction.database)
            guard try !book.has(order) else { return }
            try book.note(KeyEpoch(current.number + 1), at: transaction.now, order: order)
        }
        try await beginWhatIsNoted()
    }

    /// How the keys stand; the copies of the key store are mended on the way.
    public func keyStanding() async throws(CustodyError) -> KeyStanding {
        let store = ledger.keys.store
        let (current, held, now) = (store.currentEpoch, store.epochs, clock())
        let (period, patience) = (keyPeriod, Self.keyPatience)
        let counted = try await ledger.read { database in
            try EpochBook(database: database).count(before: current)
        }
        let since = counted.began[current] ?? now
        let next = period.map { since.advanced(bySeconds: $0) }
        var delay: KeyDelay?
        if let oldest = held.first, oldest.isTwoBefore(current), now > since.advanced(bySeconds: patience) {
            delay = .destruction
        }
        if let next, now > next.advanced(bySeconds: patience) { delay = .turn }
        return KeyStanding(
            current: current.number,
            since: since,
            next: next,
            held: held.map(\.number),
            records: counted.records,
            left: counted.left,
            unreadable: counted.left.isEmpty ? 0 : rewrapping.unreadable,
            copies: store.mendCopies(),
            delay: delay
        )
    }

    /// Seconds of an epoch; nil where none ends by itself.
    private var keyPeriod: Int64? {
        settings.keyEpochDays > 0 ? Int64(settings.keyEpochDays) * 86_400 : nil
    }

    /// Writes down when epochs began of which that is not known, and that a new one is due.
    private func noteEpochs() async throws(CustodyError) {
        let store = ledger.keys.store
        let (current, held, period) = (store.currentEpoch, store.epochs, keyPeriod)
        let now = clock()
        let began = try ledger.database.read { try EpochBook(database: $0).began }
        let unknown = held.filter { began[$0] == nil }
        // A clock that was wrong once must not put the next turn off for ever.
        let isAhead = began[current].map { $0 > now } ?? false
        let end = period.flatMap { seconds in began[current].map { $0.advanced(bySeconds: seconds) } }
        let isDue = end.map { $0 <= now } ?? false
        guard !unknown.isEmpty || isAhead || isDue else { return }
        _ = try await ledger.commit { transaction in
            let book = EpochBook(database: transaction.database)
            for epoch in unknown { try book.note(epoch, at: transaction.now) }
            if isAhead { try book.move(current, to: transaction.now) }
            if isDue { try book.note(KeyEpoch(current.number + 1), at: transaction.now) }
        }
    }

    /// Makes the root key of an epoch that is noted and not begun.
    private func beginWhatIsNoted() async throws(CustodyError) {
        let store = ledger.keys.store
        let current = store.currentEpoch
        let newest = try ledger.database.read { try EpochBook(database: $0).newest }
        guard let newest, newest > current else { return }
        do throws(KeyStoreError) { try store.beginEpoch(after: current) } catch { throw .unavailable }
    }

    private func rewrapSome() async throws(CustodyError) {
        let current = ledger.keys.store.currentEpoch
        let isLeft = try ledger.database.read { try EpochBook(database: $0).hasAny(before: current) }
        guard isLeft else { return rewrapping.end(unreadable: 0) }
        let place = rewrapping.place
        let step = try await ledger.commit { transaction in try transaction.rewrap(from: place) }.value
        if let next = step.next { rewrapping.goOn(from: next) } else { rewrapping.end(unreadable: step.unreadable) }
    }

    /// Destroys what is two epochs old and empty: the shard keys first, then their root.
    private func endOldEpochs() async throws(CustodyError) {
        let store = ledger.keys.store
        let (current, held) = (store.currentEpoch, Set(store.epochs))
        let old = try ledger.database.read { try EpochBook(database: $0).known(with: held) }
            .filter { $0.isTwoBefore(current) }
        for epoch in old.sorted() {
            let isEmpty = try await ledger.commit { transaction in
                try EpochBook(database: transaction.database).empty(epoch)
            }.value
            guard isEmpty else { continue }
            ledger.keys.forget(epoch)
            do throws(KeyStoreError) { try store.endEpoch(epoch) } catch { throw .unavailable }
            _ = try await ledger.commit { transaction in
                try EpochBook(database: transaction.database).forget(epoch)
            }
        }
    }
}

extension KeyEpoch {
    /// Whether an epoch has passed since its end: its root key is to be destroyed.
    func isTwoBefore(_ current: KeyEpoch) -> Bool { UInt64(number) + 2 <= UInt64(current.number) }
}
