/// A seeded generator, so that a failure can be repeated.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// The bytes with a few of them changed, removed, doubled or put in.
    mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
        var mutated = bytes
        for _ in 0..<Int.random(in: 1...6, using: &self) where !mutated.isEmpty {
            let position = Int.random(in: 0..<mutated.count, using: &self)
            switch Int.random(in: 0..<5, using: &self) {
            case 0: mutated[position] = UInt8.random(in: .min ... .max, using: &self)
            case 1: mutated.remove(at: position)
            case 2: mutated.insert(UInt8.random(in: .min ... .max, using: &self), at: position)
            case 3:
                let end = min(mutated.count, position + Int.random(in: 1...40, using: &self))
                mutated.insert(contentsOf: mutated[position..<end], at: position)
            default:
                mutated.removeSubrange(position..<min(mutated.count, position + Int.random(in: 1...40, using: &self)))
            }
        }
        return mutated
    }
}
