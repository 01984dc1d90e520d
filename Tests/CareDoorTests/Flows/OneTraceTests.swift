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

/// Every permitted act has exactly one trace, which says that it came from a browser; a professional's own lists have none
/// (access and life cycle § 5, CSP R1111-43).
@Suite struct OneTraceTests {
    /// Acts of professionals in a record's history, the oldest first.
    private static func acts(_ stack: CareStack, _ patient: SamplePatient) async throws -> [TraceEvent] {
        let visit = try await stack.signIn(patient)
        return try await stack.service.history(limit: 1000, visit).events.reversed().filter {
            if case .care = $0.actor { true } else { false }
        }
    }

    private static func handle(_ path: String?) throws -> String {
        String(try #require(path).split(separator: "/")[1].prefix { $0 != "?" })
    }

    @Test func whatEachPageDoesToARecord() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let handle = try Self.handle(try await browser.find(patient.ins.matricule.text).headers[.location])
            try await browser.get("/dossiers/\(handle)/accord")
            try await browser.post("/dossiers/\(handle)/accord")
            let record = "/dossiers/\(handle)"
            let expected: [(String, [TracedAct])] = [
                ("/patients", []), ("/patients?ordre=ajout", []), (record, [.list, .readHistory]),
                // The latest accesses are read once: the page opened again reads the list alone.
                (record, [.list]),
                (record + "/documents", [.list]),
                (record + "/documents?vue=parcours", [.list]), (record + "/documents?vue=miniatures", [.list]),
                (record + "/ajouter", []), (record + "/a-annoncer", [.list]), (record + "/vaccinations", [.list]),
                (record + "/vaccinations/ajouter", []), (record + "/volontes", [.readIdentity, .list]),
                (record + "/autorisations", [.listAuthorisations]),
                (record + "/autorisations/renoncer", []), (record + "/historique", [.readHistory]),
                (record + "/historique?urgences=oui", [.readHistory]), (record + "/quitter", []),
            ]
            for (path, acts) in expected {
                let before = try await Self.acts(stack, patient)
                #expect(try await browser.get(path).status == .ok, "\(path)")
                let after = try await Self.acts(stack, patient)
                #expect(after.dropFirst(before.count).map(\.act) == acts, "\(path)")
                #expect(after.allSatisfy { $0.means == .webSite && $0.outcome == .permitted }, "\(path)")
            }
        }
    }

    /// The list shows names, dates and what waits, and no patient has a trace of it.
    @Test func theListOfPatientsIsTheProfessionalsOwn() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            try await doctor.enter()
            let handle = try Self.handle(try await doctor.find(patient.ins.matricule.text).headers[.location])
            try await doctor.get("/dossiers/\(handle)/accord")
            try await doctor.post("/dossiers/\(handle)/accord", ["traitant": "oui"])
            let night = Browser(client, card: "card:cardiologist")
            try await night.enter()
            let asked = try Self.handle(try await night.find(patient.ins.matricule.text).headers[.location])
            try await night.get("/dossiers/\(asked)/urgence")
            try await night.post("/dossiers/\(asked)/urgence", ["cas": "bris-de-glace", "motif": "Coma"])
            let before = try await Self.acts(stack, patient)
            let morning = try await doctor.get("/patients")
            #expect(morning.body.contains("Accès en urgence par") && morning.body.contains("À faire"))
            #expect(morning.body.contains(patient.traits.name.spoken.typeset))
            #expect(try await night.get("/patients").body.contains("Justifier l’accès"))
            #expect(try await Self.acts(stack, patient) == before)
        }
    }
}
