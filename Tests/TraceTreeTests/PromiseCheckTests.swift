import Crypto
import Testing

@testable import TraceTree

/// Each promise held to a log of three hundred entries (security design § 3.5; § 6, I5).
@Suite struct PromiseCheckTests {
    private static let origin = "log.example"
    private let seed = [UInt8](repeating: 0x44, count: 32)
    private let shelf = TileShelf()
    private let entries = ownEntries(0..<300)
    private let head: Checkpoint
    private let key: PromiseKeyDelegation

    init() throws {
        try shelf.append(entries)
        var reader = shelf.reader()
        head = try Checkpoint(origin: Self.origin, size: shelf.size, root: try reader.root())
        key = try Self.delegation(of: seed)
    }

    private static func delegation(of seed: [UInt8]) throws -> PromiseKeyDelegation {
        try PromiseKeyDelegation(
            origin: origin,
            publicKey: Array(try Curve25519.Signing.PrivateKey(rawRepresentation: seed).publicKey.rawRepresentation),
            notBefore: 10,
            notAfter: 20
        )
    }

    private func promise(
        _ index: UInt64,
        entry: [UInt8],
        origin: String = PromiseCheckTests.origin,
        time: UInt64 = 15_000
    ) throws -> [UInt8] {
        try Promise(origin: origin, index: index, leafHash: MerkleHash.leaf(entry), time: time, seed: seed).encoded
    }

    private func verdict(
        _ promise: [UInt8],
        keys: [PromiseKeyDelegation]? = nil
    ) throws -> PromiseCheck.Verdict {
        var check = PromiseCheck(head: head, keys: keys ?? [key], tiles: shelf.get)
        return try check.verdict(on: promise)
    }

    @Test(arguments: [0, 1, 254, 255, 256, 299]) func whatStandsAtItsPlaceIsKept(index: Int) throws {
        #expect(try verdict(try promise(UInt64(index), entry: entries[index])) == .kept)
    }

    @Test func whatTheHeadDoesNotReachWaits() throws {
        #expect(try verdict(try promise(300, entry: entries[0])) == .waiting(since: 15_000))
        #expect(try verdict(try promise(.max, entry: entries[0])) == .waiting(since: 15_000))
    }

    @Test func anotherEntryInItsPlaceBreaksIt() throws {
        for index in [0, 255, 256, 299] {
            let moved = try promise(UInt64(index), entry: entries[(index + 1) % 300])
            #expect(try verdict(moved) == .broken(.otherEntry))
        }
    }

    @Test func aPromiseOfNobodyIsNone() throws {
        let good = try promise(7, entry: entries[7])
        #expect(try verdict(try promise(7, entry: entries[7], origin: "other.example")) == .broken(.otherLog))
        #expect(throws: TraceTreeError.unusableKey) { try verdict(good, keys: []) }
        let stranger = try Self.delegation(of: [UInt8](repeating: 0x55, count: 32))
        #expect(try verdict(good, keys: [stranger]) == .broken(.unsigned))
        #expect(try verdict(good, keys: [stranger, key]) == .kept)
        for bytes in [[], Array(good.dropLast()), good + [0]] {
            #expect(try verdict(bytes) == .broken(.unreadable))
        }
    }

    @Test(arguments: [(9_999, false), (10_000, true), (20_999, true), (21_000, false)])
    func aKeyCountsOnItsDays(time: UInt64, counts: Bool) throws {
        let given = try promise(7, entry: entries[7], time: time)
        // No key of its time: the log's notes are not all there, and nothing is held against it.
        if counts {
            #expect(try verdict(given) == .kept)
        } else {
            #expect(throws: TraceTreeError.unusableKey) { try verdict(given) }
        }
    }

    @Test func ofALogThatCannotBeReadNothingIsSaid() throws {
        var check = PromiseCheck(head: head, keys: [key]) { _ in throw TraceTreeError.outOfRange(.tile) }
        #expect(throws: TraceTreeError.self) { try check.verdict(on: try promise(7, entry: entries[7])) }
        // Tiles that do not add up to the head are no word of the log's: the promise is neither kept nor broken by them.
        let other = TileShelf()
        try other.append(ownEntries(1..<301))
        var forged = PromiseCheck(head: head, keys: [key], tiles: other.get)
        #expect(throws: TraceTreeError.malformed(.tree)) { try forged.verdict(on: try promise(7, entry: entries[7])) }
    }

    @Test(arguments: [0, 1, 255, 256, 257, 300]) func aHeadGoesOnWhereAnEarlierOneEnded(size: UInt64) throws {
        var reader = shelf.reader()
        let root = try reader.root(size: size)
        let earlier = try Checkpoint(origin: Self.origin, size: size, root: root)
        #expect(try head.extends(earlier, tiles: shelf.get))
        // Another tree of that size is no beginning of this one; of nothing there is only one.
        let other = try Checkpoint(origin: Self.origin, size: size, root: MerkleHash.leaf([9]))
        #expect(try head.extends(other, tiles: shelf.get) == (size == 0))
        let foreign = try Checkpoint(origin: "other.example", size: size, root: root)
        #expect(try !head.extends(foreign, tiles: shelf.get))
    }

    @Test func aShorterHeadGoesOnNowhere() throws {
        var reader = shelf.reader()
        let shorter = try Checkpoint(origin: Self.origin, size: 299, root: try reader.root(size: 299))
        #expect(try !shorter.extends(head, tiles: shelf.get))
    }
}
