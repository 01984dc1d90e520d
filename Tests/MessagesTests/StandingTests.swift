import HealthRecord
import Messages
import Testing

@Suite struct StandingTests {
    private func after(_ attempts: [MessageAttempt]) -> [ContactKind: MessageFault] {
        var standing = MessageStanding()
        for attempt in attempts { standing.note(attempt) }
        return standing.failing
    }

    private func failures(_ error: MessageError, _ count: Int) -> [MessageAttempt] {
        Array(repeating: MessageAttempt(.email, error), count: count)
    }

    @Test(arguments: [(0, false), (1, false), (3, false), (4, true), (5, true)])
    func aWayFailsOnceItsLastTriesAllFailed(count: Int, isFailing: Bool) {
        #expect((after(failures(.timedOut(.email), count))[.email] == .timedOut) == isFailing)
    }

    @Test func itsLastReasonIsTold() {
        #expect(
            after(failures(.timedOut(.email), 3) + failures(.unreachable(.email, code: 7), 1)) == [.email: .unreachable]
        )
    }

    @Test func oneThatIsTakenEndsIt() {
        let taken = MessageAttempt(.email, nil)
        #expect(after(failures(.busy, 5) + [taken]).isEmpty)
        #expect(after(failures(.busy, 2) + [taken] + failures(.busy, 2)).isEmpty)
    }

    @Test func oneWayIsNotAnother() {
        let sent = failures(.busy, 4) + [MessageAttempt(.sms, nil), MessageAttempt(.letter, .folder(code: 28))]
        #expect(after(sent) == [.email: .busy])
    }

    @Test func malformedAddressesAreNoFaultOfTheWay() {
        #expect(after(failures(.addressUnusable(.email), 9)).isEmpty)
        #expect(after(failures(.busy, 4) + failures(.addressUnusable(.email), 1)) == [.email: .busy])
        #expect(after(failures(.noCarrier(.email), 9)).isEmpty)
    }
}
