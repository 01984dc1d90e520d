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

/// Whoever was only ever refused stands in the holder's history, and is met there like anybody else (§ 7.1, pages 17, 18, 22).
@Suite struct RefusedProfessionalTests {
    /// § 7.1, page 18: the card page of a refused professional has what that of any other has.
    @Test func whoWasOnlyRefusedCanBeLookedUpBlockedAndReported() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let dentist = try #require(stack.people.professional("dentist"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let path = /href="(\/professionnels\/[A-Za-z0-9_-]{22})"/
            #expect(try await browser.get(Paths.professionals).body.firstMatch(of: path) == nil)
            let visit = try await stack.visit(dentist, of: patient)
            await #expect(throws: (any Error).self) { _ = try await stack.service.list(visit) }
            stack.service.leave(visit)

            let history = try await browser.get(Paths.history)
            let sheet = String(try #require(history.body.firstMatch(of: path)).1)
            let report = String(
                try #require(history.body.firstMatch(of: /href="(\/signaler\?professionnel=[^"]+)"/)).1
            ).replacing("&amp;", with: "&")
            #expect(history.body.contains(sheet + "/" + ProfessionalChoice.block.rawValue))
            #expect(try await browser.get(report).status == .ok)

            let people = try await browser.get(Paths.professionals)
            #expect(people.body.contains("id=\"sans-autorisation\"") && people.body.contains(sheet))
            #expect(PageChecker.faults(in: people.body) == [])
            let shown = try await browser.get(sheet)
            #expect(shown.status == .ok && PageChecker.faults(in: shown.body) == [])
            let block = sheet + "/" + ProfessionalChoice.block.rawValue
            #expect(try await browser.get(block).status == .ok)
            #expect(try await browser.post(block, [:]).status == .seeOther)
            let blocked = try await browser.get(Paths.professionals)
            #expect(blocked.body.contains(sheet) && !blocked.body.contains("id=\"sans-autorisation\""))
        }
    }
}
