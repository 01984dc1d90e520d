/// A small seeded generator, so that a failing case can be run again.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    }

    /// A sample with a few bytes changed, cut, doubled or added.
    mutating func mutated(_ sample: [UInt8]) -> [UInt8] {
        var bytes = sample
        for _ in 0..<Int.random(in: 1...4, using: &self) {
            switch Int.random(in: 0..<5, using: &self) {
            case 0 where !bytes.isEmpty:
                bytes[Int.random(in: 0..<bytes.count, using: &self)] = UInt8(truncatingIfNeeded: next())
            case 1: bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &self)))
            case 2: bytes.insert(contentsOf: self.bytes(3), at: Int.random(in: 0...bytes.count, using: &self))
            case 3 where !bytes.isEmpty:
                let cut = Int.random(in: 0..<bytes.count, using: &self)
                bytes = Array(bytes[cut...]) + Array(bytes[..<cut])
            default: bytes += Array(bytes.suffix(5))
            }
        }
        return bytes
    }
}

func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

func unhex(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    var digits = text[...]
    while digits.count >= 2 {
        out.append(UInt8(digits.prefix(2), radix: 16) ?? 0)
        digits = digits.dropFirst(2)
    }
    return out
}
