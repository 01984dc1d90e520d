public import Crypto

/// What a key is for; a marker that keeps one key from being passed for another.
public protocol KeyPurpose: Sendable {}

/// A 256-bit secret with one purpose.
///
/// It has no description, no equality and no coding.
public struct SecretKey<Purpose: KeyPurpose>: Sendable {
    /// How many bytes a key has.
    public static var byteCount: Int { 32 }

    let material: SymmetricKey

    init(derived material: SymmetricKey) {
        self.material = material
    }

    /// Accepts a key of exactly 256 bits.
    public init?(_ material: SymmetricKey) {
        guard material.bitCount == Self.byteCount * 8 else { return nil }
        self.material = material
    }

    /// Accepts exactly thirty-two bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        material = SymmetricKey(data: bytes)
    }

    /// A fresh key from the given source of randomness.
    public init(random: RandomBytes) throws(SealingError) {
        material = SymmetricKey(data: try drawn(Self.byteCount, from: random))
    }

    /// Lends the thirty-two bytes, for sealing the key to another holder.
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try material.withUnsafeBytes(body)
    }

    /// A copy of the thirty-two bytes; the caller answers for where it goes.
    public func exportBytes() -> [UInt8] {
        withBytes { Array($0) }
    }
}
