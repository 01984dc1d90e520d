internal import CXMLSec
internal import Synchronization

/// Public keys that were decoded lately.
///
/// Says nothing of trust: which key a signature is held against, the caller has decided before he asks here.
final class KeyShelf: Sendable {
    static let shared = KeyShelf()

    /// The most keys kept, some kilobytes each.
    static let capacity = 1024

    private let kept = Mutex<[VerificationKey: DecodedKey]>([:])

    /// A key of the caller's own.
    func key(_ wanted: VerificationKey) -> xmlSecKeyPtr? {
        if let known = kept.withLock({ $0[wanted] }) { return known.key() }
        guard let loaded = wanted.decoded() else { return nil }
        if let decoded = DecodedKey(of: loaded) { keep(decoded, for: wanted) }
        return loaded
    }

    private func keep(_ key: DecodedKey, for wanted: VerificationKey) {
        kept.withLock { kept in
            if kept.count >= Self.capacity { kept.removeAll(keepingCapacity: true) }
            kept[wanted] = key
        }
    }
}
