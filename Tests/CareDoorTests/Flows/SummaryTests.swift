import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// § 7.2, page 7: what is new since the reader's previous access, the people to warn, the latest accesses (PDT-INF-527).
@Suite struct SummaryTests {
    private static let nothingNew =
        "Aucun nouveau document d’un professionnel que vous puissiez lire, depuis votre accès précédent."

    /// A record that the practitioner has read, and to which others have added since.
    private static func added(_ stack: CareStack, _ client: any TestClientProtocol) async throws -> SamplePatient {
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        let first = Browser(client, card: "card:gp")
        let handle = try await Walk.consult(first, patient)
        _ = try await Walk.add(first, handle, title: "Avis ancien")
        stack.advance(seconds: 600)
        _ = try await stack.service.depositOwn(
            OwnDocument(
                title: "Mes mesures",
                type: Code("DOCPAT02", CodeSystem.frenchType),
                mediaType: "text/plain",
                bytes: Array("120/80".utf8)
            ),
            try await stack.signIn(patient)
        )
        let colleague = Browser(client, card: "card:cardiologist")
        _ = try await Walk.add(colleague, try await Walk.consult(colleague, patient), title: "Avis nouveau")
        stack.advance(seconds: 3600)
        return patient
    }

    @Test func onlyWhatProfessionalsHaveAddedSinceIsNew() async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let patient = try await Self.added(stack, client)
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let page = try await browser.get("/dossiers/\(handle)")
            #expect(page.body.contains("Nouveaux documents depuis votre accès précédent"))
            #expect(page.body.contains("Avis nouveau") && !page.body.contains("Avis ancien"))
            #expect(!page.body.contains("Mes mesures"))
            // What the session reads itself makes nothing old, by whatever way the record is come to again.
            stack.advance(seconds: 60)
            try await browser.get("/patients")
            #expect(try await browser.get("/dossiers/\(handle)").body.contains("Avis nouveau"))
            _ = try await browser.find(patient.ins.matricule.text)
            #expect(try await browser.get("/dossiers/\(handle)").body.contains("Avis nouveau"))
            // The next session has seen it.
            stack.advance(seconds: 3600)
            let later = Browser(client, card: "card:gp")
            let again = try await Walk.consult(later, patient)
            let seen = try await later.get("/dossiers/\(again)")
            #expect(seen.body.contains(Self.nothingNew) && !seen.body.contains("Avis nouveau"))
        }
    }

    /// Whoever comes for the first time is shown the latest ones, the patient's own left out.
    @Test func aFirstAccessShowsTheLatestOnes() async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let patient = try await Self.added(stack, client)
            let nurse = Browser(client, card: "card:nurse")
            let handle = try await Walk.consult(nurse, patient)
            let page = try await nurse.get("/dossiers/\(handle)")
            #expect(page.body.contains("Les derniers documents des professionnels"))
            #expect(page.body.contains("Avis nouveau") && page.body.contains("Avis ancien"))
            #expect(!page.body.contains("Mes mesures") && !page.body.contains("Votre accès précédent"))
        }
    }

    /// The treating physician sees everybody's accesses, another one his own, in an emergency nobody any
    /// (CSP R1111-43; functional matrix).
    @Test func theLatestAccessesAreThoseThatTheReaderMaySee() async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let patient = try await Self.added(stack, client)
            let colleague = try #require(stack.people.professional("cardiologist")).name.family
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let own = Self.accesses(try await browser.get("/dossiers/\(handle)"))
            #expect(own.contains("class=\"access\"") && !own.contains(colleague))
            try await browser.get("/dossiers/\(handle)/autorisations/devenir-medecin-traitant")
            try await browser.post("/dossiers/\(handle)/autorisations/devenir-medecin-traitant")
            let all = Self.accesses(try await browser.get("/dossiers/\(handle)"))
            #expect(all.contains(colleague) && all.matches(of: /class="access"/).count == 3)
            let night = Browser(client, card: "card:physiotherapist")
            try await night.enter()
            let asked = try Walk.handle(try await night.find(patient.ins.matricule.text).headers[.location])
            try await night.get("/dossiers/\(asked)/urgence")
            let glass = try await night.follow(
                try await night.post("/dossiers/\(asked)/urgence", ["cas": "bris-de-glace", "motif": "Coma"])
            )
            #expect(glass.status == .ok && !glass.body.contains("Derniers accès"))
            // Nothing was asked for that would have been refused.
            let events = try await stack.service.history(limit: 1000, try await stack.signIn(patient)).events
            #expect(!events.contains { $0.act == .readHistory && $0.outcome == .refused })
        }
    }

    /// Whoever read three documents in one visit has one line; and the record's page opened again reads no history again
    /// (CSP R1111-43), but where the reader has come to see more.
    @Test func oneVisitIsOneLineAndOneOpeningOneReading() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        // At the beginning of an hour, so that a visit is within one.
        stack.advance(seconds: 3600 - stack.people.now.milliseconds / 1000 % 3600)
        try await stack.door().application.test(.router) { client in
            let author = Browser(client, card: "card:cardiologist")
            let own = try await Walk.consult(author, patient)
            var ids: [String] = []
            for number in 1...3 {
                ids.append(try await Walk.add(author, own, title: "Avis \(number)").id)
                stack.advance(seconds: 60)
            }
            stack.advance(seconds: 3600)
            let again = Browser(client, card: "card:cardiologist")
            let anew = try await Walk.consult(again, patient)
            for id in ids { #expect(try await again.get("/dossiers/\(anew)/documents/\(id)/contenu").status == .ok) }
            let treating = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(treating, patient, asTreating: true)
            let shown = Self.accesses(try await treating.get("/dossiers/\(handle)"))
            // What was listed and read in the second visit, and what was looked for in the first.
            #expect(shown.matches(of: /class="access"/).count == 3, "\(shown)")
            #expect(shown.matches(of: /lu 3.documents/).count == 1 && shown.contains("cherché 3"), "\(shown)")
            let physician = try #require(stack.people.professional("gp")).id
            func readings() async throws -> Int {
                let events = try await stack.service.history(limit: 1000, try await stack.signIn(patient)).events
                return events.count { event in
                    guard case .care(let care) = event.actor else { return false }
                    return event.act == .readHistory && care.person == physician
                }
            }
            #expect(try await readings() == 1)
            for _ in 0..<2 {
                #expect(Self.accesses(try await treating.get("/dossiers/\(handle)")) == shown)
            }
            #expect(try await readings() == 1)
            // Another session opens the record anew.
            let later = Browser(client, card: "card:gp")
            _ = try await later.get("/dossiers/\(try await Walk.consult(later, patient))")
            #expect(try await readings() == 2)
        }
    }

    private static func accesses(_ page: Browser.Shown) -> String {
        page.body.firstMatch(of: /(?s)<section[^>]*aria-labelledby="acces".*?<\/section>/).map { String($0.0) } ?? ""
    }

    /// People to warn stand on the first page: one look in an emergency.
    @Test func thePeopleToWarnAreShown() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let before = try await browser.get("/dossiers/\(handle)").body
            #expect(!before.contains("Zoé Exemple") && !before.contains("Cette page lit"))
            try await browser.get("/dossiers/\(handle)/volontes/consigner")
            try await browser.post(
                "/dossiers/\(handle)/volontes/consigner",
                [
                    "personne-1": "Zoé Exemple", "lien-1": "sa fille", "appel-1": "06 39 98 12 34",
                    "personne-0": "Luc Exemple", "demande": "oui",
                ]
            )
            let page = try await browser.get("/dossiers/\(handle)")
            #expect(page.body.contains("Zoé Exemple, sa fille, 06 39 98 12 34") && page.body.contains("Luc Exemple"))
            // What it reads, it says (CSP R1111-43).
            #expect(page.body.contains("Cette page lit la fiche des personnes à prévenir."))
        }
    }

    /// The latest medical summary stands on the first page, and no other.
    @Test func theLatestMedicalSummaryStandsFirst() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            func synthesis() async throws -> String {
                let page = try await browser.get("/dossiers/\(handle)").body
                let part = /(?s)<section[^>]*aria-labelledby="synthese".*?<\/section>/
                return page.firstMatch(of: part).map { String($0.0) } ?? ""
            }
            #expect(try await synthesis().contains("Aucune synthèse que vous puissiez lire."))
            // Filed in the other order than written.
            let latest = try await Walk.add(browser, handle, title: "Bilan", ["type": "60591-5", "date": "12/11/2025"])
            let older = try await Walk.add(browser, handle, title: "Bilan", ["type": "60591-5", "date": "03/02/2024"])
            _ = try await Walk.add(browser, handle, title: "Avis")
            let shown = try await synthesis()
            #expect(shown.contains(latest.id) && !shown.contains(older.id), "\(shown)")
            #expect(shown.contains("12\u{A0}novembre\u{A0}2025"), "\(shown)")
        }
    }

    /// What the professional still has to do stands on the first page while it is to be done.
    @Test func whatIsToBeAnnouncedStandsFirst() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            #expect(!(try await browser.get("/dossiers/\(handle)").body.contains("id=\"a-savoir\"")))
            _ = try await Walk.add(browser, handle, title: "Avis à annoncer", seenBy: "pas-encore")
            let page = try await browser.get("/dossiers/\(handle)").body
            #expect(page.contains("id=\"a-savoir\"") && page.contains("/dossiers/\(handle)/a-annoncer"))
            // It is his own task: another reader has none.
            let colleague = Browser(client, card: "card:cardiologist")
            let theirs = try await Walk.consult(colleague, patient)
            #expect(!(try await colleague.get("/dossiers/\(theirs)").body.contains("id=\"a-savoir\"")))
        }
    }
}
