import HealthRecord
import Testing

@testable import PageKit

/// A file that waits for its confirmation is read with its own key, by its owner, for a while.
@Suite struct ShelfTests {
    private static let now = Instant(milliseconds: 1_775_031_300_000)
    private let shelf = Shelf(places: 2, seconds: 600) { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }

    @Test func aFileIsReadByItsOwnerWithItsKeyAndInTime() throws {
        let key = try #require(shelf.put([1, 2, 3], for: "a", now: Self.now))
        #expect(shelf.look(key, of: "a", now: Self.now) == [1, 2, 3])
        #expect(shelf.look(key, of: "b", now: Self.now) == nil)
        #expect(shelf.look(nil, of: "a", now: Self.now) == nil)
        #expect(shelf.look(String(key.reversed()), of: "a", now: Self.now) == nil)
        #expect(shelf.look(key, of: "a", now: Self.now.advanced(bySeconds: 601)) == nil)
        shelf.clear("a")
        #expect(shelf.look(key, of: "a", now: Self.now) == nil)
    }

    @Test func anotherFileTakesTheFirstOnesPlaceAndTheOldestMakesRoom() throws {
        let old = try #require(shelf.put([1], for: "a", now: Self.now))
        let new = try #require(shelf.put([2], for: "a", now: Self.now))
        #expect(shelf.look(old, of: "a", now: Self.now) == nil)
        let other = try #require(shelf.put([3], for: "b", now: Self.now.advanced(bySeconds: 1)))
        _ = shelf.put([4], for: "c", now: Self.now.advanced(bySeconds: 2))
        #expect(shelf.look(new, of: "a", now: Self.now) == nil)
        #expect(shelf.look(other, of: "b", now: Self.now) == [3])
    }
}
