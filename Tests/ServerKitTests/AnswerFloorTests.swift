import ServerKit
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
}
