import Crypto
import Foundation
import HealthRecord

/// Codes that follow from a secret and the time (TOTP, RFC 6238): six digits, one every thirty seconds.
enum TimeCode {
    /// Seconds that a code stands.
    static let period: Int64 = 30
    /// Steps before and after that are taken too, for clocks that differ.
    static let drift: Int64 = 1
    /// Bytes of a secret (RFC 4226 § 4: 160 bits).
    static let secretLength = 20

    /// The step of a moment.
    static func step(at now: Instant) -> Int64 { max(0, now.milliseconds) / (period * 1000) }

    /// The code of one step, by HMAC with SHA-256: SHA-1 is for old lot signatures alone (design § 5).
    static func code(_ secret: [UInt8], step: Int64) -> String {
        code(secret, counter: UInt64(max(0, step)), digits: 6, using: SHA256.self)
    }

    /// The step whose code was typed, among those that stand and come after the last one used.
    static func step(of typed: String, _ secret: [UInt8], now: Instant, after last: Int64) -> Int64? {
        let present = step(at: now)
        var found: Int64?
        // Each is computed, whichever fits: no time tells which.
        for one in (present - drift)...(present + drift) {
            let isRight = SecretHash.isEqual(Array(code(secret, step: one).utf8), Array(typed.utf8))
            if isRight, one > last, found == nil { found = one }
        }
        return found
    }

    /// The truncation of RFC 4226 § 5.3 over any hash.
    static func code<Hash: HashFunction>(
        _ secret: [UInt8],
        counter: UInt64,
        digits: Int,
        using hash: Hash.Type
    ) -> String {
        let message = withUnsafeBytes(of: counter.bigEndian) { Data($0) }
        let mac = Array(HMAC<Hash>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let offset = Int((mac.last ?? 0) & 0x0F)
        let number = mac.dropFirst(offset).prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { product, _ in product &* 10 }
        let text = String(number % max(1, modulus))
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

/// Base 32 (RFC 4648 § 6), as applications read secrets.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    static func text(_ bytes: [UInt8]) -> String {
        var (text, held, count) = ("", UInt32(0), 0)
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[Int(held >> UInt32(count)) & 31])
                held &= (1 << UInt32(count)) - 1
            }
        }
        if count > 0 { text.append(alphabet[Int(held << UInt32(5 - count)) & 31]) }
        return text
    }
}
