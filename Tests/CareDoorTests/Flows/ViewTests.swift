import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// § 7.2, page 8: the same documents as a table, a care path and thumbnails.
@Suite struct ViewTests {
    @Test func theSameDocumentsInThreeViews() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let found = try await browser.find(patient.ins.matricule.text)
            let handle = String(try #require(found.headers[.location]).split(separator: "/")[1])
            try await browser.follow(found)
            try await browser.post("/dossiers/\(handle)/accord")
            let list = "/dossiers/\(handle)/documents"
            for (title, day, seenBy) in [
                ("Ancien avis", "03/02/2024", "tous"), ("Avis récent", "12/11/2025", "tous"),
                ("Avis à annoncer", "20/11/2025", "pas-encore"),
            ] {
                try await browser.get("/dossiers/\(handle)/ajouter")
                let fields = ["type": "11488-4", "titre": title, "texte": "x", "visible": seenBy, "date": day]
                #expect(try await browser.upload("/dossiers/\(handle)/ajouter", fields).status == .seeOther)
            }
            let path = try await browser.get(list + "?vue=parcours")
            #expect(
                path.body.contains("vue=parcours&amp;quand=2024") && path.body.contains("vue=parcours&amp;quand=2025")
            )
            #expect(!path.body.contains("Ancien avis"))
            let year = try await browser.get(list + "?vue=parcours&quand=2025")
            #expect(year.body.contains("ovembre 2025") || year.body.contains("ovembre\u{A0}2025"))
            #expect(!year.body.contains("quand=2024-02"))
            let month = try await browser.get(list + "?vue=parcours&quand=2025-11")
            #expect(month.body.contains("Avis récent") && month.body.contains("Avis à annoncer"))
            #expect(!month.body.contains("Ancien avis"))
            // A cell leads to the table of what it counts.
            let cell = try #require(year.body.firstMatch(of: #/href="([^"]+)" aria-label="2 — /#)).1
            let counted = try await browser.get(String(cell).replacing("&amp;", with: "&"))
            #expect(counted.body.contains("Avis récent") && !counted.body.contains("Ancien avis"))
            let small = try await browser.get(list + "?vue=miniatures&a-annoncer=oui")
            #expect(small.body.contains("card-link") && small.body.contains("Avis à annoncer"))
            #expect(!small.body.contains("Avis récent"))
            // Anything else in the address is the whole time.
            #expect(try await browser.get(list + "?vue=parcours&quand=2025-13").body.contains("quand=2024"))
        }
    }

    /// The value sets have French names alone; whoever reads the site in English reads English ones.
    @Test func typesAndClassesAreNamedInTheLanguageOfTheSite() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let found = try await browser.find(patient.ins.matricule.text)
            let handle = String(try #require(found.headers[.location]).split(separator: "/")[1])
            try await browser.follow(found)
            try await browser.post("/dossiers/\(handle)/accord")
            try await browser.get("/dossiers/\(handle)/ajouter")
            let fields = ["type": "34112-3", "titre": "Séjour", "texte": "x", "visible": "tous", "date": "12/11/2025"]
            #expect(try await browser.upload("/dossiers/\(handle)/ajouter", fields).status == .seeOther)
            let list = "/dossiers/\(handle)/documents"
            let french = try await browser.get(list)
            #expect(french.body.contains("CR hospitalier (séjour)") && !french.body.contains("Hospital stay report"))
            let english = try await browser.get(list + "?lang=en")
            #expect(english.body.contains("Hospital stay report") && !english.body.contains("CR hospitalier"))
            #expect(english.body.contains(">General practitioner</option>"))
            let path = try await browser.get(list + "?vue=parcours")
            #expect(path.body.contains(#"<th scope="row">Report or results</th>"#))
            let form = try await browser.get("/dossiers/\(handle)/ajouter")
            #expect(form.body.contains(">Hospital stay report</option>"))
        }
    }

    @Test(arguments: ["", "x", "2025-13", "0", "-5", "99999", "2025-0"])
    func whatIsNoPeriodIsTheWholeTime(text: String) { #expect(CarePeriod(text) == .all) }

    @Test func aPeriodKnowsItsDays() {
        #expect(CarePeriod("2024-02").days?.last.iso8601 == "2024-02-29")
        #expect(CarePeriod("2025").days?.first.iso8601 == "2025-01-01")
        #expect(CarePeriod(CarePeriod.month(2025, 3).text) == .month(2025, 3))
    }

    /// A name is in no address: the list is narrowed by a form that is posted (§ 7.2, page 3).
    @Test func theListIsNarrowedWithoutANameInAnAddress() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let found = try await browser.find(patient.ins.matricule.text)
            let handle = String(try #require(found.headers[.location]).split(separator: "/")[1])
            try await browser.follow(found)
            try await browser.post("/dossiers/\(handle)/accord")
            let all = try await browser.get("/patients")
            let family = patient.traits.name.family
            #expect(all.body.contains("action=\"/patients\"") && all.body.contains("Dernier changement"))
            let one = try await browser.post(
                "/patients",
                ["nom": String(family.prefix(3)).lowercased(), "ordre": "nom"]
            )
            #expect(one.status == .ok && one.body.contains(handle))
            let none = try await browser.post("/patients", ["nom": "xyz", "ordre": "nom"])
            #expect(none.body.contains("Aucun de vos patients ne porte ce nom.") && !none.body.contains(handle))
        }
    }
}
