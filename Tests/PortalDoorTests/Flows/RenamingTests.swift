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

/// Page 8: a document of one's own gets another title, as a new version of the same bytes (CSP R1111-42).
@Suite struct RenamingTests {
    private static func opened(
        _ act: @escaping @Sendable (PortalStack, Browser, DocumentEntry, DocumentEntry) async throws -> Void
    ) async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let visit = try await stack.holder(browser)
            let own = try await stack.service.depositOwn(
                OwnDocument(
                    title: "Mesure",
                    type: Code("DOCPAT02", CodeSystem.frenchType),
                    mediaType: "text/plain",
                    bytes: Array("Poids : 60".utf8),
                    visibility: [.maskedToProfessionals]
                ),
                visit
            )
            try await stack.deposit(try #require(stack.people.documents(of: "paul").first))
            let other = try #require(try await stack.service.list(visit).clinical.first { $0.id != own.id })
            stack.service.leave(visit)
            try await act(stack, browser, own, other)
        }
    }

    /// § 7.1, page 8.
    @Test func theNewVersionBearsTheTitleAndNothingElseChanges() async throws {
        try await Self.opened { stack, browser, own, _ in
            #expect(try await browser.get(Paths.document(own.id)).body.contains(Paths.rename(own.id)))
            let form = try await browser.get(Paths.rename(own.id))
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            for wrong in ["", "   ", String(repeating: "é", count: 101)] {
                let refused = try await browser.post(Paths.rename(own.id), [FormNames.title: wrong])
                #expect(refused.status == .unprocessableContent && PageChecker.faults(in: refused.body) == [])
            }
            let done = try await browser.post(Paths.rename(own.id), [FormNames.title: " Mon poids <en> mars "])
            let page = try await browser.follow(done)
            #expect(page.status == .ok && page.body.contains(RenamingText.done.phrase.french))
            #expect(PageChecker.faults(in: page.body) == [])
            let visit = try await stack.holder(browser)
            let entries = try await stack.service.list(visit).clinical
            let new = try #require(entries.first { $0.replaces == own.id })
            let old = try #require(entries.first { $0.id == own.id })
            #expect(new.title == "Mon poids <en> mars" && new.status == .approved && old.status == .deprecated)
            #expect(new.sha256 == own.sha256 && new.typeCode == own.typeCode && new.visibility == own.visibility)
            #expect(new.creationTime == own.creationTime && new.serviceStart == own.serviceStart)
            let traces = try await stack.service.history(limit: 100, visit).events
            #expect(traces.contains { $0.act == .deposit && $0.documents.contains(new.id) })
            stack.service.leave(visit)
            // The one before is a version now, and has no other title.
            _ = try await browser.get(Paths.documents)
            #expect(try await browser.post(Paths.rename(own.id), [FormNames.title: "Encore"]).status == .notFound)
        }
    }

    @Test func nobodyElsesDocumentIsRenamed() async throws {
        try await Self.opened { stack, browser, _, other in
            #expect(!(try await browser.get(Paths.document(other.id)).body.contains(Paths.rename(other.id))))
            #expect(try await browser.get(Paths.rename(other.id)).status == .notFound)
            _ = try await browser.get(Paths.documents)
            #expect(try await browser.post(Paths.rename(other.id), [FormNames.title: "À moi"]).status == .notFound)
            let visit = try await stack.holder(browser)
            await #expect {
                _ = try await stack.service.renameOwn(other.id, to: "À moi", visit)
            } throws: {
                if case .notFound? = $0 as? ServiceError { true } else { false }
            }
        }
    }
}
