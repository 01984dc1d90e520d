internal import CXMLSec
internal import Synchronization

/// Public keys that were decoded lately: decoding one costs OpenSSL several times what verifying with it does.
///
/// Says nothing of trust: which key a signature is held against, the caller has decided before he asks here.
final class KeyShelf: Sendable {
    static let shared = KeyShelf()

    /// The most keys kept, some kilobytes each.
    static let capacity = 1024

    private let kept = Mutex<[VerificationKey: Kept]>([:])

    /// A key of the caller's own.
    func key(_ wanted: VerificationKey) -> xmlSecKeyPtr? {
        if let copy = kept.withLock({ $0[wanted].flatMap { Kept(copying: $0) } }) { return copy.withoutCertificate }
        guard let loaded = wanted.decoded() else { return nil }
        if let value = xmlSecKeyGetValue(loaded), let own = Kept(copying: Kept(value: value)) { keep(own, for: wanted) }
        return loaded
    }

    private func keep(_ key: Kept, for wanted: VerificationKey) {
        let gone: [Kept] = kept.withLock { kept in
            var gone: [Kept] = []
            if kept.count >= Self.capacity {
                gone = Array(kept.values)
                kept.removeAll(keepingCapacity: true)
            }
            if let former = kept.updateValue(key, forKey: wanted) { gone.append(former) }
            return gone
        }
        for key in gone { xmlSecKeyDataDestroy(key.value) }
    }

    /// A decoded public key.
    ///
    /// `@unchecked Sendable`: nobody writes into what it points to, it is copied and taken off the shelf under its lock
    /// alone, and OpenSSL counts the holders of the key behind it atomically.
    private struct Kept: @unchecked Sendable {
        let value: xmlSecKeyDataPtr

        init(value: xmlSecKeyDataPtr) { self.value = value }

        /// One more holder of the same key.
        init?(copying other: Kept) {
            guard let value = xmlSecKeyDataDuplicate(other.value) else { return nil }
            self.value = value
        }

        /// The key as xmlsec takes it, which owns the value from now on.
        var withoutCertificate: xmlSecKeyPtr? {
            guard let key = xmlSecKeyCreate() else {
                xmlSecKeyDataDestroy(value)
                return nil
            }
            guard xmlSecKeySetValue(key, value) == 0 else {
                xmlSecKeyDataDestroy(value)
                xmlSecKeyDestroy(key)
                return nil
            }
            return key
        }
    }
}
