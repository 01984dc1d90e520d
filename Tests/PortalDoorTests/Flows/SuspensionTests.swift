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

/// A suspended record as its holder finds it: told, and objected to in words, once (CSP R1111-36).
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

    @Test(arguments: [false, true])
    func theWayToObjectIsTheHoldersOwn(acting: Bool) {
        let page = RecordPage(
            name: PageSamples.name,
            previousVisit: PageSamples.now,
            newDocuments: [],
            emergencies: [],
            lastAccesses: [],
            steps: [],
            isActing: acting,
            suspended: PageSamples.now
        )
        let html = page.render(in: acting ? PageSamples.acting(.french) : PageSamples.frame(.french, signedIn: true))
        let title = acting ? ForAnother.said(SuspensionText.title.phrase) : SuspensionText.title.phrase
        #expect(html.contains(title.french) && html.contains("Le dossier est suspendu depuis"))
        #expect(html.contains(Paths.suspension) == !acting)
    }
}
