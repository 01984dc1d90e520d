import Crypto
import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import PageKit
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// Page 27 and page 4 with a passkey; what the script does stands in `Tests/foreign/test_keys.py`, in a real browser.
@Suite struct PasskeyFlowTests {
    /// What a browser with an authenticator answers to the page (WebAuthn § 5, § 6).
    private struct Device {
        let key = P256.Signing.PrivateKey()
        let credential = [UInt8](repeating: 9, count: 32)
        var user = ""
        var counter: UInt32 = 0

        private func data(_ flags: UInt8, _ rest: [UInt8] = []) -> [UInt8] {
            Array(SHA256.hash(data: Data("dmp.example.fr".utf8))) + [flags]
                + withUnsafeBytes(of: counter.bigEndian) { [UInt8]($0) } + rest
        }

        private func client(_ page: Browser.Shown, _ type: String) throws -> [UInt8] {
            let challenge = String(try #require(page.body.firstMatch(of: /data-challenge="([^"]*)"/)).1)
            return Array(
                #"{"type":"\#(type)","challenge":"\#(challenge)","origin":"https://dmp.example.fr","crossOrigin":false}"#
                    .utf8
            )
        }

        mutating func made(_ page: Browser.Shown) throws -> [String: String] {
            user = String(try #require(page.body.firstMatch(of: /data-user="([^"]*)"/)).1)
            let point = Array(key.publicKey.rawRepresentation)
            let cose: [UInt8] =
                [0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20] + point.prefix(32) + [0x22, 0x58, 0x20]
                + point.suffix(32)
            let rest = [UInt8](repeating: 0, count: 16) + [0, 32] + credential + cose
            return [
                PasskeyForm.credential: Base64URL.text(credential),
                PasskeyForm.client: Base64URL.text(try client(page, "webauthn.create")),
                PasskeyForm.authenticator: Base64URL.text(data(0x45, rest)),
                PasskeyForm.publicKey: Base64URL.text(Array(key.publicKey.derRepresentation)),
            ]
        }

        mutating func answer(_ page: Browser.Shown) throws -> [String: String] {
            counter += 1
            let (client, data) = (try client(page, "webauthn.get"), data(0x05))
            let signature = try key.signature(for: data + Array(SHA256.hash(data: client)))
            return [
                PasskeyForm.credential: Base64URL.text(credential), PasskeyForm.client: Base64URL.text(client),
                PasskeyForm.authenticator: Base64URL.text(data),
                PasskeyForm.signature: Base64URL.text(Array(signature.derRepresentation)), PasskeyForm.user: user,
            ]
        }
    }

    /// § 4: devices without a password are enrolled and revoked (§ 7.1, page 27).
    @Test func oneIsAddedUsedAndRevoked() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            _ = try await browser.get(Paths.passkey)
            let asked = try await browser.post(Paths.passkey, [FormNames.keyName: "Téléphone <b>"])
            #expect(asked.status == .ok && PageChecker.faults(in: asked.body) == [])
            // Scripts of the portal's own, in files, on this page; nothing else is let in.
            #expect(asked.headers[.contentSecurityPolicy]?.hasSuffix("; script-src 'self'") == true)
            #expect(asked.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
            var device = Device()
            var made = try device.made(asked)
            made[FormNames.keyName] = "Téléphone <b>"
            let added = try await browser.follow(try await browser.post(Paths.passkeyMade, made))
            #expect(added.body.contains(PasskeyText.added.phrase.french) && added.body.contains("Téléphone &lt;b&gt;"))
            #expect(PageChecker.faults(in: added.body) == [])

            let other = Browser(client)
            _ = try await other.get(Paths.signIn)
            let question = try await other.post(Paths.passkeySignIn, [:])
            #expect(question.status == .ok && PageChecker.faults(in: question.body) == [])
            var wrong = try device.answer(question)
            wrong[PasskeyForm.signature] = Base64URL.text([1, 2, 3])
            let refused = try await other.post(Paths.passkeySignInAnswer, wrong)
            #expect(refused.status == .unprocessableContent && PageChecker.faults(in: refused.body) == [])
            let again = try await other.post(Paths.passkeySignIn, [:])
            let entered = try await other.post(Paths.passkeySignInAnswer, try device.answer(again))
            #expect(entered.headers[.location] == Paths.record)
            // It is both factors: what needs a fresh code is open.
            #expect(try await other.get(Paths.secret).status == .ok)

            stack.advance(seconds: 301)
            let stale = try await other.follow(try await other.get(Paths.secret))
            #expect(stale.body.contains(PasskeyText.use.phrase.french))
            let stepUp = try await other.post(Paths.passkeyStepUp, [FormNames.next: "code-secret"])
            var answer = try device.answer(stepUp)
            answer[FormNames.next] = "code-secret"
            let before = other.cookies["__Host-dmp"]
            let fresh = try await other.post(Paths.passkeyStepUpAnswer, answer)
            #expect(fresh.headers[.location] == Paths.secret && other.cookies["__Host-dmp"] != before)
            let account = try await other.get(Paths.account)
            let id = String(try #require(account.body.firstMatch(of: /cle\/retirer\?choix=([0-9a-f-]+)/)).1)
            let summary = try await other.get(Paths.passkeyRemoval + "?choix=" + id)
            #expect(summary.status == .ok && PageChecker.faults(in: summary.body) == [])
            let removed = try await other.follow(
                try await other.post(Paths.passkeyRemoval, [FormNames.choice: id])
            )
            #expect(removed.body.contains(PasskeyText.removed.phrase.french))
            let last = try await Browser(client).get(Paths.signIn)
            #expect(last.status == .ok)
        }
    }

    /// A browser without scripts sends an empty form: it is told how to go on, and nothing changes.
    @Test func withoutAScriptNothingHappens() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let stranger = Browser(client)
            _ = try await stranger.get(Paths.signIn)
            #expect(try await stranger.post(Paths.passkeySignInAnswer, [:]).status == .unprocessableContent)
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            _ = try await browser.get(Paths.passkey)
            #expect(try await browser.post(Paths.passkeyMade, [:]).status == .unprocessableContent)
            #expect(try await browser.get(Paths.account).body.contains(PasskeyText.none.phrase.french))
        }
    }
}
