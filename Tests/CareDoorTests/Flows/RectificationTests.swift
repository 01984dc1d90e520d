import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// What a patient asks an author to put right, read and answered on the site (access and life cycle § 3.6).
@Suite struct RectificationTests {
    /// A document filed here, about which its patient asks something; the browser is its author's.
    private static func asked(
        _ stack: CareStack,
        _ browser: Browser
    ) async throws -> (patient: SamplePatient, handle: String, id: String, path: String) {
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        let handle = try await Walk.consult(browser, patient)
        let added = try await Walk.add(browser, handle)
        let holder = try await stack.signIn(patient)
        _ = try await stack.service.askRectification(
            of: try #require(UniqueID(added.id)),
            words: "La tension était de 15, et non de 12.",
            holder
        )
        let list = try await browser.get("/patients")
        #expect(list.body.contains("Une rectification vous est demandée."))
        let notice = try #require(list.body.firstMatch(of: /name="avis" value="([^"]+)"/)).1
        let opened = try await browser.post("/patients/avis", ["avis": String(notice), "geste": "ouvrir"])
        return (patient, handle, added.id, try #require(opened.headers[.location]))
    }

    @Test func theAuthorReadsReplacesAndAnswers() async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let (patient, handle, id, path) = try await Self.asked(stack, browser)
            let page = try await browser.get(path)
            #expect(page.status == .ok && page.body.contains("La tension était de 15, et non de 12."))
            #expect(page.body.contains("/dossiers/\(handle)/documents/\(id)/remplacer"))
            let early = try await browser.post(path, ["reponse": "rectifie"])
            #expect(early.status == .conflict && early.body.contains("encore dans le dossier comme il était"))
            try await browser.get("/dossiers/\(handle)/documents/\(id)/remplacer")
            try await browser.upload(
                "/dossiers/\(handle)/documents/\(id)/remplacer",
                ["type": "11488-4", "titre": "Consultation corrigée", "texte": "15.", "visible": "tous"]
            )
            try await browser.get(path)
            let done = try await browser.follow(try await browser.post(path, ["reponse": "rectifie"]))
            #expect(done.body.contains("Votre réponse est envoyée au patient."))
            #expect(!done.body.contains("Une rectification vous est demandée."))
            #expect(try await browser.get(path).status == .notFound)
            let requests = try await stack.service.requests(try await stack.signIn(patient))
            #expect(requests.map(\.standing) == [.done(at: CareStack.start)])
        }
    }

    @Test func aRefusalNeedsItsReason() async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let (patient, _, _, path) = try await Self.asked(stack, browser)
            try await browser.get(path)
            #expect(try await browser.post(path, [:]).status == .unprocessableContent)
            let mute = try await browser.post(path, ["reponse": "refuse", "motif": " "])
            #expect(mute.status == .unprocessableContent && mute.body.contains("Écrivez le motif"))
            let told = try await browser.post(path, ["reponse": "refuse", "motif": "Mesure relue sur l'appareil."])
            #expect(told.status == .seeOther)
            let requests = try await stack.service.requests(try await stack.signIn(patient))
            #expect(requests.first?.answer == "Mesure relue sur l'appareil.")
        }
    }

    /// Another professional with the same address in his own session finds nothing.
    @Test func theRequestIsNobodyElses() async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let (patient, _, _, path) = try await Self.asked(stack, browser)
            let request = try #require(path.split(separator: "/").last)
            let other = Browser(client, card: "card:cardiologist")
            let handle = try await Walk.consult(other, patient)
            let shown = try await other.get("/dossiers/\(handle)/rectification/\(request)")
            #expect(shown.status == .notFound && !shown.body.contains("tension"))
            #expect(!(try await other.get("/patients").body.contains("rectification")))
        }
    }
}
