import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// What an author does about a document that waits to be announced, in a record that he may not read (§ 7.2, page 11).
@Suite struct AuthorTests {
    /// CSP R1111-49, TD3.1b and TD3.3b: the depositor refers to his own document and makes it visible, with leave or without.
    @Test func anAuthorWithoutLeaveAnnouncesHisOwn() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let other = Browser(client, card: "card:gp")
            _ = try await Walk.add(other, try await Walk.consult(other, patient), title: "Avis du généraliste")
            let browser = Browser(client, card: "card:pathologist")
            try await browser.enter()
            let found = try await browser.find(patient.ins.matricule.text)
            let record = "/dossiers/\(try Walk.handle(found.headers[.location]))"
            #expect(try await browser.follow(found).body.contains("href=\"\(record)/a-annoncer\""))
            let handle = try Walk.handle(record)
            let (_, id) = try await Walk.add(browser, handle, title: "Lame à dire", seenBy: "pas-encore")
            #expect(try await stack.service.list(try await stack.signIn(patient)).entries.count == 1)
            let page = try await browser.get(record + "/a-annoncer")
            #expect(
                page.status == .ok && page.body.contains("Lame à dire") && page.body.contains("Visible au plus tard")
            )
            #expect(page.body.contains("pour lire ce dossier. Vous pouvez tout de même annoncer"))
            // The dashboard knows of it, by the day; the mandatory month ends on the same day as there.
            let board = try await browser.get("/patients")
            #expect(
                board.body.contains(
                    "Le patient ne voit pas encore votre document. Il le verra le 4\u{A0}février\u{A0}2026"
                )
            )
            // His own alone, and no way to a page that would be refused.
            #expect(!page.body.contains("Avis du généraliste") && !page.body.contains("\(record)/documents/\(id)\""))
            #expect(try await browser.get(record + "/documents").status == .forbidden)
            let form = try await browser.get("\(record)/documents/\(id)/changer/annoncer")
            #expect(form.status == .ok && form.body.contains("href=\"\(record)/a-annoncer\""))
            let told = try await browser.post("\(record)/documents/\(id)/changer/annoncer")
            let after = try await browser.follow(told)
            #expect(after.status == .ok && after.body.contains("Le patient voit maintenant ce document."))
            #expect(!after.body.contains("Lame à dire"))
            #expect(try await !browser.get("/patients").body.contains("ne voit pas encore votre document"))
            #expect(try await stack.service.list(try await stack.signIn(patient)).entries.count == 2)
        }
    }

    /// CSP R1111-47: who is refused by name still files, and knows on what day that shows itself.
    @Test func anAuthorWhoIsRefusedKnowsTheDay() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let doctor = try #require(stack.people.professional("pathologist"))
        try await stack.open(patient)
        let block = Block(
            subject: .person(doctor.id),
            name: doctor.name,
            profession: doctor.profession,
            since: CareStack.start
        )
        _ = try await stack.service.carryOut(.block(block), try await stack.signIn(patient))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:pathologist")
            try await browser.enter()
            let handle = try Walk.handle(try await browser.find(patient.ins.matricule.text).headers[.location])
            _ = try await Walk.add(browser, handle, title: "Lame à dire", seenBy: "pas-encore")
            let page = try await browser.get("/dossiers/\(handle)/a-annoncer")
            #expect(
                page.status == .ok && page.body.contains("Lame à dire") && page.body.contains("Visible au plus tard")
            )
            #expect(page.body.contains("Le patient refuse votre accès") && !page.body.contains("/changer/annoncer"))
        }
    }
}
