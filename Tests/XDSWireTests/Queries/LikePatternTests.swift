import Testing
import XDSWire

/// SQL `LIKE`.
@Suite struct LikePatternTests {
    @Test(arguments: [
        ("abc", "abc", true), ("abc", "abcd", false), ("abc", "ab", false), ("%", "", true), ("%", "abc", true),
        ("a%", "a", true), ("%c", "abc", true), ("%b%", "abc", true), ("_", "é", true), ("_", "", false),
        ("__", "a", false), ("a_c", "abc", true), ("%a%b%c%", "xxaxxbxxcxx", true), ("%a%b%c%", "xxcxxbxxaxx", false),
        ("%ab", "aab", true), ("%%_%%", "x", true), ("%%_%%", "", false), ("A", "a", false), ("%aab", "aaaab", true),
        (".*", "abc", false),
    ]) func matches(pattern: String, value: String, isMatch: Bool) throws {
        #expect(try #require(LikePattern(pattern)).matches(value) == isMatch)
    }

    @Test func lengthHasALimit() {
        #expect(LikePattern("") == nil)
        #expect(LikePattern(String(repeating: "a", count: LikePattern.maximumLength - 1)) != nil)
        #expect(LikePattern(String(repeating: "a", count: LikePattern.maximumLength)) != nil)
        #expect(LikePattern(String(repeating: "a", count: LikePattern.maximumLength + 1)) == nil)
    }

    /// Exponential in a naive matcher: it would never end.
    @Test func hostilePatternEnds() throws {
        let pattern = try #require(LikePattern(String(repeating: "%a", count: 127) + "b"))
        #expect(!pattern.matches(String(repeating: "a", count: 2_000)))
    }

    /// Held against the definition, by recursion on short texts.
    @Test(arguments: 0..<200) func agreesWithTheDefinition(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        func text(_ alphabet: String, _ range: ClosedRange<Int>) -> String {
            String(
                (0..<Int.random(in: range, using: &random)).map { _ in
                    Array(alphabet).randomElement(using: &random) ?? "a"
                }
            )
        }
        let pattern = text("ab%_", 1...6)
        let value = text("ab", 0...7)
        #expect(
            try #require(LikePattern(pattern)).matches(value) == Self.defined(Array(pattern)[...], Array(value)[...])
        )
    }

    private static func defined(_ pattern: ArraySlice<Character>, _ value: ArraySlice<Character>) -> Bool {
        guard let first = pattern.first else { return value.isEmpty }
        let rest = pattern.dropFirst()
        if first == "%" { return (0...value.count).contains { defined(rest, value.dropFirst($0)) } }
        guard let head = value.first, first == "_" || first == head else { return false }
        return defined(rest, value.dropFirst())
    }
}
