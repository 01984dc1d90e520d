import AccessRules
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import PortalDoor

/// Page 19: the holder closes a category to a profession and opens it again (order of 26/10/2023).
@Suite struct CategoryTests {
    private static let pharmacist = "?profession=G15_21"

    private static func entered(
        _ act: @escaping @Sendable (PortalStack, Browser, SamplePatient) async throws -> Void
    ) async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            try await act(stack, browser, patient)
        }
    }

    /// The first gesture that the page offers for pharmacists.
    private static func offered(_ browser: Browser, _ word: String) async throws -> [String: String] {
        let page = try await browser.get(Paths.rights + pharmacist)
        #expect(PageChecker.faults(in: page.body) == [])
        let pattern = /categorie\?profession=G15_21&amp;categorie=(\d+)&amp;choix=([a-z]+)/
        let found = page.body.matches(of: pattern).first { $0.output.2 == word }
        let category = String(try #require(found).output.1)
        return ["profession": "G15_21", "categorie": category, "choix": word]
    }

    private static func path(_ values: [String: String]) -> String {
        Paths.categoryClosure + "?" + values.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
    }

    @Test func aCategoryIsClosedAfterItsSummaryAndOpenedAgainWithAFreshCode() async throws {
        try await Self.entered { stack, browser, _ in
            let closing = try await Self.offered(browser, "fermer")
            let summary = try await browser.get(Self.path(closing))
            #expect(PageChecker.faults(in: summary.body) == [])
            #expect(summary.body.contains("ne verra plus aucun document de cette catégorie"))
            let done = try await browser.follow(try await browser.post(Paths.categoryClosure, closing))
            #expect(done.body.contains("La catégorie est fermée à cette profession"))
            #expect(done.body.contains("Vous avez fermé cette catégorie de documents à cette profession"))
            var opening = closing
            opening["choix"] = "ouvrir"
            stack.advance(seconds: Freshness.term + 1)
            for answer in [
                try await browser.get(Self.path(opening)), try await browser.post(Paths.categoryClosure, opening),
            ] {
                #expect(answer.headers[.location] == Paths.stepUp + "?suite=qui-peut-voir-quoi")
            }
            #expect(try await Self.offered(browser, "ouvrir") == opening)
        }
    }

    @Test func nothingIsOfferedBeyondTheMatrixNorToStrangers() async throws {
        try await Self.entered { stack, browser, _ in
            var unknown = try await Self.offered(browser, "fermer")
            for (name, value) in [("categorie", "99"), ("profession", "G15_00"), ("choix", "autre")] {
                let former = unknown[name]
                unknown[name] = value
                let answer = try await browser.post(Paths.categoryClosure, unknown)
                #expect(answer.headers[.location] == Paths.rights)
                unknown[name] = former
            }
        }
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let page = try await Browser(client).get(Paths.rights + Self.pharmacist)
            #expect(!page.body.contains(Paths.categoryClosure))
        }
    }
}
