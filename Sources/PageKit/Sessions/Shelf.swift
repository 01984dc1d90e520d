import Crypto
import Foundation
package import HealthRecord
import Synchronization

/// Files between their upload and the confirmation, sealed under keys that only browsers hold: what lies here cannot be read
/// by the one who keeps it (design § 1: plaintext only while a permitted request is in flight).
///
/// One file for each owner, few owners, not for long: a shelf is no store.
package final class Shelf: Sendable {
    private struct Item: Sendable {
        let sealed: Data
        let until: Instant
    }

    private let items = Mutex<[String: Item]>([:])
    private let random: @Sendable (Int) -> [UInt8]
    private let places: Int
    private let seconds: Int64

    /// An empty shelf.
    package init(places: Int = 24, seconds: Int64 = 600, random: @escaping @Sendable (Int) -> [UInt8]) {
        self.places = places
        self.seconds = seconds
        self.random = random
    }

    /// Lays a file down for its owner, in the place of the one before; answers its key.
    ///
    /// The oldest makes room.
    package func put(_ bytes: [UInt8], for owner: String, now: Instant) -> String? {
        let key = random(32)
        guard let sealed = try? AES.GCM.seal(Data(bytes), using: SymmetricKey(data: key)).combined else { return nil }
        items.withLock { items in
            items = items.filter { $0.value.until > now }
            if items[owner] == nil, items.count >= places,
                let oldest = items.min(by: { $0.value.until < $1.value.until })
            {
                items[oldest.key] = nil
            }
            items[owner] = Item(sealed: sealed, until: now.advanced(bySeconds: seconds))
        }
        return Base64URL.text(key)
    }

    /// The file of an owner who has its key; nil when it is gone.
    package func look(_ key: String?, of owner: String, now: Instant) -> [UInt8]? {
        guard let key = key.flatMap(Base64URL.bytes), key.count == 32,
            let item = items.withLock({ $0[owner] }), item.until > now,
            let box = try? AES.GCM.SealedBox(combined: item.sealed),
            let bytes = try? AES.GCM.open(box, using: SymmetricKey(data: key))
        else { return nil }
        return Array(bytes)
    }

    /// Takes the file of an owner away.
    package func clear(_ owner: String) { items.withLock { $0[owner] = nil } }
}
