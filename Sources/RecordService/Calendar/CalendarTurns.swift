import HealthRecord
import Synchronization

/// When the calendar last ran: upkeep comes every second, what time brings to records is no matter of seconds.
final class CalendarTurns: Sendable {
    /// Seconds between two runs.
    static let interval: Int64 = 60

    private let last = Mutex<Instant?>(nil)

    /// Whether it is time; if so, the turn is taken.
    func take(now: Instant) -> Bool {
        last.withLock { last in
            if let last, now >= last, now.seconds(since: last) < Self.interval { return false }
            last = now
            return true
        }
    }
}
