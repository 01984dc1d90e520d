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
            // Its kind, title, day and author, from the list alone: no document was opened for it.
            let tiles = try HTMLParser.parse(small.body).all("li").filter { $0.attributes["class"] == "card tile" }
            let author = try #require(stack.people.professional("gp")).name.family
            #expect(tiles.count == 1 && tiles[0].all("svg").count > 0)
            for part in ["consultation", "Avis à annoncer", "20\u{A0}novembre\u{A0}2025", author] {
                #expect(tiles[0].text.contains(part), "\(part)")
            }
            let traces = try await stack.service.history(limit: 1000, try await stack.signIn(patient)).events
            #expect(!traces.contains { $0.act == .read })
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
            let handle = try await Walk.consult(browser, patient)
            _ = try await Walk.add(browser, handle, title: "Séjour", ["type": "34112-3", "date": "12/11/2025"])
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

    /// § 7.2, page 8: the list comes first; the filter is folded until something is chosen, and then says what.
    @Test func theFilterIsFoldedUntilSomethingIsChosen() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            _ = try await Walk.add(browser, handle)
            let list = "/dossiers/\(handle)/documents"
            let whole = try HTMLParser.parse(try await browser.get(list).body)
            let folded = try #require(Self.fold(whole))
            #expect(folded.attributes["open"] == nil && folded.all("select").count == 5)
            #expect(Self.chosen(whole) == nil)
            let narrow = "?type=11488-4&depuis=01/01/2020&archives=oui&vue=miniatures"
            let narrowed = try HTMLParser.parse(try await browser.get(list + narrow).body)
            #expect(try #require(Self.fold(narrowed)).attributes["open"] != nil)
            let chosen = try #require(Self.chosen(narrowed))
            let said = chosen.all("li").map(\.text.trimmingSpace)
            #expect(said.count == 4 && said[0].hasPrefix("Type\u{A0}: ") && !said[0].contains("11488-4"))
            #expect(said[1] == "Depuis le\u{A0}: 1er\u{A0}janvier\u{A0}2020")
            #expect(said[2] == "Montrer aussi les archivés et les anciennes versions")
            // All of it again, in the same view.
            #expect(chosen.all("a").map { $0.attributes["href"] } == [list + "?vue=miniatures"])
            // What nothing in the list bears is said as that, and a date that cannot be read as a fault.
            let nobody = try #require(Self.chosen(try HTMLParser.parse(try await browser.get(list + "?auteur=x").body)))
            #expect(nobody.text.contains("Auteur\u{A0}: aucun document lisible"))
            let wrong = try await browser.get(list + "?depuis=hier")
            let mended = try HTMLParser.parse(wrong.body)
            #expect(wrong.status == .unprocessableContent && Self.fold(mended)?.attributes["open"] != nil)
            #expect(Self.chosen(mended)?.all("li").count == 1)
        }
    }

    /// § 7.3: masking is one step from the list for whoever may, and the next page says who still sees.
    @Test func whatOneMayHideIsHiddenFromTheList() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let author = Browser(client, card: "card:gp")
            let own = try await Walk.consult(author, patient)
            let id = try await Walk.add(author, own, title: "Avis du jour").id
            let document = "/dossiers/\(own)/documents/\(id)"
            let list = try await author.get("/dossiers/\(own)/documents")
            #expect(list.body.contains("href=\"\(document)/changer/masquer\""))
            #expect(list.body.contains("aria-label=\"Masquer\u{A0}: Avis du jour\""))
            #expect(try await author.get(document + "/changer/masquer").body.contains("le verront encore"))
            // Others are offered in the list what the document's own page offers them.
            let colleague = Browser(client, card: "card:cardiologist")
            let theirs = "/dossiers/\(try await Walk.consult(colleague, patient))/documents"
            let offered = try await colleague.get("\(theirs)/\(id)").body.contains("\(id)/changer/masquer")
            #expect(try await colleague.get(theirs).body.contains("\(id)/changer/masquer") == offered)
            try await author.get(document + "/changer/masquer")
            try await author.post(document + "/changer/masquer")
            let after = try await author.get("/dossiers/\(own)/documents")
            #expect(after.body.contains("\(document)/changer/demasquer"))
            #expect(!after.body.contains("\(document)/changer/masquer"))
        }
    }

    /// § 7.3: titles leave the lists where others may look on, in this browser; the document keeps its own.
    @Test func titlesStayOffTheScreenOnAsking() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let added = try await Walk.add(browser, handle, title: "Avis du jour")
            let list = "/dossiers/\(handle)/documents"
            #expect(try await browser.get(list).body.contains("Cacher les titres"))
            let hidden = try await browser.follow(try await browser.post(list + "/titres", ["titres": "caches"]))
            #expect(hidden.body.contains("Titre caché") && hidden.body.contains("Montrer les titres"))
            for view in ["", "?vue=parcours", "?vue=miniatures"] {
                #expect(try await !browser.get(list + view).body.contains("Avis du jour"), "\(view)")
            }
            #expect(try await !browser.get("/dossiers/\(handle)").body.contains("Avis du jour"))
            #expect(try await browser.get("\(list)/\(added.id)").body.contains("Avis du jour"))
            try await browser.get(list)
            // The list stays as it was chosen.
            let narrow = list + "?vue=miniatures&type=11488-4&archives=oui"
            let form = try HTMLParser.parse(try await browser.get(narrow).body)
            let own = form.all("form").first { $0.attributes["action"] == list + "/titres" }
            let kept = try #require(own).all("input").compactMap { input -> (String, String)? in
                guard let name = input.attributes["name"], name != "jeton" else { return nil }
                return (name, input.attributes["value"] ?? "")
            }
            let again = try await browser.post(list + "/titres", Dictionary(kept) { first, _ in first })
            #expect(again.headers[.location] == narrow)
            let shown = try await browser.follow(try await browser.post(list + "/titres", ["titres": "montres"]))
            #expect(shown.body.contains("Avis du jour") && !shown.body.contains("Titre caché"))
        }
    }

    private static func fold(_ page: HTMLElement) -> HTMLElement? {
        page.all("details").first { $0.attributes["class", default: ""].contains("filter-fold") }
    }

    private static func chosen(_ page: HTMLElement) -> HTMLElement? {
        page.all("ul").first { $0.attributes["class"] == "chosen" }
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
