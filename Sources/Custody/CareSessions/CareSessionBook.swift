import Crypto
import Foundation
import HealthRecord
import Synchronization

/// Sessions of professionals on the web, in memory: a restart ends them all, as taking the card out does.
final class CareSessionBook: Sendable {
    /// The most sessions at one time.
    static let capacity = 50_000
    /// The most sessions of one card, or of one professional without; one more ends the one that was used the longest ago.
    static let perBearer = 10

    /// By what a session was opened.
    enum Bearer: Sendable {
        /// A card: SHA-256 of its certificate; no connection without it may use the session.
        case card([UInt8])
        /// A signed assertion, by an address that was good once.
        case entry(OneTimeEntry)

        /// Whom the sessions are counted for.
        fileprivate var holder: [UInt8] {
            switch self {
            case .card(let fingerprint): fingerprint
            case .entry(let entry): CareSessionBook.digest(Array(entry.actor.subject.text.utf8))
            }
        }

        fileprivate func isShown(on certificate: [UInt8]?) -> Bool {
            switch self {
            case .card(let fingerprint): certificate.map { CareSessionBook.digest($0) == fingerprint } ?? false
            case .entry: true
            }
        }
    }

    struct Entry {
        let bearer: Bearer
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
            let holder = entry.bearer.holder
            for (key, other) in entries where other.bearer.holder == holder { own.append((key, other.seen)) }
            if own.count >= Self.perBearer, let oldest = own.min(by: { $0.seen < $1.seen }) {
                entries[oldest.key] = nil
            }
            guard entries.count < Self.capacity else { return false }
            entries[Self.key(token)] = entry
            return true
        }
    }

    /// The live session of a token on a connection; using it keeps it alive.
    func use(_ token: String, certificate: [UInt8]?, now: Instant, isLive: (Entry) -> Bool) -> Entry? {
        let key = Self.key(token)
        return entries.withLock { entries in
            guard var entry = entries[key] else { return nil }
            guard isLive(entry) else {
                entries[key] = nil
                return nil
            }
            guard entry.bearer.isShown(on: certificate) else { return nil }
            entry.seen = max(entry.seen, now)
            entries[key] = entry
            return entry
        }
    }

    func end(_ token: String) { entries.withLock { _ = $0.removeValue(forKey: Self.key(token)) } }

    func forget(where isOver: (Entry) -> Bool) { entries.withLock { $0 = $0.filter { !isOver($0.value) } } }
}
