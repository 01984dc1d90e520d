import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// Pages 21 and 23 offer what the record's set offers, and the service takes nothing else (C4; § 5).
@Suite struct SetChoiceTests {
    private static func entered(
        _ set: String,
        _ act: @escaping @Sendable (PortalStack, Browser) async throws -> Void
    ) async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            if set != "mes2026" {
                let ins = try #require(QualifiedINS(patient.ins, in: .rehearsal))
                try await stack.service.migrate(ins, to: set)
            }
            try await act(stack, browser)
        }
    }

    private static func file(_ stack: PortalStack, _ browser: Browser) async throws -> HolderFile {
        let visit = try await stack.holder(browser)
        let file = try await stack.service.file(visit)
        stack.service.leave(visit)
        return file
    }

    /// Whether a form was answered by the page that says why nothing changed, and nothing did.
    private static func expectImpossible(
        _ stack: PortalStack,
        _ browser: Browser,
        _ fields: [String: String]
    ) async throws {
        let before = try await file(stack, browser).policy.emergency
        for path in [Paths.emergencySummary, Paths.emergency] {
            _ = try await browser.get(Paths.emergency)
            let answer = try await browser.post(path, fields)
            #expect(answer.headers[.location] == Paths.emergency + "?fait=impossible", "\(path)")
            let page = try await browser.follow(answer)
            #expect(page.body.contains("ne permettent pas ce choix") && PageChecker.faults(in: page.body) == [])
        }
        #expect(try await file(stack, browser).policy.emergency == before)
    }

    /// Page 2: a letter may belong to another set than new records do; what that one does not know is refused by its box, once the
    /// letter is proved, and the letter still serves.
    @Test func aLetterOfAnotherSetSaysWhichBoxItDoesNotKnow() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await stack.service.invite(
                Invitation(ins: patient.ins, traits: patient.traits, policySet: "era2007")
            )
            let page = try await browser.get(Paths.opening)
            #expect(page.body.contains("name=\"\(FormNames.masked)\""))
            let right = WalkTests.openingFields(patient, code: try #require(stack.lastCode))
            let masked = right.merging([FormNames.masked: "oui"]) { $1 }
            let refused = try await browser.post(Paths.opening, masked)
            #expect(refused.status == .unprocessableContent && PageChecker.faults(in: refused.body) == [])
            #expect(refused.body.contains("id=\"\(FormNames.masked)-erreur\""))
            #expect(refused.body.contains("ne connaissent pas ce choix"))
            let wrong = masked.merging([FormNames.letterCode: "ABCDEFGHJKM"]) { $1 }
            let unknown = try await browser.post(Paths.opening, wrong)
            #expect(unknown.status == .unprocessableContent && !unknown.body.contains("ne connaissent pas ce choix"))
            #expect(try await browser.post(Paths.opening, right).status == .seeOther)
        }
    }

    /// Access and life cycle § 3.3: an accurate sentence, and no switch that decides nothing.
    @Test func whereNoEmergencyOpensNothingIsOffered() async throws {
        try await Self.entered("era2007") { stack, browser in
            let page = try await browser.get(Paths.emergency)
            #expect(PageChecker.faults(in: page.body) == [])
            #expect(!page.body.contains(Paths.emergencySummary))
            try await Self.expectImpossible(stack, browser, [FormNames.breakGlass: "non"])
        }
    }

    /// Access and life cycle § 3.3: masks stay where the set does not lift them, and nobody is asked.
    @Test func whereMasksStayTheTwoAccessesAreChosenAlone() async throws {
        try await Self.entered("era2011") { stack, browser in
            let two = [FormNames.breakGlass: "non", FormNames.regulation: "oui"]
            try await Self.expectImpossible(stack, browser, two.merging([FormNames.masked: "oui"]) { $1 })
            let summary = try await browser.post(Paths.emergencySummary, two)
            #expect(summary.status == .ok && PageChecker.faults(in: summary.body) == [])
            let done = try await browser.follow(try await browser.post(Paths.emergency, two))
            #expect(done.body.contains(EmergencyText.done.phrase.french))
            let wishes = try await Self.file(stack, browser).policy.emergency
            #expect(wishes == EmergencyWishes(refusesBreakGlass: true))
            // One of those offered that is missing is a form that says nothing.
            let missing = try await browser.post(Paths.emergencySummary, [FormNames.breakGlass: "oui"])
            #expect(missing.status == .badRequest)
        }
    }

    /// Order of 26/10/2023: no box of the holder's silences a first access; what is kept of an older choice stays as if it were none.
    @Test(arguments: [("mes2026", true), ("era2011", false)])
    func aFirstAccessIsNoChoiceOfTheHolders(set: String, isTold: Bool) async throws {
        try await Self.entered(set) { stack, browser in
            let page = try await browser.get(Paths.notices)
            #expect(PageChecker.faults(in: page.body) == [])
            #expect(!page.body.contains("name=\"\(FormNames.firstAccess)\""))
            #expect(page.body.contains("name=\"\(FormNames.newDocument)\""))
            #expect(page.body.contains("lit mon dossier pour la première fois") == isTold)
            _ = try await browser.post(Paths.notices, [FormNames.firstAccess: "non", FormNames.channel: "sms"])
            let kept = try await Self.file(stack, browser).notices
            #expect(kept == NoticeChoices(firstAccess: true, newDocument: false, channel: .sms))
        }
    }

    /// Page 15: what is noted is kept as a document, so that it is offered only where the set takes documents from their holder.
    @Test(arguments: [("mes2026", true), ("era2019", true), ("era2007", false)])
    func wishesAreOfferedOnlyWhereTheyWouldBeKept(set: String, isOffered: Bool) async throws {
        try await Self.entered(set) { stack, browser in
            let page = try await browser.get(Paths.wishes)
            #expect(page.status == .ok && PageChecker.faults(in: page.body) == [])
            #expect(page.body.contains("href=\"\(Paths.wishesChange)\"") == isOffered)
            #expect(page.body.contains(WishesText.notKept(.french)) == !isOffered)
            #expect(!page.body.contains(WishesText.carerMayNot(.french)))
            // What the holder says of heirs is no document.
            #expect(page.body.contains(Paths.heirs))
            #expect(try await browser.get(Paths.wishesChange).status == (isOffered ? .ok : .forbidden))
            _ = try await browser.get(Paths.wishes)
            let fields = ["personne-0": "Paul Lavigne"]
            let summary = try await browser.post(Paths.wishesChange, fields)
            #expect(summary.status == (isOffered ? .ok : .forbidden))
            _ = try await browser.get(Paths.wishes)
            let filed = try await browser.post(Paths.wishesSummary, fields)
            #expect(filed.status == (isOffered ? .seeOther : .forbidden))
        }
    }

    /// Page 29, TD1.3b, TD1.5: the help sends people to a professional only where the set of their record lets professionals
    /// change its data; without a record it says what new records get.
    @Test(arguments: [("mes2026", false), ("era2019", true), ("era2007", false)])
    func theHelpFollowsTheSetOfTheRecord(set: String, isAtDesk: Bool) async throws {
        try await Self.entered(set) { stack, browser in
            let page = try await browser.get(Paths.help)
            #expect(page.status == .ok && PageChecker.faults(in: page.body) == [])
            for text in [HelpText.phoneDesk, .nameDesk, .moveDesk] {
                #expect(page.body.contains(text(.french)) == isAtDesk, "\(text)")
            }
            for text in [HelpText.phoneHelp, .name, .move] {
                #expect(page.body.contains(text(.french)) == !isAtDesk, "\(text)")
            }
            let stranger = try await Browser(browser.client).get(Paths.help)
            #expect(stranger.body.contains(HelpText.move(.french)))
            #expect(!stranger.body.contains(HelpText.moveDesk(.french)))
        }
    }
}
