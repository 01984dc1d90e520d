import HealthRecord

/// What one actor has asked of registers within a day: searches, and the persons that they showed.
struct SearchWindow: Sendable {
    private var entries: [(at: Instant, weight: Int)] = []

    /// Whether the window holds nothing that still counts.
    func isEmpty(_ now: Instant) -> Bool {
        entries.last.map { $0.at.advanced(bySeconds: LookupWindow.day) <= now } ?? true
    }

    /// Seconds until one more may be asked; nil when it may now.
    mutating func wait(_ quota: ReadingQuota, now: Instant) -> Int? {
        forget(now)
        if let moment = end(of: LookupWindow.hour, over: quota.hourly, now)
            ?? end(
                of: LookupWindow.day,
                over: quota.daily,
                now
            )
        {
            return Int(moment.seconds(since: now)) + 1
        }
        return nil
    }

    /// Notes what was asked and shown.
    mutating func note(_ weight: Int, now: Instant) {
        forget(now)
        entries.append((now, weight))
    }

    /// When the oldest of what fills a span leaves it; nil where there is room.
    private func end(of span: Int64, over limit: Int, _ now: Instant) -> Instant? {
        let counted = entries.drop { $0.at.advanced(bySeconds: span) <= now }
        guard counted.reduce(0, { $0 + $1.weight }) >= limit, let first = counted.first else { return nil }
        return first.at.advanced(bySeconds: span)
    }

    /// Lets go of what is older than a day; there are never more entries than a day's quota.
    private mutating func forget(_ now: Instant) {
        let old = entries.prefix { $0.at.advanced(bySeconds: LookupWindow.day) <= now }.count
        if old > 0 { entries.removeFirst(old) }
    }
}
