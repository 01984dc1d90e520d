import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// Pages of emergencies and wishes say what is true under the record's own set; the expected words are written by hand from the
/// sets' data (access and life cycle § 3.3, § 3.4; C4).
@Suite struct SetSentenceTests {
    /// What a set knows of emergencies and directives.
    struct Expected: Sendable, CustomTestStringConvertible {
        let set: String
        let isOpenInEmergencies: Bool
        let opensMasked: Bool
        let keepsDirectives: Bool

        var testDescription: String { self.set }
    }

    static let table = [
        Expected(set: "era2007", isOpenInEmergencies: false, opensMasked: false, keepsDirectives: false),
        Expected(set: "era2011", isOpenInEmergencies: true, opensMasked: false, keepsDirectives: false),
        Expected(set: "era2016", isOpenInEmergencies: true, opensMasked: false, keepsDirectives: true),
        Expected(set: "era2019", isOpenInEmergencies: true, opensMasked: false, keepsDirectives: true),
        Expected(set: "mes2022", isOpenInEmergencies: true, opensMasked: true, keepsDirectives: true),
        Expected(set: "mes2026", isOpenInEmergencies: true, opensMasked: true, keepsDirectives: true),
    ]

    private static let none = "ne prévoient aucun accès en urgence"

    /// A record whose holder objects to the glass and lifts masks, brought under a set.
    private static func record(_ set: String, _ stack: CareStack) async throws -> SamplePatient {
        let patient = try #require(stack.people.patient("jeanne"))
        let wishes = EmergencyWishes(refusesBreakGlass: true, opensMaskedDocuments: true)
        try await stack.open(patient, emergency: wishes)
        if set != "mes2026" {
            try await stack.service.migrate(try #require(QualifiedINS(patient.ins, in: .rehearsal)), to: set)
        }
        return patient
    }

    /// § 7.2, page 6, and the way to it from page 5.
    @Test(arguments: table) func theEmergencyPageKnowsItsSet(_ expected: Expected) async throws {
        let stack = try CareStack()
        let patient = try await Self.record(expected.set, stack)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let found = try await browser.find(patient.ins.matricule.text)
            let path = "/dossiers/\(try Walk.handle(found.headers[.location]))/urgence"
            let consent = try await browser.follow(found)
            #expect(consent.path.hasSuffix("/accord"))
            #expect(consent.body.contains("href=\"\(path)\"") == expected.isOpenInEmergencies)
            let page = try await browser.get(path)
            #expect(page.status == .ok)
            #expect(page.body.contains("name=\"motif\"") == expected.isOpenInEmergencies)
            #expect(page.body.contains("bris-de-glace") == expected.isOpenInEmergencies)
            #expect(page.body.contains(Self.none) == !expected.isOpenInEmergencies)
            #expect(page.body.contains("que si le patient l’a permis") == expected.opensMasked)
            let stay = expected.isOpenInEmergencies && !expected.opensMasked
            #expect(page.body.contains("Les documents masqués le restent, sauf les vôtres.") == stay)
        }
    }

    /// § 7.2, page 13, and page 7 before it.
    @Test(arguments: table) func theWishesSayWhatTheSetKnows(_ expected: Expected) async throws {
        let stack = try CareStack()
        let patient = try await Self.record(expected.set, stack)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let summary = try await browser.get("/dossiers/\(handle)")
            #expect(summary.status == .ok)
            #expect(
                summary.body.contains("Le patient s’oppose au bris de glace") == expected.isOpenInEmergencies
            )
            let page = try await browser.get("/dossiers/\(handle)/volontes")
            #expect(page.status == .ok)
            #expect(page.body.contains("Bris de glace") == expected.isOpenInEmergencies)
            #expect(page.body.contains(Self.none) == !expected.isOpenInEmergencies)
            #expect(page.body.contains("Documents masqués en urgence") == expected.opensMasked)
            #expect(page.body.contains("Directives anticipées") == expected.keepsDirectives)
            let changes = "/dossiers/\(handle)/volontes/urgence"
            #expect(page.body.contains(changes) == ["era2011", "era2016", "era2019"].contains(expected.set))
            let patientDecides = ["mes2022", "mes2026"].contains(expected.set)
            #expect(page.body.contains("Le patient règle ces choix lui-même") == patientDecides)
        }
    }

    /// § 7.2, page 14: what the role of treating physician brings, before it is taken (C3, C18).
    @Test(
        arguments: [
            ("era2007", "ne lit rien de plus que les autres"), ("era2011", "lit aussi les documents masqués."),
            ("era2016", "les documents masqués et tout l’historique"),
            ("era2019", "les documents masqués et tout l’historique"),
            ("mes2022", "les documents masqués et tout l’historique"),
            ("mes2026", "les documents masqués et tout l’historique"),
        ]
    )
    func theRoleIsTakenForWhatItIs(set: String, words: String) async throws {
        let stack = try CareStack()
        let patient = try await Self.record(set, stack)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let rights = "/dossiers/\(try await Walk.consult(browser, patient))/autorisations"
            #expect(try await browser.get(rights + "/devenir-medecin-traitant").body.contains(words))
            let left = try await browser.get(rights + "/quitter-medecin-traitant").body
            #expect(left.contains("Vous gardez votre autorisation de lire."))
            #expect(left.contains("ne vous seront plus montrés") == (set != "era2007"))
        }
    }

    /// Masks open in an emergency only where somebody may come in at all.
    @Test(arguments: [(false, "Lisibles"), (true, "Restent masqués")])
    func whereNobodyComesInMasksStay(refusesBoth: Bool, word: String) async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let wishes = EmergencyWishes(
            refusesBreakGlass: true,
            refusesRegulation: refusesBoth,
            opensMaskedDocuments: true
        )
        try await stack.open(patient, emergency: wishes)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            #expect(try await browser.get("/dossiers/\(handle)/volontes").body.contains(word))
        }
    }
}
