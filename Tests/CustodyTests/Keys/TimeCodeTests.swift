import Crypto
import HealthRecord
import Testing

@testable import Custody

/// Codes by the time, held against the vectors that the RFCs print.
@Suite struct TimeCodeTests {
    private static let digits = Array("12345678901234567890".utf8)

    /// RFC 4226 appendix D: the truncation and six digits.
    @Test func theCountersOfRFC4226() {
        let printed = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ]
        let codes = (0..<10).map { counter in
            TimeCode.code(Self.digits, counter: UInt64(counter), digits: 6, using: Insecure.SHA1.self)
        }
        #expect(codes == printed)
    }

    /// RFC 6238 appendix B: eight digits at six moments, by each hash.
    @Test(arguments: [
        (Int64(59), "94287082", "46119246", "90693936"), (1_111_111_109, "07081804", "68084774", "25091201"),
        (1_111_111_111, "14050471", "67062674", "99943326"), (1_234_567_890, "89005924", "91819424", "93441116"),
        (2_000_000_000, "69279037", "90698825", "38618901"), (20_000_000_000, "65353130", "77737706", "47863826"),
    ])
    func theMomentsOfRFC6238(seconds: Int64, sha1: String, sha256: String, sha512: String) {
        let step = UInt64(TimeCode.step(at: Instant(milliseconds: seconds * 1000)))
        func key(_ count: Int) -> [UInt8] { (0..<count).map { Self.digits[$0 % 20] } }
        #expect(TimeCode.code(key(20), counter: step, digits: 8, using: Insecure.SHA1.self) == sha1)
        #expect(TimeCode.code(key(32), counter: step, digits: 8, using: SHA256.self) == sha256)
        #expect(TimeCode.code(key(64), counter: step, digits: 8, using: SHA512.self) == sha512)
    }

    /// RFC 6238 § 5.2: one step before and after stand as well, no other, and none a second time.
    @Test func aStepAndItsNeighboursStandOnce() {
        let secret = [UInt8](repeating: 5, count: 20)
        let now = Instant(milliseconds: 1_775_000_000_000)
        let present = TimeCode.step(at: now)
        for away in -3...3 {
            let code = TimeCode.code(secret, step: present + Int64(away))
            let found = TimeCode.step(of: code, secret, now: now, after: 0)
            #expect(found == (abs(away) <= 1 ? present + Int64(away) : nil), "\(away)")
        }
        let code = TimeCode.code(secret, step: present)
        #expect(TimeCode.step(of: code, secret, now: now, after: present) == nil)
        #expect(TimeCode.step(of: code, secret, now: now, after: present - 1) == present)
        #expect(TimeCode.step(of: "", secret, now: now, after: 0) == nil)
    }

    /// RFC 4648 § 10, without its filling.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func base32IsThatOfTheRFC(plain: String, text: String) {
        #expect(Base32.text(Array(plain.utf8)) == text)
    }
}
