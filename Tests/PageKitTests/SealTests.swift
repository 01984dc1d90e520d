import PageKit
import Testing

/// What a browser keeps for the door (security design § 5.3).
@Suite struct SealTests {
    /// No state has a text of one byte more than the limit: the next is two bytes longer.
    @Test(arguments: [(1502, -1), (1503, 0), (1504, 2)]) func aStateEndsAtItsLength(count: Int, step: Int) throws {
        let seal = try #require(Seal(secret: [UInt8](repeating: 1, count: 32)))
        let state = [UInt8](repeating: 7, count: count)
        let text = seal.sealed(state)
        #expect(text.utf8.count == Seal.longestText + step)
        #expect(seal.opened(text) == (step > 0 ? nil : state))
    }

    @Test(arguments: [(31, false), (32, true), (33, true)]) func aSecretHasALeastLength(count: Int, isEnough: Bool) {
        #expect((Seal(secret: [UInt8](repeating: 1, count: count)) != nil) == isEnough)
    }
}
