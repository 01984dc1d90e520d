import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import PageKit
import RecordService
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// A suspended record as its holder finds it, and whoever acts for him: told, and objected to in words, once (CSP R1111-36).
@Suite struct SuspensionTests {
    @Test func theHolderIsToldAndObjects() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            // Of a record that is not suspended there is no such page.
            #expect(try await browser.get(Paths.suspension).status == .notFound)
            #expect(try await browser.post(Paths.suspension, [FormNames.words: "Non"]).status == .notFound)
            let ins = try #require(QualifiedINS(patient.ins, in: .rehearsal))
            try await stack.service.suspend(ins, reason: "fraude")
            try await WalkTests.signIn(browser, stack, patient)
            let record = try await browser.get(Paths.record)
            #expect(record.status == .ok && record.body.contains(Paths.suspension))
            #expect(PageChecker.faults(in: record.body) == [])
            let page = try await browser.get(Paths.suspension)
            #expect(page.status == .ok && PageChecker.faults(in: page.body) == [])
            for wrong in ["", "42", String(repeating: "a", count: 2001)] {
                let refused = try await browser.post(Paths.suspension, [FormNames.words: wrong])
                #expect(refused.status == .unprocessableContent && PageChecker.faults(in: refused.body) == [])
            }
            let sent = try await browser.follow(
                try await browser.post(Paths.suspension, [FormNames.words: "Ce n'est pas moi."])
            )
            #expect(sent.body.contains(SuspensionText.waiting.phrase.french))
            #expect(PageChecker.faults(in: sent.body) == [])
            let again = try await browser.post(Paths.suspension, [FormNames.words: "Encore"])
            #expect(again.status == .conflict)
        }
    }

    /// § 1.1, § 4: a parent comes in to a child's suspended record, reads no document there, and objects for the child.
    @Test func aParentIsToldAndObjectsForTheChild() async throws {
        let stack = try PortalStack()
        let parent = try #require(stack.people.patient("paul"))
        let child = try #require(stack.people.patients.first { $0.isMinor(on: PortalStack.start.date) })
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: parent, of: child)
            try await stack.service.suspend(try #require(QualifiedINS(child.ins, in: .rehearsal)), reason: "fraude")
            try await WalkTests.signIn(browser, stack, parent)
            let record = try await browser.get(Paths.record)
            #expect(record.status == .ok && record.body.contains(Paths.suspension))
            #expect(PageChecker.faults(in: record.body) == [])
            #expect(record.body.contains("Ce dossier est suspendu"))
            // A court that keeps documents out of a mandate is another matter.
            #expect(!record.body.contains(FamilyText.limitDocuments(.french)))
            let page = try await browser.get(Paths.suspension)
            #expect(page.status == .ok && PageChecker.faults(in: page.body) == [])
            let sent = try await browser.follow(
                try await browser.post(Paths.suspension, [FormNames.words: "La demande ne vient pas de nous."])
            )
            #expect(sent.body.contains(ForAnother.said(SuspensionText.waiting.phrase).french))
            #expect(PageChecker.faults(in: sent.body) == [])
        }
    }

    @Test(arguments: [false, true], [false, true])
    func theWayToObjectIsForWhoeverMay(acting: Bool, mayObject: Bool) {
        let page = RecordPage(
            name: PageSamples.name,
            previousVisit: PageSamples.now,
            newDocuments: [],
            emergencies: [],
            lastAccesses: [],
            steps: [],
            isActing: acting,
            suspended: PageSamples.now,
            mayObject: mayObject
        )
        let html = page.render(in: acting ? PageSamples.acting(.french) : PageSamples.frame(.french, signedIn: true))
        let title = acting ? ForAnother.said(SuspensionText.title.phrase) : SuspensionText.title.phrase
        #expect(html.contains(title.french) && html.contains("Le dossier est suspendu depuis"))
        #expect(html.contains(Paths.suspension) == mayObject)
    }
}
