/// A 96-bit nonce for one AES-GCM sealing; fresh and random each time (NIST SP 800-38D § 8.2.2).
public struct SealNonce: Sendable {
    /// The twelve bytes.
    public let bytes: [UInt8]

    /// Accepts exactly twelve bytes; the caller answers for their never coming twice under a key.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 12 else { return nil }
        self.bytes = bytes
    }

    /// A fresh nonce from the given source of randomness.
    public init(random: RandomBytes) throws(SealingError) {
        bytes = try drawn(12, from: random)
    }
}
