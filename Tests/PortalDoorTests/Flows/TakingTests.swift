import Custody
import Foundation
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

/// Page 7: a chosen set of documents as one file, each a reading of its own (identity and experience § 7.1).
@Suite struct TakingTests {
    private static func opened(
        _ act: @escaping @Sendable (PortalStack, Browser, [String]) async throws -> Void
    ) async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            for document in stack.people.documents(of: "jeanne").filter({ $0.replaces == nil }).prefix(4) {
                try await stack.deposit(document)
            }
            let list = try await browser.get(Paths.documents)
            #expect(PageChecker.faults(in: list.body) == [])
            #expect(list.body.contains(TakingText.take.phrase.french))
            let boxes = list.body.matches(of: /name="choix" value="([0-9a-f-]{36})"/).map { String($0.output.1) }
            #expect(boxes.count == 4)
            try await act(stack, browser, boxes)
        }
    }

    /// § 7.1, page 7.
    @Test func theChosenComeAsOneFileAndEachIsTracedAsRead() async throws {
        try await Self.opened { stack, browser, boxes in
            let chosen = Array(boxes.prefix(2))
            let sent = try await browser.download(Paths.taking, chosen.map { (FormNames.choice, $0) })
            #expect(sent.status == .ok && sent.headers[.contentType] == "application/zip")
            #expect(sent.headers[.cacheControl] == "no-store")
            let deposited = try stack.people.documents(of: "jeanne").filter { $0.replaces == nil }.prefix(4)
                .map { try $0.bytes() }
            let files = try CopyTests.files(sent.bytes)
            #expect(Set(files.values).intersection(deposited).count == 2)
            #expect(files.keys.allSatisfy { $0.hasPrefix("001") || $0.hasPrefix("002") })
            let visit = try await stack.holder(browser)
            let read = try await stack.service.history(limit: 100, visit).events.filter { $0.act == .read }
            #expect(read.count == 2)
            #expect(Set(read.flatMap(\.documents).map(\.text)) == Set(chosen))
        }
    }

    @Test func noneAndTooManyAndWhatIsNotThereAreRefused() async throws {
        try await Self.opened { stack, browser, boxes in
            let many = (0..<21).map { "00000000-0000-4000-8000-0000000000\(10 + $0)" }
            for (chosen, words) in [([], "au moins un"), (many, "20 documents au plus")] {
                let shown = try await browser.post(Paths.taking, chosen.map { (FormNames.choice, $0) })
                #expect(shown.status == .unprocessableContent && shown.body.contains(words))
                #expect(PageChecker.faults(in: shown.body) == [])
            }
            // As many as the limit are a choice like any other; none of these is there.
            for count in [PortalDoor.pageSize - 1, PortalDoor.pageSize] {
                let shown = try await browser.post(Paths.taking, many.prefix(count).map { (FormNames.choice, $0) })
                #expect(shown.status == .notFound)
            }
            let absent = try await browser.post(
                Paths.taking,
                (boxes + [many[0]]).map { (FormNames.choice, $0) }
            )
            #expect(absent.status == .notFound)
            let visit = try await stack.holder(browser)
            #expect(try await stack.service.history(limit: 100, visit).events.allSatisfy { $0.act != .read })
        }
    }

    /// § 2.5: a carer takes no copy away, nor a part of one.
    @Test func aCarerTakesNothingAway() async throws {
        let stack = try PortalStack()
        let (patient, carer) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: carer, of: patient, as: .carer)
            try await stack.deposit(try #require(stack.people.documents(of: "jeanne").first { $0.replaces == nil }))
            let list = try await browser.get(Paths.documents)
            #expect(list.status == .ok && !list.body.contains(TakingText.take.phrase.french))
            let id = try #require(list.body.firstMatch(of: /href="\/documents\/([0-9a-f-]{36})"/)).1
            #expect(try await browser.post(Paths.taking, [FormNames.choice: String(id)]).status == .forbidden)
        }
    }
}
