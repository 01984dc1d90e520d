import Crypto
import Foundation
import HealthRecord
import Synchronization

/// What software asked for before its user had signed in: the page and the patient, for the card that was shown.
struct Arrival: Sendable {
    let page: DirectAccess
    /// Nil where the address named nobody, or no matricule.
    let ins: INS?
}

/// The arrivals that wait for a sign-in, under names that say nothing: the number that an address brought must not stand in a
/// second one (identity and experience § 5.2).
///
/// Nothing is kept for whoever shows no card that is in force.
final class ArrivalBook: Sendable {
    /// A sign-in takes no longer.
    static let seconds: Int64 = 600
    /// Waiting for one card; the oldest makes room.
    static let perCard = 4
    /// Waiting in all; the oldest makes room.
    static let capacity = 2000

    private struct Item: Sendable {
        let arrival: Arrival
        let card: [UInt8]
        let until: Instant
    }

    private let items = Mutex<[String: Item]>([:])

    func keep(_ arrival: Arrival, as name: String, forCard certificate: [UInt8], now: Instant) {
        let card = Self.digest(certificate)
        items.withLock { items in
            items = items.filter { $0.value.until > now }
            let own = items.filter { $0.value.card == card }
            for crowd in [(own, Self.perCard), (items, Self.capacity)] where crowd.0.count >= crowd.1 {
                if let oldest = crowd.0.min(by: { ($0.value.until, $0.key) < ($1.value.until, $1.key) }) {
                    items[oldest.key] = nil
                }
            }
            items[name] = Item(arrival: arrival, card: card, until: now.advanced(bySeconds: Self.seconds))
        }
    }

    /// Whether something waits for this card under a name.
    func holds(_ name: String, forCard certificate: [UInt8], now: Instant) -> Bool {
        items.withLock { items in items[name].map { Self.isFor($0, certificate, now) } ?? false }
    }

    /// What waits for this card under a name, once.
    func take(_ name: String, forCard certificate: [UInt8], now: Instant) -> Arrival? {
        items.withLock { items in
            guard let item = items[name], Self.isFor(item, certificate, now) else { return nil }
            items[name] = nil
            return item.arrival
        }
    }

    private static func isFor(_ item: Item, _ certificate: [UInt8], _ now: Instant) -> Bool {
        item.until > now && item.card == digest(certificate)
    }

    private static func digest(_ certificate: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: Data(certificate))) }
}
