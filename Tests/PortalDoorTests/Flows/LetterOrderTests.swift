import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import PortalDoor

/// Page 5: a lost letter is sent again, and nobody learns from it who is known (identity and experience § 10, 1).
@Suite struct LetterOrderTests {
    private static func fields(_ patient: SamplePatient) -> [String: String] {
        let date = patient.traits.birthDate
        return [
            FormNames.ins: patient.ins.matricule.text, FormNames.birthDate: "\(date.day)/\(date.month)/\(date.year)",
        ]
    }

    private static func letters(_ stack: PortalStack) -> Int {
        stack.notices.count { sent in
            switch sent.notice {
            case .openingCode, .activationCode: true
            default: false
            }
        }
    }

    @Test func theFirstLetterIsSentAgainAndTheOldOneIsOver() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await stack.invite(patient)
            let old = try #require(stack.lastCode)
            #expect(PageChecker.faults(in: try await browser.get(Paths.letterOrder).body) == [])
            // Too soon: the answer is the same, and nothing leaves.
            #expect(
                try await browser.post(Paths.letterOrder, Self.fields(patient)).headers[.location]
                    == Paths.letterOrdered
            )
            #expect(Self.letters(stack) == 1)
            stack.advance(seconds: 4 * 86_400)
            #expect(
                try await browser.post(Paths.letterOrder, Self.fields(patient)).headers[.location]
                    == Paths.letterOrdered
            )
            #expect(Self.letters(stack) == 2)
            _ = try await browser.get(Paths.opening)
            let refused = try await browser.post(Paths.opening, WalkTests.openingFields(patient, code: old))
            #expect(refused.status == .unprocessableContent)
            let new = try #require(stack.lastCode)
            let opened = try await browser.post(Paths.opening, WalkTests.openingFields(patient, code: new))
            #expect(opened.status == .seeOther)
            // The second letter likewise.
            stack.advance(seconds: 4 * 86_400)
            _ = try await browser.get(Paths.letterOrder)
            _ = try await browser.post(Paths.letterOrder, Self.fields(patient))
            #expect(Self.letters(stack) == 4)
            let activated = try await WalkTests.activate(browser, stack, patient)
            #expect(activated.headers[.location] == Paths.activated)
        }
    }

    /// § 7.1, page 5.
    @Test func everybodyHearsTheSame() async throws {
        let stack = try PortalStack()
        let (invited, nobody, active) = (
            try #require(stack.people.patient("paul")), try #require(stack.people.patient("gisele")),
            try #require(stack.people.patient("jeanne"))
        )
        try await stack.door().application.test(.router) { client in
            try await WalkTests.enter(Browser(client), stack, active)
            try await stack.invite(invited)
            stack.advance(seconds: 4 * 86_400)
            let before = Self.letters(stack)
            var answers: Set<String> = []
            var elder = Self.fields(invited)
            elder[FormNames.birthDate] = "1/1/1930"
            for fields in [Self.fields(nobody), Self.fields(active), elder, Self.fields(invited)] {
                let browser = Browser(client)
                _ = try await browser.get(Paths.letterOrder)
                let sent = try await browser.post(Paths.letterOrder, fields)
                let shown = try await browser.follow(sent)
                answers.insert(
                    "\(sent.status) \(sent.headers[.location] ?? "") "
                        + shown.body.replacing(/name="jeton" value="[^"]*"/, with: "")
                )
            }
            #expect(answers.count == 1)
            // To the one who waits for it alone.
            #expect(Self.letters(stack) == before + 1)
        }
    }
}
