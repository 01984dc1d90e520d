import HealthRecord
import Sealing

/// The different records that one actor has looked up within a day, and whether he walks along the register.
///
/// Each record stands in it once, from its first lookup on for a day; what is older goes, and nothing is copied.
struct LookupWindow: Sendable {
    private var seen: Set<BlindTag> = []
    /// The same, the oldest first; those before `start` are gone.
    private var order: [(tag: BlindTag, at: Instant)] = []
    private var start = 0
    private var lastMatricule: Matricule?
    private var neighbours = 0
    /// The end of the wait that a walk along the register costs.
    private(set) var closedUntil: Instant?

    static let hour: Int64 = 3600
    static let day: Int64 = 86_400

    /// How many records it holds.
    var count: Int { seen.count }

    /// Whether the window holds nothing that still counts.
    func isEmpty(_ now: Instant) -> Bool {
        (order.last.map { $0.at.advanced(bySeconds: Self.day) <= now } ?? true)
            && (closedUntil.map { $0 <= now } ?? true)
    }

    /// Seconds until one more different record may be looked up; nil when this one may.
    mutating func wait(_ tag: BlindTag, _ quota: ReadingQuota, now: Instant) -> Int? {
        if let closedUntil, now < closedUntil { return Self.seconds(until: closedUntil, now) }
        forget(now)
        if seen.contains(tag) { return nil }
        if lastHour(now) >= quota.hourly, let first = firstOfHour(now) {
            return Self.seconds(until: first.advanced(bySeconds: Self.hour), now)
        }
        if seen.count >= quota.daily, order.indices.contains(start) {
            return Self.seconds(until: order[start].at.advanced(bySeconds: Self.day), now)
        }
        return nil
    }

    /// Notes a lookup; answers whether the record is a new one, and whether it gives a walk along the register away.
    mutating func note(
        _ tag: BlindTag,
        _ matricule: Matricule? = nil,
        sequence: Int = .max,
        now: Instant
    ) -> (isNew: Bool, isWalk: Bool) {
        forget(now)
        guard seen.insert(tag).inserted else { return (false, false) }
        order.append((tag, now))
        guard let matricule else { return (true, false) }
        neighbours = lastMatricule.map(matricule.isNeighbour) ?? false ? neighbours + 1 : 0
        lastMatricule = matricule
        // Five neighbours make four steps.
        guard neighbours + 1 >= sequence else { return (true, false) }
        neighbours = 0
        closedUntil = now.advanced(bySeconds: Self.hour)
        return (true, true)
    }

    /// Takes up the wait that a walk has cost before.
    mutating func close(until end: Instant) { closedUntil = end }

    /// Different records within the last hour.
    func lastHour(_ now: Instant) -> Int { order.count - hourStart(now) }

    private func firstOfHour(_ now: Instant) -> Instant? {
        let place = hourStart(now)
        return order.indices.contains(place) ? order[place].at : nil
    }

    /// The place of the first lookup of the last hour; they stand in the order of time.
    private func hourStart(_ now: Instant) -> Int {
        var (low, high) = (start, order.count)
        while low < high {
            let middle = low + (high - low) / 2
            if now < order[middle].at.advanced(bySeconds: Self.hour) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Lets go of what is older than a day.
    private mutating func forget(_ now: Instant) {
        while start < order.count, order[start].at.advanced(bySeconds: Self.day) <= now {
            seen.remove(order[start].tag)
            start += 1
        }
        // Moving up costs what it frees, so seldom enough.
        if start > 64, start * 2 > order.count {
            order.removeFirst(start)
            start = 0
        }
    }

    private static func seconds(until moment: Instant, _ now: Instant) -> Int { Int(moment.seconds(since: now)) + 1 }
}

/// A matricule as something that somebody may count through.
struct Matricule: Sendable, Hashable {
    private let characters: [UInt8]
    private let number: Int64?

    /// How far apart two numbers still count as neighbours.
    static let nearby: Int64 = 50

    init(_ ins: INS) {
        // Without the key, which follows from the rest.
        let body = String(ins.matricule.text.prefix(13))
        characters = Array(body.utf8)
        number = Int64(body)
    }

    /// Whether the other is the next but few, or differs in one place (security design § 5.4).
    func isNeighbour(_ other: Matricule) -> Bool {
        if let number, let theirs = other.number, abs(number - theirs) <= Self.nearby { return true }
        return characters.count == other.characters.count
            && zip(characters, other.characters).filter { $0 != $1 }.count == 1
    }
}
