import Crypto
import CryptoExtras
import Dispatch
import Foundation
import Sealing

/// Slow digests of what people choose or receive by post (scrypt, RFC 7914).
enum SecretHash {
    private static let queue = DispatchQueue(label: "secret-hash", attributes: .concurrent)

    /// The digest of a secret; off the cooperative pool, for it takes a tenth of a second on purpose.
    static func digest(_ secret: String, salt: [UInt8], rounds: Int) async throws(CustodyError) -> [UInt8] {
        let bytes = Data(secret.precomposedStringWithCompatibilityMapping.utf8)
        let result: [UInt8]? = await withCheckedContinuation { continuation in
            queue.async {
                let key = try? KDF.Scrypt.deriveKey(
                    from: bytes,
                    salt: salt,
                    outputByteCount: 32,
                    rounds: rounds,
                    blockSize: 8,
                    parallelism: 1,
                    maxMemory: 160 << 20
                )
                continuation.resume(returning: key?.withUnsafeBytes { Array($0) })
            }
        }
        guard let result else { throw .unavailable }
        return result
    }

    /// Compares in constant time.
    static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// A quick digest of a token that is itself random enough.
    static func token(_ token: String) -> Data { Data(SHA256.hash(data: Data(token.utf8))) }
}
