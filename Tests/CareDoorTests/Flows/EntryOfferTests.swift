import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// The first pages offer what the rules would let through, and say at once what they would not (§ 7.2, pages 3 to 6).
@Suite struct EntryOfferTests {
    /// Functional matrix, TD0.3 and TD3.2, column of occupational health (C14); CSP L1111-17 IV since 2021, a ban
    /// before; § 7.2, page 5.
    @Test(arguments: [
        ("era2019", "n’y changerait rien"), ("mes2022", "sans les ouvrir"), ("mes2026", "sans les ouvrir"),
    ])
    func whoWatchesOverWorkersIsToldAtOnce(set: String, words: String) async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        if set != "mes2026" {
            try await stack.service.migrate(try #require(QualifiedINS(patient.ins, in: .rehearsal)), to: set)
        }
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:occupational")
            try await browser.enter()
            let page = try await browser.follow(try await browser.find(patient.ins.matricule.text))
            let record = "/dossiers/\(try Walk.handle(page.path))"
            #expect(page.status == .ok && page.body.contains("Votre accès à ce dossier"))
            #expect(page.body.contains("ne permet ni d’enregistrer l’accord du patient") && page.body.contains(words))
            #expect(page.body.contains("href=\"\(record)/ajouter\""))
            for offer in [
                "Vous lirez les documents que", "name=\"traitant\"", "action=\"\(record)/accord\"", "/urgence",
            ] {
                #expect(!page.body.contains(offer), "\(offer)")
            }
            // Whoever asks all the same is answered by his profession, and not sent to another mode.
            #expect(try await browser.get(record + "/urgence").headers[.location] == record + "/accord")
            try await browser.get(record + "/accord")
            let glass = try await browser.post(record + "/urgence", ["cas": "bris-de-glace", "motif": "Malaise"])
            #expect(glass.status == .forbidden && glass.body.contains("Votre profession ou votre situation"))
            #expect(!glass.body.contains("Revenez en accès ordinaire"))
        }
    }

    /// § 7.2, page 6; TD0.5: the search by traits is offered to whom it would be let through, and to nobody else.
    @Test(arguments: [("gp", false), ("occupational", false), ("secretary", false), ("regulator", true)])
    func theSearchByTraitsIsOfferedAtTheCentre(card: String, isOffered: Bool) async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:\(card)")
            try await browser.enter()
            #expect(try await browser.get("/patients").body.contains("/patients/sans-matricule") == isOffered)
            #expect(try await browser.get("/patients/sans-matricule").status == (isOffered ? .ok : .forbidden))
        }
    }

    /// § 7.2, page 6; design § 6: a refusal by name defeats a broken glass, not a call to 15.
    @Test(arguments: [("gp", false), ("regulator", true)])
    func whoIsBlockedIsOfferedWhatIsLeft(card: String, isOffered: Bool) async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let doctor = try #require(stack.people.professional(card))
        try await stack.open(patient)
        let block = Block(
            subject: .person(doctor.id),
            name: doctor.name,
            profession: doctor.profession,
            since: CareStack.start
        )
        _ = try await stack.service.carryOut(.block(block), try await stack.signIn(patient))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:\(card)")
            try await browser.enter()
            let page = try await browser.follow(try await browser.find(patient.ins.matricule.text))
            let record = "/dossiers/\(try Walk.handle(page.path))"
            #expect(page.body.contains("Le patient a refusé votre accès"))
            #expect(page.body.contains("href=\"\(record)/urgence\"") == isOffered)
            let form = try await browser.get(record + "/urgence")
            #expect(form.status == (isOffered ? .ok : .seeOther))
            #expect(form.body.contains("centre-15") == isOffered && !form.body.contains("bris-de-glace"))
        }
    }

    /// § 7.2, page 6; functional matrix: neither the list of professionals nor the history opens in an emergency; and who looks
    /// for his patient again comes back to the record that he has open.
    @Test func anOpenEmergencyOffersItsOwnPages() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:cardiologist")
            try await browser.enter()
            let asked = try Walk.handle(try await browser.find(patient.ins.matricule.text).headers[.location])
            // The only way there is needs no choice.
            let form = try await browser.get("/dossiers/\(asked)/urgence")
            #expect(form.body.contains("value=\"bris-de-glace\" checked"))
            let opened = try await browser.post(
                "/dossiers/\(asked)/urgence",
                ["cas": "bris-de-glace", "motif": "Perte de connaissance"]
            )
            let glass = try Walk.handle(opened.headers[.location])
            let open = try await browser.follow(opened)
            #expect(open.status == .ok && open.body.contains("href=\"/dossiers/\(glass)/documents\""))
            for part in ["historique", "autorisations"] {
                #expect(!open.body.contains("/dossiers/\(glass)/\(part)"))
                #expect(try await browser.get("/dossiers/\(glass)/\(part)").status == .forbidden)
            }
            let again = try await browser.find(patient.ins.matricule.text)
            #expect(again.headers[.location] == "/dossiers/\(glass)")
            // Once the emergency is left, the way is the ordinary one.
            try await browser.get("/dossiers/\(glass)/quitter")
            try await browser.post("/dossiers/\(glass)/quitter")
            let later = try await browser.find(patient.ins.matricule.text)
            #expect(later.headers[.location] == "/dossiers/\(asked)/accord")
        }
    }
}
