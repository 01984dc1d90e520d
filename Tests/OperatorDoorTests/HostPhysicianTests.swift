import Custody
import Foundation
import HealthRecord
import OperatorDoor
import RecordService
import SampleRecords
import Testing

/// The host's physician at the operators' door: a list and a document, while the procedure lets him in and never else
/// (C11; security design § 2.13).
@Suite struct HostPhysicianTests {
    private static let physician = Desk.certificate(.hostPhysician)
    private static let words = "Soins de mars"

    /// A record with one document, of which the holder asked in writing that the physician look into it.
    private struct Scene {
        let desk: Desk
        let patient: SamplePatient
        let matricule: String
        let request: String

        init() async throws {
            desk = try Desk()
            patient = try await desk.open("jeanne")
            matricule = patient.ins.matricule.text
            let statement: [VerbField: String] = [
                .matricule: matricule, .document: "1.2.250.1.999.7.1", .title: "Historique de soins",
                .mediaType: "text/plain", .content: Data(words.utf8).base64EncodedString(), .from: "2026-03-01",
                .to: "2026-03-30",
            ]
            #expect(try await desk.order(.feed, statement, by: Desk.certificate(.insurer)).status == 200)
            let asked = try await desk.order(.hostRequest, [.matricule: matricule], by: Desk.certificate(.registrar))
            request = try #require(asked.answer.result)
        }

        func approve(by role: OperatorRole) async throws {
            let fields: [VerbField: String] = [.matricule: matricule, .request: request]
            #expect(try await desk.order(.hostApprove, fields, by: Desk.certificate(role)).status == 200)
        }

        func list() async throws -> (status: Int, answer: OperatorAnswer) {
            try await desk.order(.hostList, [.matricule: matricule], by: physician)
        }

        func read(_ document: String) async throws -> (status: Int, answer: OperatorAnswer) {
            try await desk.order(.hostRead, [.matricule: matricule, .document: document], by: physician)
        }
    }

    @Test func heReadsForADayOnceTwoHaveApproved() async throws {
        let scene = try await Scene()
        #expect(try await scene.list().answer.fault?.element == "host.procedure")
        try await scene.approve(by: .officer)
        #expect(try await scene.list().answer.fault?.element == "host.procedure")
        try await scene.approve(by: .dataProtection)
        let listed = try await scene.list()
        let document = try #require(listed.answer.documents?.first)
        #expect(listed.status == 200 && listed.answer.documents?.count == 1 && listed.answer.content == nil)
        #expect(document.title == "Historique de soins")
        let read = try await scene.read(document.document)
        #expect(read.answer.documents == [document])
        let content = try #require(read.answer.content.flatMap { Data(base64Encoded: $0) })
        #expect(String(decoding: content, as: UTF8.self).contains(Self.words))
        scene.desk.pass(days: 1)
        #expect(try await scene.list().answer.fault?.element == "host.procedure")
        let late = try await scene.read(document.document)
        #expect(late.status == 409 && late.answer.content == nil)
    }

    @Test func theHolderReadsWhoLookedAndOnWhichPaper() async throws {
        let scene = try await Scene()
        _ = try await scene.list()
        for role in [OperatorRole.officer, .dataProtection] { try await scene.approve(by: role) }
        let listed = try await scene.list()
        let document = try #require(listed.answer.documents?.first?.document)
        let read = try await scene.read(document)
        let events = try await scene.desk.service.history(try await scene.desk.holder(scene.patient)).events
            .filter { $0.actor == .system("MEDECIN_HEBERGEUR") }
        #expect(
            events.map { "\($0.act) \($0.outcome)" } == ["read permitted", "list permitted", "list refused"]
        )
        for event in events {
            #expect(event.details[TraceEvent.operatorKey] == "Opérateur hostPhysician")
            #expect(event.details[TraceEvent.operatorRoleKey] == "hostPhysician")
            #expect(event.details[TraceEvent.paperKey] == "pièce 2026-118")
        }
        #expect(read.answer.traces?.count == 1)
        let told = try await scene.desk.news.count { if case .hostAccess = $0.notice { true } else { false } }
        // Once when he was let in, once for each of his two visits.
        #expect(told == 3)
    }

    @Test func whatIsNotThereIsNotFound() async throws {
        let scene = try await Scene()
        for role in [OperatorRole.officer, .dataProtection] { try await scene.approve(by: role) }
        let absent = try await scene.read(scene.desk.newID().text)
        #expect(absent.status == 409 && absent.answer.fault?.element == "document" && absent.answer.content == nil)
        #expect(try await scene.read("7x").answer.fault?.element == VerbField.document.rawValue)
        let nobody = try await scene.desk.order(
            .hostList,
            [.matricule: try scene.desk.matricule("paul")],
            by: Self.physician
        )
        // Whoever is not let in hears the same of nobody's matricule as of somebody's, and of neither without end.
        let closed = try await Scene().list()
        #expect(nobody.status == closed.status && nobody.answer.fault == closed.answer.fault)
        let paul = try scene.desk.matricule("paul")
        for _ in 1..<20 { _ = try await scene.desk.order(.hostList, [.matricule: paul], by: Self.physician) }
        #expect(try await scene.list().answer.fault?.code == .tooManyMisses)
    }
}
