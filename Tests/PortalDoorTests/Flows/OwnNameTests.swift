import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Synchronization
import Testing
import Wording

@testable import PortalDoor

/// Page 27 and page 4 with a name of one's own (design § 6; identity and experience § 2.2, § 2.6).
@Suite struct OwnNameTests {
    /// § 7.1, page 27.
    @Test func itIsChosenUsedAndTakenAway() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let form = try await browser.get(Paths.ownName)
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            for (text, fault) in [
                (patient.ins.matricule.text, OwnNameText.number), ("paul@exemple.fr", .characters), ("", .tooShort),
            ] {
                let refused = try await browser.post(Paths.ownName, [FormNames.ownName: text])
                #expect(refused.status == .unprocessableContent && PageChecker.faults(in: refused.body) == [])
                #expect(refused.body.contains(fault.phrase.french), "\(fault)")
            }
            let kept = try await browser.follow(
                try await browser.post(Paths.ownName, [FormNames.ownName: "Paul.du.Jardin"])
            )
            #expect(kept.body.contains(OwnNameText.kept.phrase.french) && kept.body.contains("paul.du.jardin"))
            #expect(PageChecker.faults(in: kept.body) == [])

            let other = Browser(client)
            _ = try await other.get(Paths.signIn)
            let fields = [FormNames.ins: "paul.du.jardin ", FormNames.secret: patient.secretCode]
            let code = try await other.follow(try await other.post(Paths.signIn, fields))
            #expect(code.status == .ok)
            let entered = try await other.post(Paths.code, [FormNames.code: try #require(stack.lastCode)])
            #expect(entered.headers[.location] == Paths.record)

            _ = try await browser.get(Paths.ownName)
            let dropped = try await browser.follow(try await browser.post(Paths.ownNameRemoval, [:]))
            #expect(dropped.body.contains(OwnNameText.dropped.phrase.french))
            let late = Browser(client)
            _ = try await late.get(Paths.signIn)
            #expect(try await late.post(Paths.signIn, fields).status == .unprocessableContent)
        }
        // Design § 6: in no log.
        #expect(!stack.log.withLock { $0.joined() }.contains("paul.du.jardin"))
    }

    /// Identity and experience § 10, 1.
    @Test func aNameThatNobodyHasIsAnsweredLikeAnother() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            _ = try await browser.get(Paths.ownName)
            _ = try await browser.post(Paths.ownName, [FormNames.ownName: "paul.du.jardin"])
            for path in [Paths.signIn, Paths.reopening, Paths.erasure] {
                var shapes: [String] = []
                for name in ["paul.du.jardin", "jean.du.jardin"] {
                    let stranger = Browser(client)
                    _ = try await stranger.get(path)
                    let shown = try await stranger.post(
                        path,
                        [FormNames.ins: name, FormNames.secret: "Quatre-Mots-Bien-Longs"]
                    )
                    let body = shown.body.replacing(name, with: "")
                        .replacing(/name="jeton" value="[^"]*"/, with: "")
                    shapes.append("\(shown.status.code) " + body)
                }
                #expect(shapes[0] == shapes[1] && shapes[0].hasPrefix("422"), "\(path)")
            }
        }
    }

    @Test func somebodyElsesNameIsNotAvailableAndNoMoreIsSaid() async throws {
        let stack = try PortalStack()
        let (paul, jeanne) = (
            try #require(stack.people.patient("paul")), try #require(stack.people.patient("jeanne"))
        )
        try await stack.door().application.test(.router) { client in
            let (one, other) = (Browser(client), Browser(client))
            try await WalkTests.enter(one, stack, paul)
            try await WalkTests.enter(other, stack, jeanne)
            for browser in [one, other] { _ = try await browser.get(Paths.ownName) }
            let name = [FormNames.ownName: "jardin.bleu"]
            #expect(try await one.post(Paths.ownName, name).status == .seeOther)
            for attempt in 0..<6 {
                let refused = try await other.post(Paths.ownName, name)
                #expect(refused.status == (attempt < 5 ? .unprocessableContent : .tooManyRequests))
                #expect(refused.body.contains(OwnNameText.taken.phrase.french) == (attempt < 5))
                #expect(PageChecker.faults(in: refused.body) == [])
            }
        }
    }

    /// ASVS 7.5.1: to change it needs a code of a moment ago.
    @Test func everyChangeNeedsAFreshCode() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            stack.advance(seconds: 301)
            let asked = try await browser.get(Paths.ownName)
            #expect(asked.headers[.location] == Paths.stepUp + "?suite=identifiant")
            _ = try await browser.get(Paths.settings)
            for path in [Paths.ownName, Paths.ownNameRemoval] {
                let asked = try await browser.post(path, [FormNames.ownName: "jardin.bleu"])
                #expect(asked.headers[.location] == Paths.stepUp + "?suite=identifiant")
            }
        }
    }
}
