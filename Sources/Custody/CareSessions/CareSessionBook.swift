import Crypto
import Foundation
import HealthRecord
import Synchronization

/// Sessions of professionals on the web, in memory: a restart ends them all, as taking the card out does.
final class CareSessionBook: Sendable {
    /// The most sessions at one time.
    static let capacity = 50_000
    /// The most sessions of one card; one more ends the one that was used the longest ago.
    static let perCard = 10

    struct Entry {
        /// SHA-256 of the certificate that opened it: no other connection may use it.
        let fingerprint: [UInt8]
        let actor: CareActor
        let began: Instant
        var seen: Instant
    }

    private let entries = Mutex<[[UInt8]: Entry]>([:])

    static func digest(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: Data(bytes))) }

    private static func key(_ token: String) -> [UInt8] { digest(Array(token.utf8)) }

    func begin(_ token: String, _ entry: Entry, isLive: (Entry) -> Bool) -> Bool {
        entries.withLock { entries in
            if entries.count >= Self.capacity { entries = entries.filter { isLive($0.value) } }
            var own: [(key: [UInt8], seen: Instant)] = []
            for (key, other) in entries where other.fingerprint == entry.fingerprint { own.append((key, other.seen)) }
            if own.count >= Self.perCard, let oldest = own.min(by: { $0.seen < $1.seen }) { entries[oldest.key] = nil }
            guard entries.count < Self.capacity else { return false }
            entries[Self.key(token)] = entry
            return true
        }
    }

    /// The live session of a token on a connection; using it keeps it alive.
    func use(_ token: String, certificate: [UInt8], now: Instant, isLive: (Entry) -> Bool) -> Entry? {
        let fingerprint = Self.digest(certificate)
        let key = Self.key(token)
        return entries.withLock { entries in
            guard var entry = entries[key] else { return nil }
            guard isLive(entry) else {
                entries[key] = nil
                return nil
            }
            guard entry.fingerprint == fingerprint else { return nil }
            entry.seen = max(entry.seen, now)
            entries[key] = entry
            return entry
        }
    }

    func end(_ token: String) { entries.withLock { _ = $0.removeValue(forKey: Self.key(token)) } }

    func forget(where isOver: (Entry) -> Bool) { entries.withLock { $0 = $0.filter { !isOver($0.value) } } }
}
