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

/// Emergencies on the site: a broken glass ends by itself, a call to 15 finds a patient by the traits.
@Suite struct EmergencyTests {
    private static func handle(_ path: String?) throws -> String {
        String(try #require(path).split(separator: "/")[1].prefix { $0 != "?" })
    }

    /// Rules, key `emergency.timeBox`: four hours; who goes on says again why (access and life cycle § 3.4; § 7.2, page 6).
    @Test func aBrokenGlassEndsByItself() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:cardiologist")
            try await browser.enter()
            let asked = try Self.handle(try await browser.find(patient.ins.matricule.text).headers[.location])
            try await browser.get("/dossiers/\(asked)/urgence")
            let reason = ["cas": "bris-de-glace", "motif": "Perte de connaissance"]
            let glass = try Self.handle(try await browser.post("/dossiers/\(asked)/urgence", reason).headers[.location])
            let open = try await browser.get("/dossiers/\(glass)")
            #expect(open.status == .ok && open.body.contains("Il prend fin à"))
            // Work goes on, so the session lives; the emergency does not.
            for _ in 0..<9 {
                stack.advance(seconds: 1600)
                _ = try await browser.get("/patients")
            }
            let ended = try await browser.get("/dossiers/\(glass)/documents")
            #expect(ended.status == .forbidden && ended.body.contains("L’accès en urgence a pris fin"))
            #expect(ended.body.contains("/dossiers/\(asked)/urgence") && !ended.body.contains("bris de glace"))
            #expect(try await browser.get("/dossiers/\(glass)").status == .notFound)
            let visit = try await stack.signIn(patient)
            let modes = try await stack.service.history(visit).events.filter { $0.mode != .normal }
            #expect(Set(modes.compactMap { $0.details["emergency"] }).count == 1)
            // The same words would only go on; a new reason opens again.
            try await browser.get("/dossiers/\(asked)/urgence")
            #expect(try await browser.post("/dossiers/\(asked)/urgence", reason).status == .forbidden)
            let worse = ["cas": "bris-de-glace", "motif": "Nouvelle chute"]
            let again = try await browser.post("/dossiers/\(asked)/urgence", worse)
            #expect(try await browser.follow(again).status == .ok)
            let later = try await stack.service.history(try await stack.signIn(patient)).events
            #expect(Set(later.filter { $0.mode != .normal }.compactMap { $0.details["emergency"] }).count == 2)
        }
    }

    /// § 3.4: who justifies a broken glass sees first which patient, when, why and how much he read; the page opened again is no
    /// other reading (CSP R1111-43).
    @Test func whatIsToBeJustifiedIsShownFirst() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let author = Browser(client, card: "card:gp")
            let id = try await Walk.add(author, try await Walk.consult(author, patient)).id
            let browser = Browser(client, card: "card:cardiologist")
            try await browser.enter()
            let asked = try Self.handle(try await browser.find(patient.ins.matricule.text).headers[.location])
            try await browser.get("/dossiers/\(asked)/urgence")
            let reason = ["cas": "bris-de-glace", "motif": "Perte de connaissance"]
            let glass = try Self.handle(try await browser.post("/dossiers/\(asked)/urgence", reason).headers[.location])
            #expect(try await browser.get("/dossiers/\(glass)/documents/\(id)/contenu").status == .ok)
            let list = try await browser.get("/patients")
            let notice = String(try #require(list.body.firstMatch(of: /name="avis" value="([^"]+)"/)).1)
            let opened = try await browser.post("/patients/avis", ["avis": notice, "geste": "ouvrir"])
            let form = try await browser.follow(opened)
            #expect(form.status == .ok && form.body.contains(patient.traits.name.spoken.typeset))
            #expect(form.body.contains("Perte de connaissance") && form.body.contains("Ouvert en urgence le"))
            #expect(form.body.contains("1\u{A0}document<"))
            func acts() async throws -> Int {
                try await stack.service.history(limit: 1000, try await stack.signIn(patient)).events.count {
                    if case .care = $0.actor { true } else { false }
                }
            }
            let before = try await acts()
            let path = try #require(opened.headers[.location])
            #expect(try await browser.get(path).body.contains("Perte de connaissance"))
            let short = try await browser.post(path, ["motif": "x"])
            #expect(short.status == .unprocessableContent && short.body.contains("Perte de connaissance"))
            #expect(try await acts() == before)
            let words = ["motif": "Patient seul, inconscient, sans proche."]
            #expect(try await browser.post(path, words).headers[.location] == "/patients")
            #expect(try await browser.get(path).status == .conflict)
        }
    }

    /// Interop § 2.6: TD0.5 in the mode of regulation; each person found has the search in the record's traces.
    @Test func aCallTo15FindsByTheTraits() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:regulator")
            try await browser.enter()
            #expect(try await browser.get("/patients").body.contains("/patients/sans-matricule"))
            try await browser.get("/patients/sans-matricule")
            let alone = try await browser.post("/patients/sans-matricule", ["famille": patient.traits.birthFamilyName])
            #expect(alone.status == .unprocessableContent && alone.body.contains("Ajoutez le prénom"))
            let traits = [
                "famille": patient.traits.birthFamilyName.lowercased(),
                "ne-le": "\(patient.traits.birthDate.iso8601)",
            ]
            let found = try await browser.post("/patients/sans-matricule", traits)
            #expect(found.status == .ok && found.body.contains("Pas d’opposition"))
            let path = try #require(found.body.firstMatch(of: /href="(\/dossiers\/[^"]+\/urgence)\?cas=centre-15"/)).1
            let form = try await browser.get(path + "?cas=centre-15")
            #expect(form.body.contains("value=\"centre-15\" checked"))
            let open = try await browser.follow(try await browser.post(String(path), ["cas": "centre-15"]))
            #expect(open.body.contains("Accès en urgence : appel au 15".typeset))
            let events = try await stack.service.history(try await stack.signIn(patient)).events
            #expect(events.filter { $0.act == .searchIdentity }.count == 1)
            #expect(events.contains { $0.act == .list && $0.mode == .regulation && $0.means == .webSite })
        }
    }

    /// The objection is told to the regulation centre, which then goes no further (CSP L1111-17 I).
    @Test func whoObjectsTo15StaysClosed() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient, emergency: EmergencyWishes(refusesRegulation: true))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:regulator")
            try await browser.enter()
            try await browser.get("/patients/sans-matricule")
            let given = patient.traits.birthGivenNames.first ?? ""
            let found = try await browser.post(
                "/patients/sans-matricule",
                ["famille": patient.traits.birthFamilyName, "prenom": given]
            )
            #expect(found.body.contains("Le patient s’y oppose") && !found.body.contains("/urgence"))
            let asked = try Self.handle(try await browser.find(patient.ins.matricule.text).headers[.location])
            try await browser.get("/dossiers/\(asked)/urgence")
            let refused = try await browser.post("/dossiers/\(asked)/urgence", ["cas": "centre-15"])
            #expect(refused.status == .forbidden && refused.body.contains("soignez sans lui"))
            #expect(refused.body.contains("/dossiers/\(asked)/accord"))
        }
    }

    @Test func nobodyIsFoundUnderTraitsThatNobodyHas() async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:regulator")
            try await browser.enter()
            try await browser.get("/patients/sans-matricule")
            let none = try await browser.post("/patients/sans-matricule", ["famille": "Xylophone", "prenom": "A"])
            #expect(none.status == .ok && none.body.contains("Personne ne correspond à ces traits."))
            let desk = Browser(client, card: "card:secretary")
            try await desk.enter()
            #expect(try await desk.get("/patients/sans-matricule").status == .forbidden)
        }
    }
}
