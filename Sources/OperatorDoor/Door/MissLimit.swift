import HealthRecord
import Synchronization

/// Keeps an operator from trying matricules one after the other: so many unknown ones in an hour, and he waits
/// (security design § 5.4).
final class MissLimit: Sendable {
    /// The most unknown matricules in an hour.
    static let most = 20
    private static let hour: Int64 = 3600

    // One line for each listed certificate that missed: the table bounds it.
    private let misses = Mutex<[[UInt8]: (count: Int, since: Instant)]>([:])

    /// Whether somebody has to wait.
    func holdsBack(_ certificate: [UInt8], at now: Instant) -> Bool {
        misses.withLock { misses in
            guard let known = misses[certificate] else { return false }
            if now >= known.since.advanced(bySeconds: Self.hour) {
                misses[certificate] = nil
                return false
            }
            return known.count >= Self.most
        }
    }

    /// Counts an unknown matricule.
    func note(_ certificate: [UInt8], at now: Instant) {
        misses.withLock { misses in
            let known = misses[certificate] ?? (0, now)
            misses[certificate] = (known.count + 1, known.since)
        }
    }
}
