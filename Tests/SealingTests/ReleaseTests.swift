import FuzzSeeds
import Synchronization
import Testing

@testable import Sealing

@Suite struct ReleaseTests {
    let leafHash = [UInt8](repeating: 4, count: 32)
    let recipient: ReleaseRecipient

    init() throws {
        recipient = try ReleaseRecipient(seed: Array(0..<32), nodeID: [1], bootID: [2])
    }

    /// Counts up, so that nonces differ and the test repeats itself.
    func counting() -> RandomBytes {
        let counter = CallCounter()
        return { count in
            var random = SplitMix64(seed: counter.next())
            return random.bytes(count)
        }
    }

    func sender(node: [UInt8] = [1], boot: [UInt8] = [2]) throws -> ReleaseSender {
        try ReleaseSender(publicKey: recipient.publicKey, nodeID: node, bootID: boot, random: counting())
    }

    func encapsulation(_ message: [UInt8]) -> [UInt8] { Array(message.dropFirst(3).prefix(1_120)) }

    @Test func aReleasedKeyArrivesInAnyOrder() throws {
        let sender = try sender()
        let messages = try (0..<5).map { try sender.seal([UInt8($0)], leafHash: leafHash, now: 1_000) }
        for (number, message) in messages.enumerated().reversed() {
            #expect(try recipient.open(message, leafHash: leafHash) == [UInt8(number)])
        }
        #expect(Set(messages.map(encapsulation)).count == 1)
        #expect(Set(messages).count == 5)
    }

    @Test func opensForItsNodeBootAndTraceOnly() throws {
        let message = try sender().seal([1], leafHash: leafHash, now: 0)
        #expect(throws: SealingError.notAuthentic(.release)) {
            try recipient.open(message, leafHash: [UInt8](repeating: 5, count: 32))
        }
        for wrong in [try sender(node: [9]), try sender(boot: [9])] {
            let message = try wrong.seal([1], leafHash: leafHash, now: 0)
            #expect(throws: SealingError.notAuthentic(.release)) { try recipient.open(message, leafHash: leafHash) }
        }
    }

    @Test(arguments: [(UInt64(59_999), true), (60_000, false), (60_001, false)])
    func renewsTheExchangeAfterAMinute(later: UInt64, isSame: Bool) throws {
        let sender = try sender()
        let first = try sender.seal([1], leafHash: leafHash, now: 5)
        let second = try sender.seal([1], leafHash: leafHash, now: 5 + later)
        #expect((encapsulation(first) == encapsulation(second)) == isSame)
        let past = try sender.seal([1], leafHash: leafHash, now: 0)
        #expect(encapsulation(past) != encapsulation(second))
    }

    @Test func renewsTheExchangeAfterTenThousandMessages() throws {
        let sender = try sender()
        var last: [UInt8] = []
        let first = encapsulation(try sender.seal([], leafHash: leafHash, now: 0))
        for _ in 2...10_000 { last = try sender.seal([], leafHash: leafHash, now: 0) }
        #expect(encapsulation(last) == first)
        #expect(encapsulation(try sender.seal([], leafHash: leafHash, now: 0)) != first)
    }

    @Test func manyExchangesAllOpen() throws {
        let sender = try sender()
        let messages = try (0..<10).map { try sender.seal([1], leafHash: leafHash, now: UInt64($0) * 60_000) }
        for message in messages + messages { #expect(try recipient.open(message, leafHash: leafHash) == [1]) }
    }

    @Test(arguments: UInt64(0)..<60) func noChangedMessageOpens(seed: UInt64) throws {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let message = try sender().seal([1, 2, 3], leafHash: leafHash, now: 0)
        let changed = random.mutated(message)
        if changed != message {
            #expect(throws: SealingError.self) { try recipient.open(changed, leafHash: leafHash) }
        }
    }

    @Test func refusesKeysAndHashesOfAnotherLength() throws {
        #expect(throws: SealingError.malformed(.key)) {
            try ReleaseRecipient(seed: [1], nodeID: [], bootID: [])
        }
        #expect(throws: SealingError.malformed(.key)) {
            try ReleaseSender(publicKey: [1, 2], nodeID: [], bootID: [], random: steadyBytes)
        }
        #expect(throws: SealingError.malformed(.release)) { try sender().seal([1], leafHash: [1], now: 0) }
    }
}

final class CallCounter: Sendable {
    private let count = Mutex<UInt64>(0)

    func next() -> UInt64 {
        count.withLock {
            $0 += 1
            return $0
        }
    }
}
