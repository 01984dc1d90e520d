import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Testing

@testable import PortalDoor

/// Page 5, the letter: another secret for whoever has forgotten his (identity and experience § 2.6, recovery; ASVS 6.4.3).
@Suite struct NewSecretTests {
    private static let new = "quatre girafes lisent dehors"

    private static func order(_ patient: SamplePatient) -> [String: String] {
        let date = patient.traits.birthDate
        return [
            FormNames.ins: patient.ins.matricule.text, FormNames.birthDate: "\(date.day)/\(date.month)/\(date.year)",
        ]
    }

    private static func letter(_ stack: PortalStack) -> String? {
        stack.notices.reversed().lazy.compactMap { sent in
            if case .recoveryCode(let code) = sent.notice { code } else { nil }
        }.first
    }

    private static func fields(_ patient: SamplePatient, _ code: String) -> [String: String] {
        order(patient).merging([
            FormNames.letterCode: code, FormNames.secret: new, FormNames.secretAgain: new,
        ]) { $1 }
    }

    /// § 7.1, page 5.
    @Test func aLetterStandsForTheSecretAndNotForTheSecondFactor() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let stranger = Browser(client)
            _ = try await stranger.get(Paths.letterOrder)
            let ordered = try await stranger.post(Paths.letterOrder, Self.order(patient))
            #expect(ordered.headers[.location] == Paths.letterOrdered)
            let code = try #require(Self.letter(stack))
            let page = try await stranger.get(Paths.newSecret)
            #expect(PageChecker.faults(in: page.body) == [])
            // Another day of birth, another code: alike, and nothing changes.
            var wrong = Self.fields(patient, code)
            wrong[FormNames.birthDate] = "1/1/1930"
            let first = try await stranger.post(Paths.newSecret, wrong)
            let second = try await stranger.post(Paths.newSecret, Self.fields(patient, "0000000000A"))
            for refused in [first, second] {
                #expect(refused.status == .unprocessableContent && PageChecker.faults(in: refused.body) == [])
            }
            // A weak one is told, and uses nothing up.
            var weak = Self.fields(patient, code)
            (weak[FormNames.secret], weak[FormNames.secretAgain]) = ("motdepasse12", "motdepasse12")
            #expect(try await stranger.post(Paths.newSecret, weak).status == .unprocessableContent)
            #expect(try await browser.get(Paths.record).status == .ok)
            let before = try await stack.news.count
            let done = try await stranger.post(Paths.newSecret, Self.fields(patient, code))
            #expect(done.headers[.location] == Paths.newSecretKept)
            // Both ways are told, and what was open is closed.
            let told = try await stack.news.dropFirst(before).compactMap { sent in
                if case .accessChanged = sent.notice { sent.channel } else { nil }
            }
            #expect(Set(told) == [.sms("+33639981234"), .email(patient.email)])
            #expect(try await browser.get(Paths.record).status == .unauthorized)
            // Once only.
            #expect(
                try await stranger.post(Paths.newSecret, Self.fields(patient, code)).status == .unprocessableContent
            )
            _ = try await stranger.get(Paths.signIn)
            let old = try await stranger.post(
                Paths.signIn,
                [FormNames.ins: patient.ins.matricule.text, FormNames.secret: patient.secretCode]
            )
            #expect(old.status == .unprocessableContent)
            let begun = try await stranger.post(
                Paths.signIn,
                [FormNames.ins: patient.ins.matricule.text, FormNames.secret: Self.new]
            )
            #expect(begun.headers[.location] == Paths.code)
            let entered = try await stranger.post(Paths.code, [FormNames.code: try #require(stack.lastCode)])
            #expect(entered.headers[.location] == Paths.record)
        }
    }

    /// Nobody without a letter gets further than anybody unknown (identity and experience § 10, 1).
    @Test func withoutALetterTheKnownAndTheUnknownHearTheSame() async throws {
        let stack = try PortalStack()
        let (known, unknown) = (
            try #require(stack.people.patient("paul")), try #require(stack.people.patient("gisele"))
        )
        try await stack.door().application.test(.router) { client in
            try await WalkTests.enter(Browser(client), stack, known)
            var answers: Set<String> = []
            for patient in [known, unknown] {
                let browser = Browser(client)
                browser.cookies["__Host-dmp-formulaire"] = String(repeating: "A", count: 32)
                _ = try await browser.get(Paths.newSecret)
                let refused = try await browser.post(Paths.newSecret, Self.fields(patient, "ABCDEFGHJKM"))
                #expect(refused.status == .unprocessableContent)
                let date = Self.order(patient)[FormNames.birthDate] ?? ""
                answers.insert(
                    refused.body.replacing(patient.ins.matricule.text, with: "").replacing(date, with: "")
                )
            }
            #expect(answers.count == 1)
        }
    }
}
