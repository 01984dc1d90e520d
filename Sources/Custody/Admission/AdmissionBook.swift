import HealthRecord
import Synchronization

/// Which admissions have used up their assertion; the handle of a request that has ended is worth nothing.
final class AdmissionBook: Sendable {
    /// The most requests at one time.
    static let capacity = 100_000
    /// How long a request may last.
    static let lifetimeSeconds: Int64 = 600

    private struct Entry {
        let expires: Instant
        var hasClaimed: Bool
        var hasListed = false
        var isTold = false
    }

    private let entries = Mutex<[UniqueID: Entry]>([:])

    func enter(_ admission: Admission, now: Instant) -> Bool {
        entries.withLock { entries in
            if entries.count >= Self.capacity { entries = entries.filter { now < $0.value.expires } }
            guard entries.count < Self.capacity else { return false }
            entries[admission.id] = Entry(expires: admission.expires, hasClaimed: admission.assertionID == nil)
            return true
        }
    }

    /// Whether the assertion is used up already; nil when there is no such admission.
    func hasClaimed(_ admission: Admission, now: Instant) -> Bool? {
        entries.withLock { entries in
            guard let entry = entries[admission.id], now < entry.expires else { return nil }
            return entry.hasClaimed
        }
    }

    func setClaimed(_ admission: Admission) { entries.withLock { $0[admission.id]?.hasClaimed = true } }

    /// Marks that the holder is told of an admission; false when he was already.
    func tellOnce(_ admission: Admission) -> Bool {
        entries.withLock { entries in
            guard entries[admission.id]?.isTold == false else { return false }
            entries[admission.id]?.isTold = true
            return true
        }
    }

    /// Whether a listing has been permitted and traced under the admission.
    func hasListed(_ admission: Admission, now: Instant) -> Bool {
        entries.withLock { entries in entries[admission.id].map { now < $0.expires && $0.hasListed } ?? false }
    }

    func setListed(_ admission: Admission) { entries.withLock { $0[admission.id]?.hasListed = true } }

    func leave(_ admission: Admission) { entries.withLock { _ = $0.removeValue(forKey: admission.id) } }
}
