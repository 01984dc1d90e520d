internal import Synchronization

/// A line of the log for what may happen again and again: the first is written at once, those of the minute after as one.
///
/// Whoever makes it happen, however often, fills the log with one line a minute; `count` says how many it stands for.
public final class ThinnedLine<Event: EventCode>: Sendable {
    /// The seconds whose happenings are written as one line.
    public static var seconds: UInt64 { 60 }

    private let event: Event
    private let fields: [EventField]
    private let log: EventLog
    private let clock: ServerClock
    /// Since when happenings are gathered, and how many; nil where the next is written at once.
    private let gathered = Mutex<(since: UInt64, count: Int)?>(nil)

    /// The line of an event, with what is the same each time.
    public init(_ event: Event, _ fields: EventField..., log: EventLog, clock: ServerClock) {
        (self.event, self.fields, self.log, self.clock) = (event, fields, log, clock)
    }

    /// It has happened once more.
    public func record() {
        let now = clock.monotonicNanoseconds()
        let isFirst = gathered.withLock { gathered in
            guard let open = gathered else {
                gathered = (now, 0)
                return true
            }
            gathered = (open.since, open.count + 1)
            return false
        }
        if isFirst { log.record(event, fields) }
    }

    /// Writes what a minute that is over has gathered; called every second or so.
    public func keepUp() {
        let now = clock.monotonicNanoseconds()
        let count = gathered.withLock { gathered in
            guard let open = gathered, now >= open.since + Self.seconds * 1_000_000_000 else { return 0 }
            // Where nothing came any more, the next is written at once again.
            gathered = open.count > 0 ? (now, 0) : nil
            return open.count
        }
        tell(of: count)
    }

    /// Writes what has been gathered, before nothing is written any more.
    public func end() {
        let count = gathered.withLock { gathered in
            defer { gathered = nil }
            return gathered?.count ?? 0
        }
        tell(of: count)
    }

    private func tell(of count: Int) {
        if count > 0 { log.record(event, fields + [.count(count)]) }
    }
}
