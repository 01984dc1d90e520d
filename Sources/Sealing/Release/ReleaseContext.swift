import Crypto
import Foundation

/// What custodian and node agree on: the HPKE suite, what the exchange is bound to, and the secret it exports.
///
/// HPKE counts its messages; concurrent answers arrive in any order. So HPKE only agrees a secret, and each
/// message is sealed under it with a random nonce (10,000 messages are far below the 2^32 of SP 800-38D).
enum ReleaseContext {
    static let suite = HPKE.Ciphersuite.XWingMLKEM768X25519_SHA256_AES_GCM_256
    /// X-Wing ciphertext: 1,088 bytes of ML-KEM-768 and 32 of X25519.
    static let encapsulationLength = 1_120
    static let version: UInt8 = 1

    static func info(nodeID: [UInt8], bootID: [UInt8]) throws(SealingError) -> [UInt8] {
        var out = framed("dmp/v1/release")
        try LengthPrefixed.append(nodeID, to: &out)
        try LengthPrefixed.append(bootID, to: &out)
        return out
    }

    static let exportLabel = Data("dmp/v1/release".utf8)
}
