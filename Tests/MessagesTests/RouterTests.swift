import HealthRecord
import Messages
import Synchronization
import Testing
import Wording

@Suite struct RouterTests {
    private let notice = Samples.outgoing(.newDocument(at: Samples.moment), by: Samples.mail)

    @Test func triesAgainWhatMayPass() async throws {
        let carrier = FailingCarrier([.timedOut(.email), .refused(.email, status: 451)])
        let pauses = Mutex<[Duration]>([])
        let router = MessageRouter([.email: carrier], pause: { pause in pauses.withLock { $0.append(pause) } })
        try await router.carry(notice, in: .french)
        #expect(carrier.count == 3)
        #expect(pauses.withLock { $0 } == [.milliseconds(500), .milliseconds(1000)])
    }

    @Test func givesUpAfterTheLastTry() async {
        let seen = Mutex<[MessageAttempt]>([])
        let carrier = FailingCarrier(Array(repeating: .busy, count: 5))
        let router = MessageRouter(
            [.email: carrier],
            plan: RetryPlan(attempts: 3),
            pause: { _ in },
            observe: { attempt in seen.withLock { $0.append(attempt) } }
        )
        await #expect(throws: MessageError.exhausted(.email, attempts: 3)) {
            try await router.carry(notice, in: .french)
        }
        #expect(carrier.count == 3)
        #expect(seen.withLock { $0 } == Array(repeating: MessageAttempt(.email, .busy), count: 3))
    }

    @Test(arguments: [
        MessageError.untrusted(.email, code: 60), .refused(.email, status: 550), .addressUnusable(.email),
        .folder(code: 28), .refused(.sms, status: 401),
    ])
    func doesNotRepeatWhatCannotPass(error: MessageError) async {
        let carrier = FailingCarrier([error])
        let router = MessageRouter([.email: carrier], pause: { _ in })
        await #expect(throws: error) { try await router.carry(notice, in: .french) }
        #expect(carrier.count == 1)
    }

    @Test func aWayWithoutCarrierIsAnError() async {
        await #expect(throws: MessageError.noCarrier(.email)) {
            try await MessageRouter([:]).carry(notice, in: .french)
        }
    }

    @Test func tellsOfWhatWasTakenAsOfWhatFailed() async throws {
        let seen = Mutex<[MessageAttempt]>([])
        let router = MessageRouter(
            [.email: FailingCarrier([.timedOut(.email)])],
            pause: { _ in },
            observe: { attempt in seen.withLock { $0.append(attempt) } }
        )
        try await router.carry(notice, in: .french)
        #expect(
            seen.withLock { $0 } == [MessageAttempt(.email, .timedOut(.email)), MessageAttempt(.email, nil)]
        )
    }

    @Test(arguments: [(-1, 1), (0, 1), (1, 1), (10, 10), (11, 10)]) func triesAreBounded(asked: Int, given: Int) {
        #expect(RetryPlan(attempts: asked).attempts == given)
    }

    @Test func noErrorNamesAnybody() {
        let errors: [MessageError] = [
            .noCarrier(.sms), .wrongCarrier(.email), .addressUnusable(.letter), .unreachable(.sms, code: 7),
            .timedOut(.sms), .untrusted(.email, code: 60), .refused(.sms, status: 500), .busy, .folder(code: 28),
            .printing(status: 1), .exhausted(.sms, attempts: 3),
        ]
        for error in errors { #expect(error.description.contains(": ") && !error.description.contains("@")) }
        #expect(SMTPCredentials(user: "u", password: "p").description == "•••")
        #expect(SMSToken(value: "secret").description == "•••")
    }
}
