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

/// Pages 7 and 8: a document kept at hand stands above the list, and only what is in sight can (§ 7.1, page 7).
@Suite struct PinTests {
    @Test func aPinnedDocumentStandsAboveTheList() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let documents = stack.people.documents(of: "jeanne").filter { $0.replaces == nil }
            try await stack.deposit(documents[0])
            let list = try await browser.get(Paths.documents)
            #expect(!list.body.contains(PinText.title.phrase.french))
            let path = String(try #require(list.body.firstMatch(of: /href="(\/documents\/[0-9a-f-]{36})"/)).1)
            let page = try await browser.get(path)
            #expect(page.body.contains(PinText.pin.phrase.french) && PageChecker.faults(in: page.body) == [])
            let pinned = try await browser.follow(
                try await browser.post(path + "/epingler", [FormNames.choice: "oui"])
            )
            #expect(pinned.body.contains(PinText.unpin.phrase.french) && PageChecker.faults(in: pinned.body) == [])
            let above = try await browser.get(Paths.documents)
            #expect(above.body.contains(PinText.title.phrase.french) && PageChecker.faults(in: above.body) == [])
            let filtered = try await browser.get(Paths.documents + "?ordre=titre")
            #expect(!filtered.body.contains(PinText.title.phrase.french))
            let gone = try await browser.follow(
                try await browser.post(path + "/epingler", [FormNames.choice: "non"])
            )
            #expect(gone.body.contains(PinText.unpinned.phrase.french))
            // What waits to be announced is not there to be pinned, like any other that is not.
            try await stack.deposit(documents[1], visibility: [Visibility.hiddenFromPatientCode])
            let absent = "/documents/00000000-0000-4000-8000-000000000000/epingler"
            #expect(try await browser.post(absent, [FormNames.choice: "oui"]).status == .notFound)
        }
    }
}
