import Foundation
import GRDB
import HealthRecord
import Sealing

/// Where a chosen secret is tried from: guessing is counted by it, so that nobody keeps anybody else out.
///
/// Everybody who knows an identifier can make wrong tries. They are counted for the identifier as such, and for it from that
/// network. From a network where the right secret was given lately only the second count stands: what strangers do elsewhere
/// keeps nobody away from home, for however long they do it.
public enum TryOrigin: Sendable, Hashable {
    /// Nothing is known of it.
    case unknown
    /// A network, by the bytes that the door counts it by.
    case network([UInt8])
    /// Somebody who has proved himself otherwise: by a posted code, or within a session.
    case proved(String)

    /// The name of the place under an identifier; nil where there is none.
    fileprivate var place: String? {
        switch self {
        case .unknown: nil
        case .network(let bytes): "network/" + Data(bytes).base64EncodedString()
        case .proved(let how): "proved/" + how
        }
    }
}

extension Custodian {
    /// How long it is remembered that the right secret was given from a network, in seconds.
    static let familiarSeconds: Int64 = 90 * 86_400

    /// Under what tries of an identifier are counted from somewhere.
    struct TryTags: Sendable {
        let account: BlindTag
        let place: BlindTag?
        /// Whether the right secret was given there.
        var isFamiliar = false

        var counted: [BlindTag] { isFamiliar ? [place].compactMap(\.self) : [account, place].compactMap(\.self) }
        var all: [BlindTag] { [account, place].compactMap(\.self) }
    }

    /// The tags for an identifier that is tried from somewhere.
    func tryTags(_ identifier: SignInIdentifier, from origin: TryOrigin) throws(CustodyError) -> TryTags {
        do {
            let account = try tag(of: identifier)
            let name = identifier.tagText
            var tags = TryTags(
                account: account,
                place: try origin.place.map { try working.blindIndex.tag(login: "try/" + name + "/" + $0) }
            )
            if case .proved = origin { tags.isFamiliar = true }
            return tags
        } catch {
            throw .unavailable
        }
    }

    /// Remembers that the right secret was given from a network.
    func keepFamiliar(_ tags: TryTags, _ origin: TryOrigin) async throws(CustodyError) {
        guard case .network = origin, let place = tags.place else { return }
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "INSERT OR REPLACE INTO familiar (tag, last) VALUES (?, ?)",
                arguments: [Data(place.bytes), transaction.now.milliseconds]
            )
        }
    }

    /// Whether the right secret was given from there lately.
    static func isFamiliar(_ place: BlindTag?, _ now: Instant, in database: Database) throws -> Bool {
        guard let place else { return false }
        return try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM familiar WHERE tag = ? AND last > ?)",
            arguments: [Data(place.bytes), now.advanced(bySeconds: -familiarSeconds).milliseconds]
        ) ?? false
    }
}
