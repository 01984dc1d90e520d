import HealthRecord
import Sealing

/// The different records that one actor has looked up within a day, and whether he walks along the register.
struct LookupWindow: Sendable {
    private var seen: [BlindTag: Instant] = [:]
    private var lastMatricule: Matricule?
    private var neighbours = 0
    /// The end of the wait that a walk along the register costs.
    private var closedUntil: Instant?

    static let hour: Int64 = 3600
    static let day: Int64 = 86_400

    /// Whether the window holds nothing that still counts.
    func isEmpty(_ now: Instant) -> Bool {
        seen.values.allSatisfy { $0.advanced(bySeconds: Self.day) <= now } && (closedUntil.map { $0 <= now } ?? true)
    }

    /// Seconds until one more different record may be looked up; nil when this one may.
    mutating func wait(_ tag: BlindTag, _ quota: ReadingQuota, now: Instant) -> Int? {
        if let closedUntil, now < closedUntil { return Self.seconds(until: closedUntil, now) }
        if seen[tag].map({ now < $0.advanced(bySeconds: Self.day) }) ?? false { return nil }
        seen = seen.filter { now < $0.value.advanced(bySeconds: Self.day) }
        let recent = seen.values.filter { now < $0.advanced(bySeconds: Self.hour) }
        if recent.count >= quota.hourly, let first = recent.min() {
            return Self.seconds(until: first.advanced(bySeconds: Self.hour), now)
        }
        if seen.count >= quota.daily, let first = seen.values.min() {
            return Self.seconds(until: first.advanced(bySeconds: Self.day), now)
        }
        return nil
    }

    /// Notes a lookup; answers whether it is the one that gives a walk along the register away.
    mutating func note(_ tag: BlindTag, _ matricule: Matricule?, sequence: Int, now: Instant) -> Bool {
        let isNew = seen.updateValue(now, forKey: tag) == nil
        guard isNew, let matricule else { return false }
        neighbours = lastMatricule.map(matricule.isNeighbour) ?? false ? neighbours + 1 : 0
        lastMatricule = matricule
        // Five neighbours make four steps.
        guard neighbours + 1 >= sequence else { return false }
        neighbours = 0
        closedUntil = now.advanced(bySeconds: Self.hour)
        return true
    }

    /// Different records within the last hour.
    func lastHour(_ now: Instant) -> Int { seen.values.filter { now < $0.advanced(bySeconds: Self.hour) }.count }

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
