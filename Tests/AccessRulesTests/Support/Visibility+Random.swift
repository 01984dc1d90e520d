import HealthRecord
import Testing

extension Visibility {
    /// Any of all bits that mean something.
    static func random(using generator: inout some RandomNumberGenerator) -> Visibility {
        Visibility(rawValue: .random(in: .min ... .max, using: &generator)).intersection(.known)
    }
}

/// What random lives are made of.
@Suite struct RandomVisibilityTests {
    /// A bit that is never drawn is a bit that no random test looks at.
    @Test func everyBitIsDrawn() {
        var generator = SystemRandomNumberGenerator()
        var drawn: Visibility = []
        for _ in 0..<1_000 { drawn.formUnion(.random(using: &generator)) }
        #expect(drawn == .known)
    }
}
