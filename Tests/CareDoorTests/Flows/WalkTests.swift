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

/// A professional's whole way through the site, over the real service; every page shown is checked on the way.
@Suite struct WalkTests {
    /// § 7.2, page 1: the card signs in, and nothing else is asked on the way to the record.
    @Test func twentySecondsFromTheCardToTheDocument() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(stack, browser, patient)
            let added = try await Walk.add(browser, handle).page
            #expect(added.body.contains("Le document est dans le dossier."))
            #expect(added.body.contains("sans signature de l’auteur"))
            let id = try #require(added.path.firstMatch(of: /documents\/([0-9a-f-]{36})/)).1
            let content = try await browser.get("/dossiers/\(handle)/documents/\(id)/contenu")
            #expect(content.body.contains("Tension stable."))
            #expect(content.headers[.contentSecurityPolicy]?.hasPrefix("sandbox;") == true)
            let list = try await browser.get("/dossiers/\(handle)/documents")
            #expect(list.body.contains("Consultation du jour") && list.body.contains("De vous"))
            let out = try await browser.post("/deconnexion")
            #expect(out.headers[.location] == "/au-revoir")
            #expect(try await browser.get("/dossiers/\(handle)").status == .unauthorized)
        }
    }

    /// What the entry says of the signature is true: nobody signed (security design § 4.2).
    @Test func anEntryFiledHereSaysThatItIsNotSigned() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(stack, browser, patient)
            _ = try await Walk.add(browser, handle)
        }
        let visit = try await stack.signIn(patient)
        let entry = try #require(try await stack.service.list(visit).entries.first)
        #expect(entry.signature == .authenticatedOnly)
        #expect(entry.comments == RecordService.webRemark)
        #expect(entry.authors.first?.professional == stack.people.professional("gp")?.id)
        #expect(entry.mimeType == "text/xml")
    }

    /// R1111-53: hidden until announced, listed among what is to announce, then shown (§ 7.2, page 11).
    @Test func whatIsNotAnnouncedIsAnnouncedLater() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(stack, browser, patient)
            let added = try await Walk.add(browser, handle, title: "Résultat à dire", seenBy: "pas-encore").page
            #expect(added.body.contains("avant la consultation d’annonce"))
            let id = try #require(added.path.firstMatch(of: /documents\/([0-9a-f-]{36})/)).1
            let holder = try await stack.signIn(patient)
            #expect(try await stack.service.list(holder).entries.isEmpty)
            let waiting = try await browser.get("/dossiers/\(handle)/a-annoncer")
            #expect(waiting.body.contains("Résultat à dire") && !waiting.body.contains("À annoncer maintenant"))
            stack.advance(seconds: 1500)
            try await browser.get("/dossiers/\(handle)/documents/\(id)/changer/annoncer")
            let told = try await browser.post("/dossiers/\(handle)/documents/\(id)/changer/annoncer")
            #expect(try await browser.follow(told).body.contains("Le patient voit maintenant ce document."))
            let later = try await stack.signIn(patient)
            #expect(try await stack.service.list(later).entries.count == 1)
        }
    }

    /// § 7.2, page 9.
    @Test func aNewVersionReplacesTheOld() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(stack, browser, patient)
            let added = try await Walk.add(browser, handle).page
            let id = try #require(added.path.firstMatch(of: /documents\/([0-9a-f-]{36})/)).1
            let form = try await browser.get("/dossiers/\(handle)/documents/\(id)/remplacer")
            #expect(form.body.contains("Consultation du jour"))
            let sent = try await browser.upload(
                "/dossiers/\(handle)/documents/\(id)/remplacer",
                ["type": "11488-4", "titre": "Consultation corrigée", "texte": "Corrigé.", "visible": "tous"]
            )
            let page = try await browser.follow(sent)
            #expect(page.body.contains("La nouvelle version est dans le dossier."))
            #expect(page.body.contains("version affichée"))
            let list = try await browser.get("/dossiers/\(handle)/documents")
            #expect(list.body.contains("Consultation corrigée") && !list.body.contains("Consultation du jour"))
            let all = try await browser.get("/dossiers/\(handle)/documents?archives=oui")
            #expect(all.body.contains("Consultation du jour"))
        }
    }

    /// Access and life cycle § 3.5 (CSP R1111-53): over what the patient sees, no version waits to be announced; the form says so.
    @Test func aNewVersionOfWhatThePatientSeesWaitsForNothing() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(stack, browser, patient)
            for (seenBy, status) in [("tous", HTTPResponse.Status.unprocessableContent), ("pas-encore", .seeOther)] {
                let added = try await Walk.add(browser, handle, seenBy: seenBy).page
                let id = try #require(added.path.firstMatch(of: /documents\/([0-9a-f-]{36})/)).1
                let path = "/dossiers/\(handle)/documents/\(id)/remplacer"
                try await browser.get(path)
                let sent = try await browser.upload(
                    path,
                    ["type": "11488-4", "titre": "Résultat", "texte": "À annoncer.", "visible": "pas-encore"]
                )
                #expect(sent.status == status)
                #expect(sent.body.contains("Le patient voit la version à remplacer") == (seenBy == "tous"))
            }
        }
    }

    /// R1111-49, "nothing will tell them that it exists": neither does an older version, nor the filter that would name its type.
    @Test func aMaskedDocumentHasNoOlderVersionForOthers() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let author = Browser(client, card: "card:gp")
            let own = try await Walk.consult(stack, author, patient)
            let (_, old) = try await Walk.add(author, own)
            try await author.get("/dossiers/\(own)/documents/\(old)/remplacer")
            let sent = try await author.upload(
                "/dossiers/\(own)/documents/\(old)/remplacer",
                ["type": "11488-4", "titre": "Consultation corrigée", "texte": "Corrigé.", "visible": "tous"]
            )
            let page = try await author.follow(sent)
            let new = String(try #require(page.path.firstMatch(of: /documents\/([0-9a-f-]{36})/)).1)
            let colleague = Browser(client, card: "card:cardiologist")
            let handle = try await Walk.consult(colleague, patient)
            let list = "/dossiers/\(handle)/documents?archives=oui"
            let before = try await colleague.get(list)
            #expect(before.body.contains("Consultation du jour") && before.body.contains("Consultation corrigée"))
            try await author.get("/dossiers/\(own)/documents/\(new)/changer/masquer")
            try await author.post("/dossiers/\(own)/documents/\(new)/changer/masquer")
            let after = try await colleague.get(list)
            #expect(after.status == .ok && !after.body.contains("11488-4"))
            #expect(!after.body.contains("Consultation du jour") && !after.body.contains("Consultation corrigée"))
            for id in [old, new] {
                #expect(try await colleague.get("/dossiers/\(handle)/documents/\(id)").status == .notFound)
            }
            // The author unmasks the latest version; an older one offers no act that would be refused.
            let older = try await author.get("/dossiers/\(own)/documents/\(old)")
            #expect(older.status == .ok && !older.body.contains("/changer/demasquer"))
            try await author.get("/dossiers/\(own)/documents/\(new)/changer/demasquer")
            try await author.post("/dossiers/\(own)/documents/\(new)/changer/demasquer")
            let again = try await colleague.get(list)
            #expect(again.body.contains("Consultation du jour") && again.body.contains("Consultation corrigée"))
        }
    }

    @Test(arguments: ["masquer", "archiver", "supprimer"])
    func anAuthorChangesHisOwnDocument(choice: String) async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(stack, browser, patient)
            let added = try await Walk.add(browser, handle).page
            let id = try #require(added.path.firstMatch(of: /documents\/([0-9a-f-]{36})/)).1
            let path = "/dossiers/\(handle)/documents/\(id)/changer/\(choice)"
            #expect(added.body.contains(path))
            #expect(try await browser.get(path).status == .ok)
            let done = try await browser.post(path)
            #expect(try await browser.follow(done).status == .ok)
            let list = try await browser.get("/dossiers/\(handle)/documents")
            // A masked document stays with its author; the others leave the list.
            #expect(list.body.contains("Consultation du jour") == (choice == "masquer"))
        }
    }

    /// L1111-17 I; EX_0.3-1050: the reason is asked, the patient is told, the session says so on every page (§ 7.2, page 6).
    @Test func breakingTheGlassIsTold() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:cardiologist")
            try await browser.enter()
            let found = try await browser.find(patient.ins.matricule.text)
            let asked = try Walk.handle(found.headers[.location])
            try await browser.get("/dossiers/\(asked)/urgence")
            let empty = try await browser.post("/dossiers/\(asked)/urgence", ["cas": "bris-de-glace", "motif": " "])
            #expect(empty.status == .unprocessableContent && empty.body.contains("le patient le lira"))
            let broken = try await browser.post(
                "/dossiers/\(asked)/urgence",
                ["cas": "bris-de-glace", "motif": "Perte de connaissance"]
            )
            let handle = try Walk.handle(broken.headers[.location])
            #expect(handle != asked)
            for path in ["", "/documents", "/volontes"] {
                let page = try await browser.get("/dossiers/\(handle)\(path)")
                #expect(page.status == .ok && page.body.contains("Accès en urgence : bris de glace".typeset), "\(path)")
            }
            // Without leave in the ordinary mode: the ordinary page still asks for consent.
            #expect(try await browser.get("/dossiers/\(asked)").headers[.location] == "/dossiers/\(asked)/accord")
            let history = try await stack.service.history(try await stack.signIn(patient)).events
            let event = try #require(history.first { $0.mode != .normal })
            #expect(event.mode == .breakGlass(reason: "Perte de connaissance"))
        }
    }

    @Test func anOpposedEmergencyStaysClosed() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.open(patient, emergency: EmergencyWishes(refusesBreakGlass: true))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:cardiologist")
            try await browser.enter()
            let asked = try Walk.handle(try await browser.find(patient.ins.matricule.text).headers[.location])
            try await browser.get("/dossiers/\(asked)/urgence")
            let refused = try await browser.post(
                "/dossiers/\(asked)/urgence",
                ["cas": "bris-de-glace", "motif": "Perte de connaissance"]
            )
            #expect(refused.status == .forbidden && refused.body.contains("s’est opposé"))
            #expect(!refused.body.contains("bris de glace"))
        }
    }

    /// L1111-16: the treating physician sees the whole history, who else may read and whom the patient refuses (§ 7.2, page 14).
    @Test func treatingPhysicianTakesAndLeavesTheRole() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(stack, browser, patient)
            let before = try await browser.get("/dossiers/\(handle)/historique")
            #expect(before.body.contains("Vous voyez vos propres actes."))
            #expect(!before.body.contains("titulaire du dossier"))
            try await browser.get("/dossiers/\(handle)/autorisations/devenir-medecin-traitant")
            let taken = try await browser.post("/dossiers/\(handle)/autorisations/devenir-medecin-traitant")
            let page = try await browser.follow(taken)
            #expect(page.body.contains("Vous êtes maintenant son médecin traitant."))
            #expect(page.body.contains("Professionnels bloqués"))
            let all = try await browser.get("/dossiers/\(handle)/historique")
            #expect(all.body.contains("titulaire du dossier"))
            try await browser.get("/dossiers/\(handle)/autorisations/quitter-medecin-traitant")
            let left = try await browser.post("/dossiers/\(handle)/autorisations/quitter-medecin-traitant")
            #expect(try await browser.follow(left).body.contains("Vous n’êtes plus son médecin traitant."))
            try await browser.get("/dossiers/\(handle)/autorisations/renoncer")
            let given = try await browser.post("/dossiers/\(handle)/autorisations/renoncer")
            #expect(given.headers[.location] == "/patients")
            #expect(try await browser.get("/dossiers/\(handle)").status == .notFound)
        }
    }

    /// Functional matrix, column CPE: identity, contacts, wishes, the structure's leave; no document
    /// (access and life cycle § 1.2, PDT-INF-526; § 7.2, page 21).
    @Test func theDeskSeesNoDocument() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            let own = try await Walk.consult(stack, doctor, patient)
            _ = try await Walk.add(doctor, own, title: "Titre que l’accueil ignore")
            let desk = Browser(client, card: "card:secretary")
            try await desk.enter()
            let found = try await desk.find(patient.ins.matricule.text)
            let handle = try Walk.handle(found.headers[.location])
            let page = try await desk.follow(found)
            #expect(page.body.contains("Accueil du patient") && page.body.contains(patient.traits.address[0].typeset))
            #expect(!page.body.contains("Titre que"))
            for part in ["documents", "vaccinations", "historique", "a-annoncer"] {
                let refused = try await desk.get("/dossiers/\(handle)/\(part)")
                #expect(refused.status != .ok && !refused.body.contains("Titre que"), "\(part)")
            }
            try await desk.get("/dossiers/\(handle)")
            let agreed = try await desk.post("/dossiers/\(handle)/accord")
            #expect(try await desk.follow(agreed).body.contains("Autorisé"))
        }
    }
}
