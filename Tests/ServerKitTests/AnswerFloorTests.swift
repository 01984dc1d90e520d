import ServerKit
import Synchronization
import Testing

/// A refusal takes its time, whatever it is of (security design § 5.4); what is found does not wait.
@Suite struct AnswerFloorTests {
    private struct Trouble: Error {}

    private func time(_ work: () async throws -> Void) async rethrows -> Duration {
        let start = ContinuousClock.now
        try await work()
        return ContinuousClock.now - start
    }

    @Test func theFloorIsThatOfTheReference() { #expect(AnswerFloor().least == .milliseconds(150)) }

    @Test func aRefusalIsNotSaidBeforeItsTime() async throws {
        let floor = AnswerFloor(.milliseconds(30))
        let taken = try await time { _ = try await floor.hold(when: { $0 == 0 }, { 0 }) }
        #expect(taken >= .milliseconds(30))
    }

    @Test func neitherIsAnError() async throws {
        let floor = AnswerFloor(.milliseconds(30))
        let taken = await time {
            await #expect(throws: Trouble.self) { try await floor.hold(when: { $0 == 0 }, { throw Trouble() }) }
        }
        #expect(taken >= .milliseconds(30))
    }

    @Test func whatIsFoundDoesNotWait() async throws {
        // A floor that no test would outlive.
        let value = try await AnswerFloor(.seconds(3600)).hold(when: { $0 == 0 }, { 1 })
        #expect(value == 1)
    }

    @Test func aClockOfOnesOwnSaysHowLongIsLeft() async throws {
        let now = Mutex<UInt64>(5_000_000)
        let slept = Mutex<[Duration]>([])
        let clock = ServerClock(
            wallMilliseconds: { 0 },
            monotonicNanoseconds: { now.withLock { $0 } },
            sleep: { spell in slept.withLock { $0.append(spell) } }
        )
        let floor = AnswerFloor(.milliseconds(30))
        for spent in [UInt64(0), 10_000_000, 40_000_000] {
            _ = try await floor.hold(by: clock, when: { $0 }) {
                now.withLock { $0 += spent }
                return true
            }
        }
        #expect(slept.withLock { $0 } == [.milliseconds(30), .milliseconds(20)])
    }
}
