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

/// Whoever is asked to act for another from his own record sees what he is offered before he answers (§ 7.1, page 24).
@Suite struct OfferTests {
    /// Somebody with a record of his own, signed in and asked to help `jeanne`; the code of the letter.
    private static func asked(
        _ stack: PortalStack,
        _ browser: Browser
    ) async throws -> (helper: SamplePatient, code: String) {
        let helper = try #require(stack.people.patient("paul"))
        let holder = try #require(stack.people.patient("jeanne"))
        try await WalkTests.open(Browser(browser.client), stack, holder)
        try await WalkTests.enter(browser, stack, helper)
        _ = try await stack.service.declareRepresentative(
            NewRepresentative(
                name: PersonName(family: helper.traits.birthFamilyName, given: helper.traits.birthGivenNames[0]),
                birthDate: helper.traits.birthDate,
                ins: try #require(QualifiedINS(helper.ins, in: .rehearsal)),
                kind: .carer,
                until: PortalStack.start.advanced(bySeconds: 400 * 86_400),
                address: ["1 rue des Lilas", "75020 Paris"]
            ),
            of: try #require(QualifiedINS(holder.ins, in: .rehearsal)),
            basis: "essai"
        )
        return (helper, try #require(stack.lastLetterCode))
    }

    private static func post(_ browser: Browser, _ path: String, _ code: String) async throws -> Browser.Shown {
        _ = try await browser.get(Paths.acceptInvitation)
        return try await browser.post(path, [FormNames.letterCode: code])
    }

    /// § 7.1, page 24.
    @Test(arguments: [(Paths.acceptOffer, "accepte", true), (Paths.refuseOffer, "refuse", false)])
    func theOfferIsShownBeforeItIsAnswered(path: String, done: String, isAccepted: Bool) async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let (_, code) = try await Self.asked(stack, browser)
            // Looking answers nothing and uses nothing up.
            for _ in 0..<6 {
                let offer = try await Self.post(browser, Paths.acceptInvitation, code)
                #expect(offer.status == .ok && PageChecker.faults(in: offer.body) == [])
                for said in [
                    "Agir dans le dossier de Jeanne", "Proche aidant", "On vous demande d",
                    "jusqu’au", "Lire ses documents", "ni autoriser ou bloquer", "Accepter cette invitation",
                    "Refuser cette invitation",
                ] { #expect(offer.body.contains(said), "\(said)") }
            }
            #expect(try await browser.get(Paths.family).body.contains("Aucun autre dossier"))
            let answered = try await Self.post(browser, path, code)
            #expect(answered.headers[.location] == Paths.family + "?fait=\(done)")
            let family = try await browser.follow(answered)
            #expect(family.body.contains("Ouvrir le dossier de Jeanne") == isAccepted)
            #expect(family.body.contains("L’invitation est refusée.") != isAccepted)
            // The letter is used up by either answer.
            for step in [Paths.acceptInvitation, Paths.acceptOffer, Paths.refuseOffer] {
                #expect(try await Self.post(browser, step, code).status == .unprocessableContent)
            }
        }
    }

    /// A letter is its addressee's: to anybody else its code is a wrong one.
    @Test func nobodyElseSeesOrAnswersTheOffer() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let (helper, code) = try await Self.asked(stack, browser)
            let other = try #require(
                stack.people.patients.first {
                    !["jeanne", helper.key].contains($0.key) && !$0.isMinor(on: PortalStack.start.date)
                }
            )
            let stranger = Browser(client)
            try await WalkTests.enter(stranger, stack, other)
            for step in [Paths.acceptInvitation, Paths.acceptOffer, Paths.refuseOffer] {
                let shown = try await Self.post(stranger, step, code)
                #expect(shown.status == .unprocessableContent && !shown.body.contains("Jeanne"), "\(step)")
            }
            #expect(try await Self.post(browser, Paths.acceptInvitation, code).status == .ok)
        }
    }
}
