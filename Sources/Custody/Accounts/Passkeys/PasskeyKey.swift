import Crypto
import Foundation

/// A passkey's public half: ES256 on P-256, the one kind that every authenticator has (WebAuthn § 5.4, note on -7).
struct PasskeyKey: Sendable {
    /// The most bytes of a `SubjectPublicKeyInfo` on this curve (RFC 5480 § 2): all that are uncompressed have as many.
    static let mostInfo = 91
    /// The most bytes of a signature on this curve: two whole numbers, each of at most 33 (RFC 3279 § 2.2.3).
    static let mostSignature = 72

    private let key: P256.Signing.PublicKey

    /// The key as `getPublicKey()` gives it (`SubjectPublicKeyInfo`), held against the one in what the authenticator said.
    ///
    /// - Parameter parse: reads what is no longer than it may be.
    init(
        _ info: [UInt8],
        madeAs made: ArraySlice<UInt8>,
        parse: ([UInt8]) throws -> P256.Signing.PublicKey = { try P256.Signing.PublicKey(derRepresentation: $0) }
    ) throws(PasskeyFault) {
        guard info.count <= Self.mostInfo, let key = try? parse(info) else { throw .wrongKey }
        self.key = key
        guard Array(made.prefix(77)) == cose else { throw .wrongKey }
    }

    /// The key as it is kept.
    init(kept: [UInt8]) throws(PasskeyFault) {
        do { key = try P256.Signing.PublicKey(x963Representation: kept) } catch { throw .wrongKey }
    }

    /// As it is kept: uncompressed (SEC 1 § 2.3.3).
    var bytes: [UInt8] { Array(key.x963Representation) }

    /// As an authenticator writes it: EC2, ES256, P-256, x, y, in CTAP's one order (§ 6.5.1.1), so that nothing need be read.
    private var cose: [UInt8] {
        let point = bytes.dropFirst()
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20] + point.prefix(32) + [0x22, 0x58, 0x20]
            + point.dropFirst(32)
    }

    /// Whether it signed these bytes.
    ///
    /// - Parameter parse: reads what is no longer than it may be.
    func isSigned(
        _ bytes: [UInt8],
        by signature: [UInt8],
        parse: ([UInt8]) throws -> P256.Signing.ECDSASignature = {
            try P256.Signing.ECDSASignature(derRepresentation: $0)
        }
    ) -> Bool {
        guard signature.count <= Self.mostSignature, let signature = try? parse(signature) else { return false }
        return key.isValidSignature(signature, for: bytes)
    }
}
