import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageKit
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// Acts that weigh more ask for secret and code again (identity and experience § 2.6; ASVS 7.5.3).
@Suite struct FreshnessTests {
    @Test func aProofHoldsFiveMinutesAndForItsOwnSession() throws {
        let seal = try #require(Seal(secret: [UInt8](repeating: 1, count: 32)))
        let other = try #require(Seal(secret: [UInt8](repeating: 2, count: 32)))
        let now = PageSamples.now
        let text = try #require(Freshness(session: "a", at: now).sealed(seal))
        #expect(Freshness.holds(text, session: "a", now: now.advanced(bySeconds: 300), seal))
        #expect(!Freshness.holds(text, session: "a", now: now.advanced(bySeconds: 301), seal))
        #expect(!Freshness.holds(text, session: "a", now: now.advanced(bySeconds: -1), seal))
        #expect(!Freshness.holds(text, session: "b", now: now, seal))
        #expect(!Freshness.holds(text, session: "a", now: now, other))
        #expect(!Freshness.holds(nil, session: "a", now: now, seal))
    }

    /// Passing from one record to another makes no code fresher than it was.
    @Test func aProofIsAsOldInTheNextSession() async throws {
        let stack = try PortalStack()
        let child = try #require(stack.people.patients.first { $0.isMinor(on: PortalStack.start.date) })
        let parent = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: parent, of: child)
            let family = try await browser.get(Paths.family)
            let name = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
            let mandate = String(try #require(family.body.firstMatch(of: name)).0)
            stack.advance(seconds: 200)
            let passed = try await browser.post(Paths.switchProfile, [FormNames.person: mandate])
            #expect(passed.headers[.location] == Paths.record)
            #expect(try await browser.get(Paths.inviteParent).status == .ok)
            stack.advance(seconds: 101)
            let asked = try await browser.get(Paths.inviteParent)
            #expect(asked.headers[.location]?.hasPrefix(Paths.stepUp + "?suite=") == true)
        }
    }

    /// A page says that a code will be asked for where it will be, and nothing where it was given a moment ago.
    @Test func thatACodeWillBeAskedForIsSaidOnlyWhereItWill() async throws {
        let stack = try PortalStack()
        let said: [(path: String, text: String)] = [
            (Paths.emergency, EmergencyText.stepUp(.french)), (Paths.copy, CopyText.stepUp(.french)),
            (Paths.account, AccountText.stepUpNote(.french)),
        ]
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, try #require(stack.people.patient("paul")))
            for (path, text) in said { #expect(!(try await browser.get(path).body.contains(text)), "\(path)") }
            stack.advance(seconds: 301)
            for (path, text) in said { #expect(try await browser.get(path).body.contains(text), "\(path)") }
        }
    }

    @Test func afterFiveMinutesSecretAndCodeAreAskedAgain() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            #expect(try await browser.get(Paths.secret).status == .ok)
            stack.advance(seconds: 301)
            for path in [Paths.secret, Paths.channels, Paths.inviteCarer] {
                let asked = try await browser.get(path)
                #expect(asked.headers[.location]?.hasPrefix(Paths.stepUp + "?suite=") == true, "\(path)")
            }
            _ = try await browser.get(Paths.settings)
            let closing = [FormNames.choice: "fermer", FormNames.read: "oui"]
            #expect(
                try await browser.post(Paths.closingSummary, closing).headers[.location]
                    == Paths.stepUp + "?suite=fermeture"
            )
            let before = browser.cookies["__Host-dmp"]
            _ = try await browser.get(Paths.stepUp + "?suite=code-secret")
            let wrong = try await browser.post(
                Paths.stepUp,
                [FormNames.next: "code-secret", FormNames.secret: "un tout autre secret 42"]
            )
            #expect(wrong.status == .unprocessableContent)
            let begun = try await browser.post(
                Paths.stepUp,
                [FormNames.next: "code-secret", FormNames.secret: patient.secretCode]
            )
            _ = try await browser.follow(begun)
            let done = try await browser.post(Paths.stepUpCode, [FormNames.code: try #require(stack.lastCode)])
            #expect(done.headers[.location] == Paths.secret)
            #expect(try await browser.follow(done).status == .ok)
            // The session has a new name, and the old one is over (ASVS 7.2.4).
            let after = browser.cookies["__Host-dmp"]
            #expect(after != before)
            browser.cookies["__Host-dmp"] = before
            #expect(try await browser.get(Paths.record).status == .unauthorized)
        }
    }

    @Test func theWayOnIsOneOfAClosedList() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            for target in ["https%3A%2F%2Failleurs.example", "%2F%2Failleurs.example", "%2Fdossier", ""] {
                #expect(try await browser.get(Paths.stepUp + "?suite=" + target).status == .notFound)
            }
        }
    }
}
