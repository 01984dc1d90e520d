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
    private static func handle(_ path: String?) throws -> String {
        String(try #require(path).split(separator: "/")[1].prefix { $0 != "?" })
    }

    /// Opens the record of `jeanne` for a physician who has her consent; the browser stands on the summary.
    private static func consult(
        _ stack: CareStack,
        _ browser: Browser,
        _ patient: SamplePatient,
        asTreating: Bool = false
    ) async throws -> String {
        try await stack.open(patient)
        try await browser.enter()
        let found = try await browser.find(patient.ins.matricule.text)
        let handle = try handle(found.headers[.location])
        #expect(found.headers[.location] == "/dossiers/\(handle)/accord")
        try await browser.follow(found)
        let agreed = try await browser.post("/dossiers/\(handle)/accord", asTreating ? ["traitant": "oui"] : [:])
        let summary = try await browser.follow(agreed)
        #expect(summary.status == .ok && summary.body.contains("L’accord du patient est enregistré."))
        return handle
    }

    private static func add(
        _ browser: Browser,
        _ handle: String,
        title: String = "Consultation du jour",
        seenBy: String = "tous"
    ) async throws -> Browser.Shown {
        try await browser.get("/dossiers/\(handle)/ajouter")
        let sent = try await browser.upload(
            "/dossiers/\(handle)/ajouter",
            ["type": "11488-4", "titre": title, "texte": "Tension stable.\nÀ revoir.", "visible": seenBy, "date": ""]
        )
        return try await browser.follow(sent)
    }

    @Test func twentySecondsFromTheCardToTheDocument() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Self.consult(stack, browser, patient)
            let added = try await Self.add(browser, handle)
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
            let handle = try await Self.consult(stack, browser, patient)
            _ = try await Self.add(browser, handle)
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
            let handle = try await Self.consult(stack, browser, patient)
            let added = try await Self.add(browser, handle, title: "Résultat à dire", seenBy: "pas-encore")
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
            let handle = try await Self.consult(stack, browser, patient)
            let added = try await Self.add(browser, handle)
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
            let handle = try await Self.consult(stack, browser, patient)
            for (seenBy, status) in [("tous", HTTPResponse.Status.unprocessableContent), ("pas-encore", .seeOther)] {
                let added = try await Self.add(browser, handle, seenBy: seenBy)
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
            let own = try await Self.consult(stack, author, patient)
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
            let handle = try await Self.consult(stack, browser, patient)
            let added = try await Self.add(browser, handle)
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
            let asked = try Self.handle(found.headers[.location])
            try await browser.get("/dossiers/\(asked)/urgence")
            let empty = try await browser.post("/dossiers/\(asked)/urgence", ["cas": "bris-de-glace", "motif": " "])
            #expect(empty.status == .unprocessableContent && empty.body.contains("le patient le lira"))
            let broken = try await browser.post(
                "/dossiers/\(asked)/urgence",
                ["cas": "bris-de-glace", "motif": "Perte de connaissance"]
            )
            let handle = try Self.handle(broken.headers[.location])
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
            let asked = try Self.handle(try await browser.find(patient.ins.matricule.text).headers[.location])
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
            let handle = try await Self.consult(stack, browser, patient)
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

    /// EX_0.1-1100: what is filed in a secret connection is kept from the representatives (§ 7.2, page 19).
    @Test func aMinorsSecretConnection() async throws {
        let stack = try CareStack()
        let today = stack.people.now.date
        let patient = try #require(stack.people.patients.first { $0.traits.birthDate.age(on: today) < 18 })
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let plain = try await Self.consult(stack, browser, patient)
            let offer = try await browser.get("/dossiers/\(plain)/connexion-secrete")
            #expect(offer.body.contains("Ce qui devient invisible pour eux"))
            let opened = try await browser.post("/dossiers/\(plain)/connexion-secrete")
            let handle = try Self.handle(opened.headers[.location])
            let page = try await browser.follow(opened)
            #expect(page.body.contains("reste caché aux représentants légaux"))
            let added = try await Self.add(browser, handle, title: "Soin secret")
            #expect(added.body.contains("Gardez ce secret"))
            try await browser.get("/dossiers/\(handle)/connexion-secrete")
            let closed = try await browser.post("/dossiers/\(handle)/connexion-secrete")
            #expect(closed.headers[.location] == "/dossiers/\(plain)")
        }
    }

    /// Access and life cycle § 3.7: in a secret connection nothing is offered on what the representatives see, and what is asked all
    /// the same is refused with the way out.
    @Test func aSecretConnectionChangesNothingInSight() async throws {
        let stack = try CareStack()
        let patient = try stack.minor()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let plain = try await Self.consult(stack, browser, patient)
            let open = try await Self.add(browser, plain)
            let id = try #require(open.path.firstMatch(of: /documents\/([0-9a-f-]{36})/)).1
            #expect(open.body.contains("/documents/\(id)/changer/masquer"))
            try await browser.get("/dossiers/\(plain)/connexion-secrete")
            let opened = try await browser.post("/dossiers/\(plain)/connexion-secrete")
            let handle = try Self.handle(opened.headers[.location])
            let shown = try await browser.get("/dossiers/\(handle)/documents/\(id)")
            #expect(shown.status == .ok && !shown.body.contains("/documents/\(id)/changer/masquer"))
            #expect(!shown.body.contains("/documents/\(id)/changer/supprimer"))
            for choice in ["masquer", "archiver", "supprimer"] {
                _ = try await browser.get("/dossiers/\(handle)/documents/\(id)/changer/\(choice)")
                let refused = try await browser.post("/dossiers/\(handle)/documents/\(id)/changer/\(choice)")
                #expect(refused.status == .forbidden && refused.body.contains("Fermez la connexion secrète"))
                #expect(refused.body.contains("href=\"/dossiers/\(handle)/connexion-secrete\""))
            }
            let rights = try await browser.get("/dossiers/\(handle)/autorisations")
            #expect(rights.status == .ok && !rights.body.contains("/autorisations/renoncer"))
        }
    }

    /// Access and life cycle § 3.7, identity § 7.2, page 19: whatever way leads to the record again, what is done there stays
    /// secret until it is closed.
    @Test func aSecretConnectionLastsUntilItIsClosed() async throws {
        // The minor himself tells afterwards what was kept from the representatives.
        let stack = try CareStack(policySet: "essai", rules: try CareStack.rules("minor.ownAccess", true))
        let patient = try stack.minor()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let plain = try await Self.consult(stack, browser, patient)
            try await browser.get("/dossiers/\(plain)/connexion-secrete")
            let opened = try await browser.post("/dossiers/\(plain)/connexion-secrete")
            let secret = try Self.handle(opened.headers[.location])
            try await browser.follow(opened)
            // By the list of patients, by a search, by the address of before.
            let list = try await browser.get("/patients")
            #expect(list.body.contains("href=\"/dossiers/\(secret)\"") && list.body.contains("Connexion secrète"))
            #expect(!list.body.contains(plain))
            let found = try await browser.find(patient.ins.matricule.text)
            #expect(found.headers[.location] == "/dossiers/\(secret)")
            let before = try await browser.get("/dossiers/\(plain)/documents")
            #expect(before.status == .notFound || before.headers[.location] == "/dossiers/\(secret)")
            #expect(try await browser.get("/dossiers/\(secret)").body.contains("reste caché aux représentants légaux"))
            // Leaving says what it ends, and then the record is an ordinary one.
            let leaving = try await browser.get("/dossiers/\(secret)/quitter")
            #expect(leaving.body.contains("La connexion secrète prend fin aussi"))
            try await browser.post("/dossiers/\(secret)/quitter")
            let after = try await browser.get("/patients")
            #expect(after.body.contains("href=\"/dossiers/\(plain)\"") && !after.body.contains(secret))
        }
        // Nothing of what was done in between can be read by the representatives.
        let events = try await stack.service.history(limit: 1000, try await stack.signIn(patient)).events
        let secret = events.filter(\.isSecret).map(\.sequence)
        let (first, last) = (try #require(secret.min()), try #require(secret.max()))
        let between = events.filter { (first...last).contains($0.sequence) && $0.means == .webSite }
        #expect(between.count > 2 && between.allSatisfy(\.isSecret))
    }

    /// Access and life cycle § 3.7 and § 7.1, identity § 7.2, page 19: a secret connection is the record's, by whatever matricule
    /// one comes to it again.
    @Test func aSecretConnectionIsTheRecordsWhateverTheMatricule() async throws {
        let stack = try CareStack(policySet: "essai", rules: try CareStack.rules("minor.ownAccess", true))
        let patient = try stack.minor()
        let (former, new) = try Self.matricules(of: patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let plain = try await Self.consult(stack, browser, patient)
            try await browser.get("/dossiers/\(plain)/connexion-secrete")
            let opened = try await browser.post("/dossiers/\(plain)/connexion-secrete")
            let secret = try Self.handle(opened.headers[.location])
            try await browser.follow(opened)
            try await stack.service.addIdentifier(new, to: former)
            // By a search, by the software's address, by the list, which names the record by its present matricule.
            let found = try await browser.find(new.ins.matricule.text)
            #expect(found.headers[.location] == "/dossiers/\(secret)")
            #expect(try await browser.follow(found).body.contains("reste caché aux représentants légaux"))
            var arrived = try await browser.get(
                "/AccesDirect/\(DirectAccess.record.rawValue)/\(new.ins.matricule.text)"
            )
            while arrived.status == .seeOther { arrived = try await browser.follow(arrived) }
            #expect(arrived.path == "/dossiers/\(secret)" && arrived.status == .ok)
            #expect(try await browser.get("/patients").body.contains("href=\"/dossiers/\(secret)\""))
            let again = try await browser.find(former.ins.matricule.text)
            #expect(again.headers[.location] == "/dossiers/\(secret)")
            // Closed under one matricule, it is closed under all.
            try await browser.get("/dossiers/\(secret)/connexion-secrete")
            let closed = try await browser.post("/dossiers/\(secret)/connexion-secrete")
            #expect(closed.headers[.location] == "/dossiers/\(plain)")
            let after = try await browser.find(new.ins.matricule.text)
            #expect(after.headers[.location] == "/dossiers/\(plain)")
        }
        let events = try await stack.service.history(limit: 1000, try await stack.signIn(patient)).events
        let secret = events.filter(\.isSecret).map(\.sequence)
        let (first, last) = (try #require(secret.min()), try #require(secret.max()))
        let between = events.filter { (first...last).contains($0.sequence) && $0.means == .webSite }
        #expect(between.count > 3 && between.allSatisfy(\.isSecret))
    }

    /// Access and life cycle § 3.7 and § 7.1: nobody learns by a secret connection which matricule was once the record's.
    @Test func aMatriculeThatWasTakenFromTheRecordLeadsNowhere() async throws {
        let stack = try CareStack()
        let patient = try stack.minor()
        let (former, new) = try Self.matricules(of: patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let plain = try await Self.consult(stack, browser, patient)
            try await browser.get("/dossiers/\(plain)/connexion-secrete")
            try await browser.follow(try await browser.post("/dossiers/\(plain)/connexion-secrete"))
            let unknown = try await browser.find(new.ins.matricule.text)
            try await stack.service.addIdentifier(new, to: former)
            try await stack.service.removeIdentifier(new)
            let taken = try await browser.find(new.ins.matricule.text)
            #expect(unknown.status == .notFound && taken.status == .notFound)
            #expect(taken.body == unknown.body)
        }
    }

    /// The matricule of somebody, and another that he could have had.
    private static func matricules(of patient: SamplePatient) throws -> (former: QualifiedINS, new: QualifiedINS) {
        let body = String(patient.ins.matricule.text.prefix(10)) + "987"
        let new = INS(try #require(NIR(body: body)), root: .test)
        try #require(new != patient.ins)
        return (
            try #require(QualifiedINS(patient.ins, in: .rehearsal)), try #require(QualifiedINS(new, in: .rehearsal))
        )
    }

    /// Access and life cycle § 3.7, EX_0.1-1115.
    @Test func secretConnectionIsForMinors() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Self.consult(stack, browser, patient)
            #expect(try await browser.get("/dossiers/\(handle)/connexion-secrete").status == .notFound)
        }
    }

    /// Functional matrix, column CPE: identity, contacts, wishes, the structure's leave; no document
    /// (access and life cycle § 1.2, PDT-INF-526; § 7.2, page 21).
    @Test func theDeskSeesNoDocument() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            let own = try await Self.consult(stack, doctor, patient)
            _ = try await Self.add(doctor, own, title: "Titre que l’accueil ignore")
            let desk = Browser(client, card: "card:secretary")
            try await desk.enter()
            let found = try await desk.find(patient.ins.matricule.text)
            let handle = try Self.handle(found.headers[.location])
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

extension String {
    /// As French typography sets a literal.
    var typeset: String {
        replacing(" : ", with: "\u{A0}: ").replacing("'", with: "’")
    }
}
