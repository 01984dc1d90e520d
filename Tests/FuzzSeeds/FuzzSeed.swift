internal import Foundation

/// Where the chance of a fuzz test begins: at a number of its own, so that each run is the same as the last.
///
/// `DMP_FUZZ_SEED` moves all of them: any text does, and the same text gives the same run again.
public enum FuzzSeed {
    private static let chosen = ProcessInfo.processInfo.environment["DMP_FUZZ_SEED"].flatMap { text in
        text.isEmpty ? nil : text
    }

    /// The seed of a test that has this number; the number itself, unless the environment says otherwise.
    public static func of(_ number: UInt64) -> UInt64 { of(number, under: chosen) }

    /// The same under a text that is given.
    public static func of(_ number: UInt64, under text: String?) -> UInt64 {
        guard let text else { return number }
        // FNV-1a of the text, then of the number: neighbours under one text have nothing in common.
        let bytes = Array(text.utf8) + (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        // What of the number is hashed last moves few bits: they are spread (Steele, Lea, Flood 2014).
        var word = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
