import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// § 7.2, page 9: what the representatives of a minor see of a document that stands in the record (CSP R1111-50).
@Suite struct RepresentativesTests {
    /// What the author's software finds; a child has no access of his own.
    private static func entries(_ stack: CareStack, _ patient: SamplePatient) async throws -> [DocumentEntry] {
        let author = try #require(stack.people.professional("gp"))
        return try await stack.service.list(try await stack.visit(author, of: patient)).entries
    }

    /// The effect is told first, the act is the author's, and the minor still reads.
    @Test func aDocumentIsClosedToTheRepresentativesAfterItWasFiled() async throws {
        let stack = try CareStack()
        let patient = try stack.minor()
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let (page, id) = try await Walk.add(browser, handle)
            let path = "/dossiers/\(handle)/documents/\(id)/changer/fermer-aux-representants"
            #expect(page.body.contains(path) && !page.body.contains("ouvrir-aux-representants"))
            let told = try await browser.get(path)
            #expect(told.body.contains("Les représentants légaux ne verront plus ce document."))
            #expect(told.body.contains("Il ne pourra pas revenir seul sur ce choix."))
            let done = try await browser.follow(try await browser.post(path))
            #expect(done.body.contains("Les représentants légaux ne voient plus ce document."))
            #expect(done.body.contains("Gardez ce secret."))
            #expect(!done.body.contains(path) && done.body.contains("/changer/ouvrir-aux-representants"))
            // A second time there is nothing to change.
            #expect(try await browser.get(path).headers[.location] == "/dossiers/\(handle)/documents/\(id)")
            try await browser.get("/dossiers/\(handle)/documents/\(id)")
            #expect(try await browser.post(path).status != .seeOther)
        }
        let entry = try #require(try await Self.entries(stack, patient).first)
        #expect(entry.visibility == .hiddenFromRepresentatives)
    }

    /// TD3.3b, EX_3.3-1045: what is opened to them stays open to those who have read it, and the page says so.
    @Test func aDocumentIsOpenedToTheRepresentatives() async throws {
        let stack = try CareStack()
        let patient = try stack.minor()
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let (page, id) = try await Walk.add(browser, handle, ["secret": "oui"])
            let path = "/dossiers/\(handle)/documents/\(id)/changer/ouvrir-aux-representants"
            #expect(page.body.contains(path))
            #expect(try await browser.get(path).body.contains("On ne revient pas en arrière."))
            let done = try await browser.follow(try await browser.post(path))
            #expect(done.body.contains("Les représentants légaux voient maintenant ce document."))
            // The way back is not offered, and not open.
            let back = "/dossiers/\(handle)/documents/\(id)/changer/fermer-aux-representants"
            #expect(!done.body.contains(back))
            #expect(try await browser.get(back).headers[.location] == "/dossiers/\(handle)/documents/\(id)")
            try await browser.get("/dossiers/\(handle)/documents/\(id)")
            #expect(try await browser.post(back).status != .seeOther)
        }
        let entry = try #require(try await Self.entries(stack, patient).first)
        #expect(entry.visibility == .openedToRepresentatives && entry.visibility.codes.isEmpty)
    }

    /// Who is of age closes his documents himself: the page does not offer it, and the act is refused.
    @Test func anAdultsDocumentIsClosedByHimAlone() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let (page, id) = try await Walk.add(browser, handle)
            let path = "/dossiers/\(handle)/documents/\(id)/changer/fermer-aux-representants"
            #expect(!page.body.contains(path))
            #expect(try await browser.post(path).status == .forbidden)
        }
    }

    /// Functional matrix, row *hide*: the author and the treating physician; a colleague is not offered it.
    @Test func aColleagueClosesNothingOfAnothers() async throws {
        let stack = try CareStack()
        let patient = try stack.minor()
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let author = Browser(client, card: "card:gp")
            let own = try await Walk.consult(author, patient)
            let (_, id) = try await Walk.add(author, own)
            let colleague = Browser(client, card: "card:cardiologist")
            let handle = try await Walk.consult(colleague, patient)
            let page = try await colleague.get("/dossiers/\(handle)/documents/\(id)")
            #expect(page.status == .ok && !page.body.contains("fermer-aux-representants"))
            let path = "/dossiers/\(handle)/documents/\(id)/changer/fermer-aux-representants"
            #expect(try await colleague.post(path).status == .forbidden)
        }
    }
}
