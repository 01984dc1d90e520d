import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// Somebody known and somebody unknown are answered alike (identity and experience § 10, 1).
@Suite struct AlikeTests {
    private func shape(_ shown: Browser.Shown, without text: String) -> String {
        "\(shown.status.code) " + shown.body.replacing(text, with: "").replacing(/name="jeton" value="[^"]*"/, with: "")
    }

    @Test func everyFormSaysTheSameToKnownAndUnknown() async throws {
        let stack = try PortalStack()
        let (known, unknown) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            try await WalkTests.enter(Browser(client), stack, known)
            let wrong = "Quatre-Mots-Bien-Longs"
            for path in [
                Paths.signIn, Paths.activation, Paths.opening, Paths.reopening, Paths.erasure, Paths.newRepresentative,
                Paths.firstAccess, Paths.objection,
            ] {
                var shapes: [String] = []
                for patient in [known, unknown] {
                    let browser = Browser(client)
                    _ = try await browser.get(path)
                    var fields = WalkTests.openingFields(known, code: "ABCD-EFGH-JKM")
                    fields[FormNames.ins] = patient.ins.matricule.text
                    fields[FormNames.secret] = wrong
                    fields[FormNames.secretAgain] = wrong
                    let shown = try await browser.post(path, fields)
                    #expect(PageChecker.faults(in: shown.body) == [])
                    #expect(!shown.body.contains(wrong))
                    shapes.append(shape(shown, without: patient.ins.matricule.text))
                }
                #expect(shapes[0] == shapes[1], "\(path)")
                #expect(shapes[0].hasPrefix("422"))
            }
        }
    }

    @Test func tooManyAttemptsWaitForBoth() async throws {
        let stack = try PortalStack()
        let (known, unknown) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            try await WalkTests.enter(Browser(client), stack, known)
            for patient in [known, unknown] {
                let browser = Browser(client)
                _ = try await browser.get(Paths.signIn)
                let fields = [FormNames.ins: patient.ins.matricule.text, FormNames.secret: "Quatre-Mots-Bien-Longs"]
                for _ in 0..<5 { #expect(try await browser.post(Paths.signIn, fields).status == .unprocessableContent) }
                let shown = try await browser.post(Paths.signIn, fields)
                #expect(shown.status == .tooManyRequests)
                #expect(shown.headers[.retryAfter] != nil)
            }
        }
    }

    @Test func aNetworkThatGuessesIsSlowed() async throws {
        let stack = try PortalStack(misses: 3)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            _ = try await browser.get(Paths.signIn)
            for _ in 0..<3 { _ = try await browser.post(Paths.signIn, [:]) }
            let shown = try await browser.post(Paths.signIn, [:])
            #expect(shown.status == .tooManyRequests && shown.headers[.retryAfter] == "200")
            // How long in words, and the way back.
            #expect(shown.body.contains("Recommencez dans 4\u{A0}minutes."))
            #expect(shown.body.contains("href=\"\(Paths.signIn)\"") && shown.body.contains("Revenir à la page"))
            #expect(PageChecker.faults(in: shown.body) == [])
            stack.advance(seconds: 200)
            #expect(try await browser.post(Paths.signIn, [:]).status == .unprocessableContent)
        }
    }

    /// What is kept whenever it is asked for, and proofs whose handles anybody can make up, are counted for the network.
    @Test func whatAnybodyCanAskForWithoutEndIsSlowed() async throws {
        for path in [Paths.passkeySignIn, Paths.activationProofs] {
            let stack = try PortalStack(misses: 3)
            try await stack.door().application.test(.router) { client in
                let browser = Browser(client)
                _ = try await browser.get(path == Paths.passkeySignIn ? Paths.signIn : Paths.activation)
                for _ in 0..<3 { #expect(try await browser.post(path, [:]).status != .tooManyRequests) }
                #expect(try await browser.post(path, [:]).status == .tooManyRequests, "\(path)")
            }
        }
    }

    /// § 7.1, page 4; § 2.6: what strangers do wrong on the same network keeps nobody from the code of his own sign-in, and
    /// what succeeds is no miss.
    @Test func strangersErrorsOnTheSameNetworkKeepNobodyFromHisOwnCode() async throws {
        let stack = try PortalStack(misses: 3)
        let patient = try #require(stack.people.patient("jeanne"))
        let fields = [FormNames.ins: patient.ins.matricule.text, FormNames.secret: patient.secretCode]
        try await stack.door().application.test(.router) { client in
            try await WalkTests.enter(Browser(client), stack, patient)
            for _ in 0..<4 { try await WalkTests.signIn(Browser(client), stack, patient) }
            let browser = Browser(client)
            _ = try await browser.get(Paths.signIn)
            _ = try await browser.follow(try await browser.post(Paths.signIn, fields))
            let stranger = Browser(client)
            _ = try await stranger.get(Paths.signIn)
            for _ in 0..<3 { _ = try await stranger.post(Paths.signIn, [:]) }
            #expect(try await stranger.post(Paths.signIn, [:]).status == .tooManyRequests)
            let code = try #require(stack.lastCode)
            let wrong = code == "000000" ? "000001" : "000000"
            #expect(try await browser.post(Paths.code, [FormNames.code: wrong]).status == .unprocessableContent)
            #expect(try await browser.post(Paths.code, [FormNames.code: code]).headers[.location] == Paths.record)
        }
    }

    @Test func aCodeIsGoodForItsOwnSignInAlone() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            try await WalkTests.enter(Browser(client), stack, patient)
            let fields = [FormNames.ins: patient.ins.matricule.text, FormNames.secret: patient.secretCode]
            let (one, other) = (Browser(client), Browser(client))
            _ = try await one.get(Paths.signIn)
            _ = try await one.follow(try await one.post(Paths.signIn, fields))
            let code = try #require(stack.lastCode)
            _ = try await other.get(Paths.signIn)
            _ = try await other.follow(try await other.post(Paths.signIn, fields))
            let wrong = try await other.post(Paths.code, [FormNames.code: code])
            #expect(wrong.status == .unprocessableContent || stack.lastCode == code)
            #expect(PageChecker.faults(in: wrong.body) == [])
            #expect(try await one.post(Paths.code, [FormNames.code: code]).headers[.location] == Paths.record)
            // A cookie of which one character is not ours is no sign-in.
            other.cookies["__Host-dmp-etape"]? += "A"
            #expect(try await other.get(Paths.code).headers[.location] == Paths.signIn)
            #expect(try await other.post(Paths.resend, [:]).status != .ok)
        }
    }

    /// § 7.1, page 4; § 2.6: whoever ordered a code is told that its time or its tries are over, and how to get another.
    @Test(arguments: [true, false]) func aCodeThatIsOverSaysSoAndOffersAnother(isLate: Bool) async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            try await WalkTests.enter(Browser(client), stack, patient)
            let browser = Browser(client)
            _ = try await browser.get(Paths.signIn)
            let fields = [FormNames.ins: patient.ins.matricule.text, FormNames.secret: patient.secretCode]
            _ = try await browser.follow(try await browser.post(Paths.signIn, fields))
            let code = try #require(stack.lastCode)
            let wrong = code == "000000" ? "000001" : "000000"
            if isLate {
                stack.advance(seconds: 3600)
            } else {
                for _ in 0..<2 {
                    let again = try await browser.post(Paths.code, [FormNames.code: wrong])
                    #expect(again.body.contains(FieldText.codeFault(.french)))
                }
            }
            let over = try await browser.post(Paths.code, [FormNames.code: isLate ? code : wrong])
            #expect(over.status == .unprocessableContent && PageChecker.faults(in: over.body) == [])
            #expect(over.body.contains((isLate ? SignInText.codeExpired : .codeUsedUp)(.french)))
            #expect(over.body.contains("href=\"\(Paths.signIn)\"") && !over.body.contains("name=\"code\""))
            // It is announced as any fault is, and the page no longer asks for a code.
            #expect(over.body.contains("<title>Erreur — \(SignInText.codeOver(.french)) — DMP</title>"))
            #expect(over.body.contains("id=\"erreurs\"") && over.body.contains("href=\"#code-fini\""))
            #expect(over.body.contains("id=\"code-fini\""))
            for asking in [SignInText.codeTitle.phrase, ShellText.step(2, of: 2)] {
                #expect(!over.body.contains(asking.french), "\(asking.french)")
            }
        }
    }

    @Test func resendingWaitsAndThenSaysSo() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            try await WalkTests.enter(Browser(client), stack, patient)
            let browser = Browser(client)
            _ = try await browser.get(Paths.signIn)
            let fields = [FormNames.ins: patient.ins.matricule.text, FormNames.secret: patient.secretCode]
            _ = try await browser.follow(try await browser.post(Paths.signIn, fields))
            #expect(try await browser.post(Paths.resend, [FormNames.channel: "email"]).status == .tooManyRequests)
            stack.advance(seconds: 31)
            let sent = try await browser.follow(try await browser.post(Paths.resend, [FormNames.channel: "email"]))
            #expect(sent.body.contains("Un nouveau code vient de partir"))
            #expect(sent.body.contains("par e-mail"))
        }
    }

    @Test func theLanguageIsChosenAndKept() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let chosen = try await browser.get(Paths.home + "?lang=en")
            #expect(chosen.body.contains("<html lang=\"en\">"))
            let kept = try await browser.get(Paths.help)
            #expect(kept.body.contains("<html lang=\"en\">"))
            let changed = try await browser.get(Paths.help + "?lang=fr")
            #expect(changed.headers[.contentLanguage] == "fr")
            let english = Browser(client)
            english.language = "en-GB"
            let home = try await english.get(Paths.home)
            #expect(home.body.contains("Sign in"))
        }
    }
}
