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

/// Closed and opened again by whoever acts for the holder (access and life cycle § 1.1, § 4).
@Suite struct ComingBackTests {
    private static func child(_ stack: PortalStack) throws -> SamplePatient {
        try #require(stack.people.patients.first { $0.isMinor(on: PortalStack.start.date) })
    }

    /// Asks for a closed record, by the page that leads to it.
    private static func ask(
        _ path: String,
        _ browser: Browser,
        _ patient: SamplePatient,
        called name: String = ""
    ) async throws -> Browser.Shown {
        let form = try await browser.get(path)
        #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
        return try await browser.post(
            path,
            [
                FormNames.ins: patient.ins.matricule.text, FormNames.secret: patient.secretCode,
                FormNames.given: name,
            ]
        )
    }

    /// R1111-36, § 4: from the page that closes to the child's record open again, in words that say whose it is.
    @Test func aParentClosesAndOpensAgain() async throws {
        let stack = try PortalStack()
        let parent = try #require(stack.people.patient("paul"))
        let child = try Self.child(stack)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: parent, of: child)
            #expect(try await browser.get(Paths.closing).status == .ok)
            let closed = try await browser.post(
                Paths.closing,
                [FormNames.choice: "fermer", FormNames.secret: parent.secretCode]
            )
            let done = try await browser.follow(closed)
            #expect(done.body.contains("Ce dossier est fermé") && !done.body.contains("Votre dossier est fermé"))
            #expect(PageChecker.faults(in: done.body) == [])
            // Nobody whom he acts for is called so.
            let wrong = try await Self.ask(Paths.reopening, browser, parent, called: "Personne")
            #expect(wrong.status == .unprocessableContent && PageChecker.faults(in: wrong.body) == [])
            // As much of a name is looked at as the form lets people type.
            for step in [-1, 0, 1] {
                let long = String(repeating: "n", count: ClosedRecordPage.longestName + step)
                let shown = try await browser.post(Paths.reopening, [FormNames.given: long])
                let kept = ClosedRecordPage.longestName + min(step, 0)
                #expect(shown.body.contains("value=\"\(String(repeating: "n", count: kept))\""))
            }
            let code = try await browser.follow(try await Self.ask(Paths.reopening, browser, parent))
            #expect(PageChecker.faults(in: code.body) == [])
            let reopened = try await browser.follow(
                try await browser.post(Paths.returnCode, [FormNames.code: try #require(stack.lastCode)])
            )
            #expect(reopened.body.contains("<h1>Ce dossier est rouvert</h1>"))
            #expect(PageChecker.faults(in: reopened.body) == [])
            try await WalkTests.signIn(browser, stack, parent)
            #expect(try await browser.get(Paths.record).status == .ok)
        }
    }

    /// R1111-36: the destruction is asked for under the child's name.
    @Test func aParentAsksForTheDestruction() async throws {
        let stack = try PortalStack()
        let parent = try #require(stack.people.patient("paul"))
        let child = try Self.child(stack)
        let ins = try #require(QualifiedINS(child.ins, in: .rehearsal))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: parent, of: child)
            try await stack.service.close(ins, reason: .authority)
            let visitor = Browser(client)
            let name = child.traits.birthGivenNames[0]
            _ = try await visitor.follow(try await Self.ask(Paths.erasure, visitor, parent, called: name))
            let asked = try await visitor.post(Paths.returnCode, [FormNames.code: try #require(stack.lastCode)])
            #expect(asked.headers[.location] == Paths.erasureAsked + "?" + Paths.ofAnother)
            #expect(PageChecker.faults(in: try await visitor.follow(asked).body) == [])
            #expect(try await stack.news.contains { if case .erasureAsked = $0.notice { true } else { false } })
        }
    }

    /// § 1.1 (CSP L1111-16): whom a court lets change nothing in the life of the record is told no, after the code.
    @Test func whoMayNotIsToldSo() async throws {
        let stack = try PortalStack()
        let guardian = try #require(stack.people.patient("paul"))
        let holder = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(
                browser,
                stack,
                parent: guardian,
                of: holder,
                as: .representation,
                limits: .noWishes
            )
            try await stack.service.close(
                try #require(QualifiedINS(holder.ins, in: .rehearsal)),
                reason: .holderRequest
            )
            let visitor = Browser(client)
            _ = try await visitor.follow(try await Self.ask(Paths.reopening, visitor, guardian))
            let refused = try await visitor.post(Paths.returnCode, [FormNames.code: try #require(stack.lastCode)])
            #expect(refused.status == .forbidden && PageChecker.faults(in: refused.body) == [])
        }
    }

    /// Whoever is signed in reads among those he acts for whose record is closed, and how it comes back.
    @Test func closedRecordsAreShownToWhoeverMayOpenThem() async throws {
        let stack = try PortalStack()
        let parent = try #require(stack.people.patient("paul"))
        let child = try Self.child(stack)
        let ins = try #require(QualifiedINS(child.ins, in: .rehearsal))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.open(Browser(client), stack, child)
            try await WalkTests.enter(browser, stack, parent)
            _ = try await stack.service.declareRepresentative(
                NewRepresentative(
                    name: PersonName(
                        family: parent.traits.birthFamilyName,
                        given: parent.traits.birthGivenNames[0]
                    ),
                    birthDate: parent.traits.birthDate,
                    ins: try #require(QualifiedINS(parent.ins, in: .rehearsal)),
                    kind: .parent,
                    address: ["1 rue des Lilas", "75020 Paris"]
                ),
                of: ins,
                basis: "assurance maladie"
            )
            let visit = try await stack.holder(browser)
            try await stack.service.acceptRepresentation(code: try #require(stack.lastLetterCode), visit)
            stack.service.leave(visit)
            #expect(try await !browser.get(Paths.family).body.contains(Paths.reopening))
            try await stack.service.close(ins, reason: .authority)
            let family = try await browser.get(Paths.family)
            #expect(family.status == .ok && PageChecker.faults(in: family.body) == [])
            #expect(family.body.contains(FamilyText.closed.phrase.french) && family.body.contains(Paths.reopening))
        }
    }
}
