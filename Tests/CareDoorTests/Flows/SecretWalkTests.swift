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

/// A minor's secret consultation on the site (reference: access-and-lifecycle § 3.7, identity-and-experience § 7.2, page 19).
@Suite struct SecretWalkTests {
    /// EX_0.1-1100: what is filed in a secret connection is kept from the representatives (§ 7.2, page 19).
    @Test func aMinorsSecretConnection() async throws {
        let stack = try CareStack()
        let today = stack.people.now.date
        let patient = try #require(stack.people.patients.first { $0.traits.birthDate.age(on: today) < 18 })
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let plain = try await Walk.consult(stack, browser, patient)
            let offer = try await browser.get("/dossiers/\(plain)/connexion-secrete")
            #expect(offer.body.contains("Ce qui devient invisible pour eux"))
            let opened = try await browser.post("/dossiers/\(plain)/connexion-secrete")
            let handle = try Walk.handle(opened.headers[.location])
            let page = try await browser.follow(opened)
            #expect(page.body.contains("reste caché aux représentants légaux"))
            let added = try await Walk.add(browser, handle, title: "Soin secret").page
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
            let plain = try await Walk.consult(stack, browser, patient)
            let open = try await Walk.add(browser, plain).page
            let id = try #require(open.path.firstMatch(of: /documents\/([0-9a-f-]{36})/)).1
            #expect(open.body.contains("/documents/\(id)/changer/masquer"))
            try await browser.get("/dossiers/\(plain)/connexion-secrete")
            let opened = try await browser.post("/dossiers/\(plain)/connexion-secrete")
            let handle = try Walk.handle(opened.headers[.location])
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

    /// Access and life cycle § 3.7, identity § 7.2, page 19: whoever has no leave yet opens the connection first, and the consent
    /// is stated in it.
    @Test func aSecretConsultationBeginsBeforeTheConsent() async throws {
        let stack = try CareStack(policySet: "essai", rules: try CareStack.rules("minor.ownAccess", true))
        let patient = try stack.minor()
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let found = try await browser.find(patient.ins.matricule.text)
            let plain = try Walk.handle(found.headers[.location])
            #expect(found.headers[.location] == "/dossiers/\(plain)/accord")
            let consent = try await browser.follow(found)
            #expect(consent.body.contains("href=\"/dossiers/\(plain)/connexion-secrete\""))
            let offer = try await browser.get("/dossiers/\(plain)/connexion-secrete")
            #expect(offer.status == .ok && offer.body.contains("href=\"/dossiers/\(plain)/accord\""))
            let opened = try await browser.post("/dossiers/\(plain)/connexion-secrete")
            let secret = try Walk.handle(opened.headers[.location])
            #expect(secret != plain && opened.headers[.location] == "/dossiers/\(secret)/accord")
            let asked = try await browser.follow(opened)
            #expect(asked.status == .ok && asked.body.contains("reste caché aux représentants légaux"))
            #expect(asked.body.contains("Les représentants légaux ne voient ni cet accord ni vos accès suivants"))
            #expect(!asked.body.contains("Ouvrir une connexion secrète"))
            let agreed = try await browser.post("/dossiers/\(secret)/accord")
            #expect(agreed.headers[.location]?.hasPrefix("/dossiers/\(secret)?") == true)
            #expect(try await browser.follow(agreed).status == .ok)
        }
        let events = try await stack.service.history(limit: 1000, try await stack.signIn(patient)).events
        let given = try #require(events.first { $0.act == .authorise })
        #expect(given.isSecret)
        let readings = events.filter { $0.act == .list && $0.means == .webSite }
        #expect(!readings.isEmpty && readings.allSatisfy(\.isSecret))
    }

    /// Access and life cycle § 3.7, identity § 7.2, page 19: whoever closes the connection without the consent is asked for it.
    @Test func aSecretConnectionClosedWithoutConsentLeadsBackToIt() async throws {
        let stack = try CareStack()
        let patient = try stack.minor()
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let found = try await browser.find(patient.ins.matricule.text)
            let plain = try Walk.handle(found.headers[.location])
            try await browser.follow(found)
            try await browser.get("/dossiers/\(plain)/connexion-secrete")
            let opened = try await browser.post("/dossiers/\(plain)/connexion-secrete")
            let secret = try Walk.handle(opened.headers[.location])
            try await browser.get("/dossiers/\(secret)/connexion-secrete")
            let closed = try await browser.post("/dossiers/\(secret)/connexion-secrete")
            #expect(closed.headers[.location] == "/dossiers/\(plain)/accord")
            #expect(try await browser.follow(closed).body.contains("Ouvrir une connexion secrète"))
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
            let plain = try await Walk.consult(stack, browser, patient)
            try await browser.get("/dossiers/\(plain)/connexion-secrete")
            let opened = try await browser.post("/dossiers/\(plain)/connexion-secrete")
            let secret = try Walk.handle(opened.headers[.location])
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
            let plain = try await Walk.consult(stack, browser, patient)
            try await browser.get("/dossiers/\(plain)/connexion-secrete")
            let opened = try await browser.post("/dossiers/\(plain)/connexion-secrete")
            let secret = try Walk.handle(opened.headers[.location])
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
            let plain = try await Walk.consult(stack, browser, patient)
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
            let handle = try await Walk.consult(stack, browser, patient)
            #expect(try await browser.get("/dossiers/\(handle)/connexion-secrete").status == .notFound)
        }
    }
}
