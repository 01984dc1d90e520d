import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// Page 3, both steps: what is to carry codes is proved first (identity and experience § 7.1).
@Suite struct ActivationTests {
    /// Opens a record and answers what step 1 asks for.
    private static func opened(
        _ browser: Browser,
        _ stack: PortalStack,
        _ patient: SamplePatient
    ) async throws -> [String: String] {
        try await stack.invite(patient)
        _ = try await browser.get(Paths.opening)
        let code = try #require(stack.lastCode)
        _ = try await browser.post(Paths.opening, WalkTests.openingFields(patient, code: code))
        _ = try await browser.get(Paths.activation)
        return [
            FormNames.ins: patient.ins.matricule.text, FormNames.letterCode: try #require(stack.lastCode),
            FormNames.secret: patient.secretCode,
        ]
    }

    /// § 7.1, page 3.
    @Test func aWrongCodeIsSaidAndAnEmptyOneLeavesThatWayOut() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let asked = try await browser.post(Paths.activation, try await Self.opened(browser, stack, patient))
            #expect(asked.status == .ok && PageChecker.faults(in: asked.body) == [])
            #expect(asked.body.contains("•• •• •• •• 34") && !asked.body.contains(patient.email))
            #expect(!asked.body.contains(patient.secretCode))
            let right = try WalkTests.proofs(asked, stack)
            let (sms, email) = (ProofFields.codeName(.sms), ProofFields.codeName(.email))
            let other = right[sms] == "000000" ? "000001" : "000000"
            for wrong in [[sms: "", email: ""], [sms: "12", email: ""], [sms: other, email: ""]] {
                let again = try await browser.post(Paths.activationProofs, right.merging(wrong) { $1 })
                #expect(again.status == .unprocessableContent && PageChecker.faults(in: again.body) == [])
                #expect(again.body.contains("•• •• •• •• 34"))
            }
            let done = try await browser.post(Paths.activationProofs, right.merging([sms: ""]) { $1 })
            #expect(done.headers[.location] == Paths.activated)
            _ = try await browser.get(Paths.signIn)
            let begun = try await browser.post(
                Paths.signIn,
                [
                    FormNames.ins: patient.ins.matricule.text, FormNames.secret: patient.secretCode,
                    FormNames.channel: "sms",
                ]
            )
            let code = try await browser.follow(begun)
            #expect(code.body.contains("par e-mail") && !code.body.contains("•• •• •• •• 34"))
        }
    }

    @Test func anotherNumberIsProvedInThePlaceOfTheOldOne() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            var fields = try await Self.opened(browser, stack, patient)
            let odd = try await browser.post(Paths.activation, fields.merging([FormNames.phone: "01"]) { $1 })
            #expect(odd.status == .unprocessableContent && PageChecker.faults(in: odd.body) == [])
            fields[FormNames.phone] = "06 39 98 56 78"
            let asked = try await browser.post(Paths.activation, fields)
            #expect(asked.body.contains("•• •• •• •• 78"))
            let done = try await browser.post(Paths.activationProofs, try WalkTests.proofs(asked, stack))
            #expect(done.headers[.location] == Paths.activated)
        }
    }

    /// Identity and experience § 10, 1: the second step says no more than the first.
    @Test func theCodesOfNobodysProofAreAnsweredAlike() async throws {
        let stack = try PortalStack()
        let (known, unknown) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            _ = try await Self.opened(Browser(client), stack, known)
            var shapes: [String] = []
            for patient in [known, unknown] {
                let browser = Browser(client)
                _ = try await browser.get(Paths.activation)
                let shown = try await browser.post(
                    Paths.activationProofs,
                    [
                        FormNames.ins: patient.ins.matricule.text, "preuve-sms": "AAAA", "avant-sms": "1775031600000",
                        "vers-sms": "•• 34", ProofFields.codeName(.sms): "123456",
                    ]
                )
                shapes.append(
                    "\(shown.status.code) "
                        + shown.body.replacing(patient.ins.matricule.text, with: "")
                        .replacing(/name="jeton" value="[^"]*"/, with: "")
                )
            }
            #expect(shapes[0] == shapes[1] && shapes[0].hasPrefix("422"))
        }
    }

    /// Identity and experience § 2.2: whose tries are over hears it, and where another code comes from.
    @Test func afterThreeWrongCodesAnotherIsOffered() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let asked = try await browser.post(Paths.activation, try await Self.opened(browser, stack, patient))
            let right = try WalkTests.proofs(asked, stack)
            let (sms, email) = (ProofFields.codeName(.sms), ProofFields.codeName(.email))
            let wrong = [sms: right[sms] == "000000" ? "000001" : "000000", email: ""]
            for rank in 1...3 {
                let again = try await browser.post(Paths.activationProofs, right.merging(wrong) { $1 })
                #expect(again.status == .unprocessableContent && PageChecker.faults(in: again.body) == [])
                #expect(again.body.contains(SignInText.codeUsedUp(.french)) == (rank == 3))
                // The other code is still good.
                #expect(again.body.contains("action=\"\(Paths.activationProofs)\""))
            }
            let both = [sms: wrong[sms] ?? "", email: right[email] == "000000" ? "000001" : "000000"]
            var last = try await browser.post(Paths.activationProofs, right.merging(both) { $1 })
            for _ in 0..<3 {
                let other = right.merging([sms: "", email: both[email] ?? ""]) { $1 }
                last = try await browser.post(Paths.activationProofs, other)
            }
            #expect(last.body.contains(SignInText.newCode(.french)) && PageChecker.faults(in: last.body) == [])
            #expect(!last.body.contains("action=\"\(Paths.activationProofs)\""))
        }
    }

    /// Whoever signs in before the second letter is told where it belongs; everybody hears the same.
    @Test func aSignInBeforeTheSecondLetterLeadsToTheActivation() async throws {
        let stack = try PortalStack()
        let (known, unknown) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            _ = try await Self.opened(Browser(client), stack, known)
            for patient in [known, unknown] {
                let browser = Browser(client)
                _ = try await browser.get(Paths.signIn)
                let refused = try await browser.post(
                    Paths.signIn,
                    [FormNames.ins: patient.ins.matricule.text, FormNames.secret: patient.secretCode]
                )
                #expect(refused.status == .unprocessableContent && PageChecker.faults(in: refused.body) == [])
                #expect(refused.body.contains("href=\"\(Paths.activation)\""))
                #expect(!refused.body.contains("aria-invalid"))
            }
        }
    }
}
