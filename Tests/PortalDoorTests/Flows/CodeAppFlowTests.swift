import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import Custody
@testable import PortalDoor

/// Page 27 and page 4 with an application that shows codes (identity and experience § 2.6, channels).
@Suite struct CodeAppFlowTests {
    /// What the application makes of the key on the page.
    private func code(_ page: Browser.Shown, _ stack: PortalStack) throws -> String {
        let key = String(try #require(page.body.firstMatch(of: /<p class="key"[^>]*><bdi>([A-Z2-7 ]+)<\/bdi>/)).1)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bytes, held, count) = ([UInt8](), UInt32(0), 0)
        for character in key where character != " " {
            held = held << 5 | UInt32(try #require(alphabet.firstIndex(of: character)))
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(held >> UInt32(count) & 0xFF))
            }
        }
        return TimeCode.code(bytes, step: TimeCode.step(at: stack.now))
    }

    @Test func itIsAddedUsedAndTakenAway() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            _ = try await browser.get(Paths.codeApp)
            let offer = try await browser.post(Paths.codeApp, [:])
            #expect(offer.status == .ok && PageChecker.faults(in: offer.body) == [])
            #expect(offer.body.contains("otpauth://totp/DMP:") && offer.body.contains("<svg class=\"qr\""))
            #expect(!offer.body.contains(patient.ins.matricule.text))
            let wrong = try await browser.post(Paths.codeAppCode, [FormNames.code: "12"])
            #expect(wrong.status == .unprocessableContent && PageChecker.faults(in: wrong.body) == [])
            // The key was shown once.
            #expect(!wrong.body.contains("otpauth:"))
            let done = try await browser.follow(
                try await browser.post(Paths.codeAppCode, [FormNames.code: try code(offer, stack)])
            )
            #expect(done.body.contains(CodeAppText.added.phrase.french) && PageChecker.faults(in: done.body) == [])

            stack.advance(seconds: 30)
            let other = Browser(client)
            _ = try await other.get(Paths.signIn)
            let begun = try await other.post(
                Paths.signIn,
                [FormNames.ins: patient.ins.matricule.text, FormNames.secret: patient.secretCode]
            )
            let asked = try await other.follow(begun)
            #expect(asked.body.contains(CodeAppText.codeTitle.phrase.french))
            let entered = try await other.post(Paths.code, [FormNames.code: try code(offer, stack)])
            #expect(entered.headers[.location] == Paths.record)

            _ = try await browser.get(Paths.codeAppRemoval)
            let removed = try await browser.follow(try await browser.post(Paths.codeAppRemoval, [:]))
            #expect(removed.body.contains(CodeAppText.removed.phrase.french))
        }
    }

    /// ASVS 7.5.1: to add or take away needs a code of a moment ago.
    @Test func everyChangeNeedsAFreshCode() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            stack.advance(seconds: 301)
            for path in [Paths.codeApp, Paths.codeAppRemoval, Paths.passkey] {
                let asked = try await browser.get(path)
                #expect(asked.headers[.location]?.hasPrefix(Paths.stepUp + "?suite=") == true, "\(path)")
            }
            _ = try await browser.get(Paths.settings)
            for path in [
                Paths.codeApp, Paths.codeAppCode, Paths.codeAppRemoval, Paths.passkey, Paths.passkeyMade,
            ] {
                let asked = try await browser.post(path, [:])
                #expect(asked.headers[.location]?.hasPrefix(Paths.stepUp + "?suite=") == true, "\(path)")
            }
        }
    }
}
