import Foundation

/// A seeded generator (Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A text a few bytes away from a valid one.
    mutating func spoil(_ text: String) -> String { String(decoding: spoil(Array(text.utf8)), as: UTF8.self) }

    /// Bytes a few changes away from valid ones.
    mutating func spoil(_ valid: [UInt8]) -> [UInt8] {
        var bytes = valid
        for _ in 0..<Int.random(in: 1...4, using: &self) {
            let place = Int.random(in: 0...bytes.count, using: &self)
            let byte: UInt8 =
                Bool.random(using: &self)
                ? .random(in: 0...255, using: &self) : Array("0129ABab.-+/: ".utf8).randomElement(using: &self) ?? 0
            switch Int.random(in: 0..<4, using: &self) {
            case 0 where place < bytes.count: bytes[place] = byte
            case 1 where place < bytes.count: bytes.remove(at: place)
            case 2: bytes.insert(byte, at: place)
            default: bytes.removeSubrange(place...)
            }
        }
        return bytes
    }
}

/// A file beside the tests.
enum Fixture {
    static func text(_ name: String, from file: StaticString = #filePath) throws -> String {
        let folder = URL(fileURLWithPath: "\(file)").deletingLastPathComponent()
        return try String(contentsOf: folder.appendingPathComponent("Fixtures/\(name)"), encoding: .utf8)
    }
}
