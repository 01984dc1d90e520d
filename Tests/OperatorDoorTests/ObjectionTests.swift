import Custody
import Foundation
import HealthRecord
import OperatorDoor
import RecordService
import SampleRecords
import Testing

/// Objections that come on paper, and the reader of reports.
@Suite struct ObjectionTests {
    /// R1111-36: an objection to a suspension on paper stops its weeks; support answers it by lifting.
    @Test func anObjectionToASuspensionIsRecordedAndAnswered() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let matricule = jeanne.ins.matricule.text
        let (support, registrar) = (Desk.certificate(.support), Desk.certificate(.registrar))
        let early = try await desk.order(.objectSuspension, [.matricule: matricule], by: registrar)
        #expect(early.answer.fault?.code == .conflict && early.answer.fault?.element == "state")
        _ = try await desk.order(.suspend, [.matricule: matricule, .reason: "fraud"], by: support)
        let objected = try await desk.order(.objectSuspension, [.matricule: matricule], by: registrar)
        let request = try #require(objected.answer.result)
        desk.pass(days: 60)
        _ = try await desk.service.timeBrings()
        let listed = try await desk.order(.requests, [.matricule: matricule], by: support)
        #expect(listed.answer.requests?.map(\.kind) == ["suspensionObjection"])
        let settled = try await desk.order(
            .settle,
            [.matricule: matricule, .request: request, .answer: "granted"],
            by: support
        )
        #expect(settled.status == 200)
        let lifted = try #require(try await desk.history(jeanne, .resume).first)
        #expect(lifted.details["operatorRole"] == "support" && lifted.details["paper"] == "pièce 2026-118")
        let asked = try await desk.history(jeanne, .request).filter { $0.details["operatorRole"] == "registrar" }
        #expect(asked.count == 1)
    }

    /// L1111-14, § 1.1: the person in charge of a protection objects to the opening, and none comes of it.
    @Test func thePersonInChargeOfAProtectionObjectsToTheOpening() async throws {
        let desk = try Desk()
        let registrar = Desk.certificate(.registrar)
        let patient = try desk.patient("jeanne")
        let (fields, lists) = desk.traits(patient)
        #expect(try await desk.order(.announce, fields, lists: lists, by: registrar).status == 200)
        let objected = try await desk.order(.objectOpening, [.matricule: patient.ins.matricule.text], by: registrar)
        #expect(objected.status == 200 && objected.answer.standing == .done)
        desk.pass(days: 60)
        #expect(try await desk.service.timeBrings().opened == 0)
        // Whoever has objected is not announced to again.
        let before = desk.notices.count
        _ = try await desk.order(.announce, fields, lists: lists, by: registrar)
        #expect(desk.notices.count == before)
        // The journal has it, though no record does.
        let lines = try await desk.order(.journal, by: Desk.certificate(.auditor)).answer.lines ?? []
        #expect(lines.contains { $0.verb == "object-opening" && $0.index == nil })
        // Of a record that stands, closing is another order.
        let paul = try await desk.open("paul")
        let late = try await desk.order(.objectOpening, [.matricule: paul.ins.matricule.text], by: registrar)
        #expect(late.answer.fault?.code == .conflict && late.answer.fault?.element == "open")
    }

    /// Security design § 1.3: the data protection officer reads what was reported, under her name.
    @Test func reportsAreReadByTheDataProtectionOfficer() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let officer = Desk.certificate(.dataProtection)
        let fields = [VerbField.order: desk.newID().text, .paper: "revue du mois"]
        let empty = try await desk.order(.reports, fields, by: officer)
        #expect(empty.status == 200 && empty.answer.reports == [])
        let subject = try #require(Desk.world.professionals.first).actor().subject
        let report = HolderReport(about: .professional(subject), reason: .unknownPerson, text: "Qui est-ce ?")
        let request = try await desk.service.ask(.report(report), try await desk.holder(jeanne))
        let order = [VerbField.order: desk.newID().text, .paper: "revue du mois"]
        let found = try await desk.order(.reports, order, by: officer)
        #expect(found.answer.reports?.map(\.words) == ["Qui est-ce ?"])
        #expect(found.answer.reports?.first?.request == request)
        #expect(found.answer.traces?.count == 1)
        let look = try #require(
            try await desk.history(jeanne, .readIdentity).first { $0.rule == "operator.reports" }
        )
        #expect(look.details["operatorRole"] == "dataProtection" && look.details["paper"] == "revue du mois")
        // Without a paper nobody looks.
        let bare = try await desk.order(.reports, [.order: desk.newID().text], by: officer)
        #expect(bare.status == 400 && bare.answer.fault?.element == "paper")
    }
}
