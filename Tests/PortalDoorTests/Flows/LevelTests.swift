import HTTPTypes
import HealthRecord
import HummingbirdTesting
import SampleRecords
import ServerKit
import Synchronization
import Testing

@testable import PortalDoor

/// A refusal of an entry page comes no sooner to somebody unknown than to anybody else (identity and experience § 10, 1;
/// ASVS 6.3.8).
@Suite struct LevelTests {
    /// A clock that stands, and notes how long it was asked to wait.
    private final class Waiting: Sendable {
        let spells = Mutex<[Duration]>([])

        var clock: ServerClock {
            ServerClock(
                wallMilliseconds: { 0 },
                monotonicNanoseconds: { 1 },
                sleep: { spell in self.spells.withLock { $0.append(spell) } }
            )
        }

        /// What was waited for since the last look.
        func look() -> [Duration] {
            spells.withLock { spells in
                defer { spells = [] }
                return spells
            }
        }
    }

    /// Every form that somebody without a session may send, with what refuses it.
    private static let forms = [
        Paths.signIn, Paths.opening, Paths.activation, Paths.reopening, Paths.erasure, Paths.newRepresentative,
        Paths.newRepresentativeRefusal,
    ]

    private static func fields(_ patient: SamplePatient) -> [String: String] {
        var fields = WalkTests.openingFields(patient, code: "ABCD-EFGH-JKM")
        fields[FormNames.secret] = "Quatre-Mots-Bien-Longs"
        fields[FormNames.secretAgain] = "Quatre-Mots-Bien-Longs"
        return fields
    }

    @Test func everyRefusalOfAnEntryPageIsHeldToTheHousesFloor() async throws {
        let waiting = Waiting()
        let stack = try PortalStack(refusals: (AnswerFloor(), waiting.clock))
        let (known, unknown) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            try await WalkTests.open(Browser(client), stack, known)
            #expect(waiting.look() == [])
            for patient in [known, unknown] {
                for path in Self.forms {
                    let browser = Browser(client)
                    _ = try await browser.get(path == Paths.newRepresentativeRefusal ? Paths.newRepresentative : path)
                    #expect(try await browser.post(path, Self.fields(patient)).status == .unprocessableContent)
                    #expect(waiting.look() == [AnswerFloor().least], "\(path)")
                }
            }
            // A form that is not even filled in waits as well: nothing is told apart by it.
            let browser = Browser(client)
            _ = try await browser.get(Paths.signIn)
            #expect(try await browser.post(Paths.signIn, [:]).status == .unprocessableContent)
            #expect(waiting.look() == [AnswerFloor().least])
        }
    }

    @Test func wrongCodesAndVoidSignInsWaitAndASignInDoesNot() async throws {
        let waiting = Waiting()
        let stack = try PortalStack(refusals: (AnswerFloor(), waiting.clock))
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            // Six forms were accepted on the way in; what may be said is never held back.
            #expect(waiting.look() == [])
            let again = Browser(client)
            _ = try await again.get(Paths.signIn)
            let fields = [FormNames.ins: patient.ins.matricule.text, FormNames.secret: patient.secretCode]
            _ = try await again.follow(try await again.post(Paths.signIn, fields))
            let code = try #require(stack.lastCode)
            let wrong = code == "000000" ? "000001" : "000000"
            var bodies: [String] = []
            for _ in 0..<4 {
                let refused = try await again.post(Paths.code, [FormNames.code: wrong])
                #expect(refused.status == .unprocessableContent)
                #expect(waiting.look() == [AnswerFloor().least])
                bodies.append(refused.body.replacing(/name="jeton" value="[^"]*"/, with: ""))
            }
            // The third used the code up, and the fourth was void before it was made: both are told so alike.
            #expect(Set(bodies.prefix(2)).count == 1 && Set(bodies.suffix(2)).count == 1)
            #expect(bodies.map { $0.contains("Demandez-en un nouveau") } == [false, false, true, true])
            // Too soon for another code, and too late for any: held back alike.
            _ = try await again.post(Paths.resend, [FormNames.channel: "email"])
            #expect(waiting.look() == [AnswerFloor().least])
            again.cookies["__Host-dmp-etape"] = nil
            #expect(try await again.post(Paths.code, [FormNames.code: wrong]).headers[.location] == Paths.signIn)
            #expect(waiting.look() == [AnswerFloor().least])
        }
    }

    @Test func manyTriesAreToldToWaitNoSoonerEither() async throws {
        let waiting = Waiting()
        let stack = try PortalStack(refusals: (AnswerFloor(), waiting.clock))
        let unknown = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            _ = try await browser.get(Paths.signIn)
            for _ in 0..<5 { _ = try await browser.post(Paths.signIn, Self.fields(unknown)) }
            _ = waiting.look()
            #expect(try await browser.post(Paths.signIn, Self.fields(unknown)).status == .tooManyRequests)
            #expect(waiting.look() == [AnswerFloor().least])
        }
    }
}
