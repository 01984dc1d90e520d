import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import PortalDoor

/// Page 7: the list narrowed to one author (§ 7.1, page 7).
@Suite struct AuthorFilterTests {
    private static func links(_ shown: Browser.Shown) -> Set<String> {
        Set(shown.body.matches(of: /href="(\/documents\/[0-9a-f-]{36})"/).map { String($0.output.1) })
    }

    /// The handle under which the page offers somebody's documents.
    private static func handle(of author: SampleProfessional, _ list: Browser.Shown) throws -> String {
        let field = try #require(list.body.firstRange(of: "name=\"auteur\""))
        let offered = list.body[field.upperBound...].matches(
            of: /<option value="([A-Za-z0-9_-]{22})">([^<]*)<\/option>/
        )
        let family = author.name.family.lowercased()
        return String(try #require(offered.first { $0.output.2.lowercased().contains(family) }).output.1)
    }

    @Test func theDocumentsOfOthersDisappear() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, try #require(stack.people.patient("jeanne")))
            let samples = stack.people.documents(of: "jeanne").filter { $0.replaces == nil && $0.visibility.isEmpty }
            let first = try #require(samples.first)
            let second = try #require(samples.first { $0.author.name.family != first.author.name.family })
            for document in [first, second] { try await stack.deposit(document) }
            let visit = try await stack.holder(browser)
            let entries = try await stack.service.list(visit).clinical
            stack.service.leave(visit)
            let list = try await browser.get(Paths.documents)
            #expect(Self.links(list) == Set(entries.map { Paths.document($0.id) }) && entries.count == 2)
            for document in [first, second] {
                let entry = try #require(entries.first { $0.uniqueID == document.uniqueID })
                let handle = try Self.handle(of: document.author, list)
                let shown = try await browser.get(Paths.documents + "?auteur=\(handle)")
                #expect(shown.status == .ok && PageChecker.faults(in: shown.body) == [])
                #expect(Self.links(shown) == [Paths.document(entry.id)])
            }
            // What the page did not offer is nobody.
            let nobody = try await browser.get(Paths.documents + "?auteur=" + String(repeating: "A", count: 22))
            #expect(nobody.status == .ok && Self.links(nobody) == [])
        }
    }
}
