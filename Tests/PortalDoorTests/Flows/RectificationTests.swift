import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import PortalDoor

/// Rectification asked on a document's page, and followed there (access and life cycle § 3.6).
@Suite struct RectificationTests {
    @Test func itIsAskedInWordsAndFollowed() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let sample = try #require(stack.people.documents(of: "jeanne").first { $0.replaces == nil })
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            try await stack.deposit(sample)
            let list = try await browser.get(Paths.documents)
            let id = String(try #require(list.body.firstMatch(of: /href="\/documents\/([0-9a-f-]{36})"/)).1)
            #expect(try await browser.get("/documents/\(id)").body.contains("/documents/\(id)/rectifier"))
            let form = try await browser.get("/documents/\(id)/rectifier")
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            #expect(form.body.contains("Votre demande va à l’auteur"))
            for words in ["", " … ", String(repeating: "a", count: 1001)] {
                let again = try await browser.post("/documents/\(id)/rectifier", [FormNames.words: words])
                #expect(again.status == .unprocessableContent && PageChecker.faults(in: again.body) == [])
            }
            let sent = try await browser.post(
                "/documents/\(id)/rectifier",
                [FormNames.words: "Ce n'est pas mon poids."]
            )
            let page = try await browser.follow(sent)
            #expect(PageChecker.faults(in: page.body) == [])
            #expect(page.body.contains("Votre demande de rectification est envoyée."))
            #expect(page.body.contains("en attente de la réponse de l’auteur"))
            // Asked once, until it is answered.
            #expect(!page.body.contains("/documents/\(id)/rectifier"))
            #expect(try await browser.get("/documents/\(id)/rectifier").status == .notFound)
            let visit = try await stack.visit(sample.author, of: patient)
            let request = try #require(try await stack.service.rectifications(visit).first)
            try await stack.service.answerRectification(request, .refused(reason: "Pesé ce jour-là."), visit)
            let answered = try await browser.get("/documents/\(id)")
            #expect(answered.body.contains("refusé") && answered.body.contains("Pesé ce jour-là."))
            // The next one is the operator's.
            #expect(try await browser.get("/documents/\(id)/rectifier").body.contains("Votre demande va au service"))
        }
    }

    /// What the holder brought himself he replaces or deletes himself.
    @Test func onesOwnDocumentNeedsNobody() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let entry = try await stack.service.depositOwn(
                OwnDocument(
                    title: "Poids",
                    type: Code("DOCPAT02", CodeSystem.frenchType),
                    mediaType: "text/plain",
                    bytes: Array("60".utf8)
                ),
                try await stack.holder(browser)
            )
            #expect(try await browser.get(Paths.document(entry.id)).body.contains("rectifier") == false)
            #expect(try await browser.get(Paths.rectification(entry.id)).status == .notFound)
        }
    }
}
