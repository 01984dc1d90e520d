import Custody
import HealthRecord
import OperatorDoor
import RecordService
import SampleRecords
import Testing

/// Closed, reopened and destroyed as the holder asks in writing, and the holder told (access and life cycle § 4, CSP R1111-36).
@Suite struct PaperReturnTests {
    private let registrar = Desk.certificate(.registrar)

    /// What the holder was told of the life of the record since so many messages.
    private func told(_ desk: Desk, since count: Int) async throws -> [Notice] {
        try await desk.news.dropFirst(count).map(\.notice).filter { notice in
            switch notice {
            case .recordClosed, .recordReopened, .erasureAsked: true
            default: false
            }
        }
    }

    /// R1111-36: whoever did not close it himself learns that it is closed.
    @Test(arguments: ["death", "request", "authority"])
    func aClosingIsTold(reason: String) async throws {
        let desk = try Desk()
        let matricule = try await desk.open("jeanne").ins.matricule.text
        let count = try await desk.news.count
        let fields: [VerbField: String] = [.matricule: matricule, .reason: reason]
        #expect(try await desk.order(.close, fields, by: registrar).status == 200)
        #expect(try await told(desk, since: count) == [.recordClosed(at: desk.now)])
    }

    @Test func aClosedRecordIsReopenedOnPaper() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let fields: [VerbField: String] = [.matricule: jeanne.ins.matricule.text]
        let open = try await desk.order(.reopen, fields, by: registrar)
        #expect(open.status == 409 && open.answer.fault?.element == "state")
        let close = fields.merging([.reason: "request"]) { $1 }
        #expect(try await desk.order(.close, close, by: registrar).status == 200)
        await #expect(throws: ServiceError.self) { _ = try await desk.holder(jeanne) }
        let count = try await desk.news.count
        let reopened = try await desk.order(.reopen, fields, by: registrar)
        #expect(reopened.status == 200 && reopened.answer.standing == .done && reopened.answer.traces?.count == 1)
        #expect(try await told(desk, since: count) == [.recordReopened(at: desk.now)])
        let event = try await desk.history(jeanne, .reopen).first
        #expect(event?.details["operator"] == "Opérateur registrar" && event?.details["paper"] == "pièce 2026-118")
    }

    /// R1111-36: nobody alone has what is written destroyed; the support sees when it is due, and a reopening cancels it.
    @Test func anErasureOnPaperTakesTwo() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let fields: [VerbField: String] = [.matricule: jeanne.ins.matricule.text]
        func erase() async throws -> (status: Int, answer: OperatorAnswer) {
            let id = desk.newID()
            for _ in 0..<2 {
                let first = try await desk.order(.erase, fields, by: registrar, id: id)
                #expect(first.status == 202 && first.answer.standing == .awaitsSecond)
            }
            return try await desk.order(.erase, fields, by: Desk.otherRegistrar, id: id)
        }
        #expect(try await erase().answer.fault?.element == "state", "it is in use")
        let close = fields.merging([.reason: "request"]) { $1 }
        #expect(try await desk.order(.close, close, by: registrar).status == 200)
        let count = try await desk.news.count
        let done = try await erase()
        #expect(done.status == 200 && done.answer.standing == .done)
        #expect(try await told(desk, since: count) == [.erasureAsked(at: desk.now)])
        let list = try await desk.order(.requests, fields, by: Desk.certificate(.support))
        let request = try #require(list.answer.requests?.first)
        #expect(request.kind == "earlyErasure" && request.due != nil && request.id.text == done.answer.result)
        #expect(try await erase().answer.fault?.element == "asked")
        #expect(try await desk.order(.reopen, fields, by: registrar).status == 200)
        desk.pass(days: 100)
        _ = try await desk.service.timeBrings()
        let asked = try await desk.history(jeanne, .request).first { $0.rule == "erasure.asked" }
        #expect(asked?.details["firstOperator"] == "Opérateur registrar")
        #expect(asked?.details["operator"] == "Autre Registre")
    }

    /// L1111-18: after a death neither is anybody's to ask; a death that was none is undone by an order of its own.
    @Test func afterADeathNothingIsAskedOnPaper() async throws {
        let desk = try Desk()
        let fields: [VerbField: String] = [.matricule: try await desk.open("jeanne").ins.matricule.text]
        let death = fields.merging([.reason: "death"]) { $1 }
        #expect(try await desk.order(.close, death, by: registrar).status == 200)
        #expect(try await desk.order(.reopen, fields, by: registrar).answer.fault?.element == "state")
        let id = desk.newID()
        #expect(try await desk.order(.erase, fields, by: registrar, id: id).status == 202)
        let second = try await desk.order(.erase, fields, by: Desk.certificate(.dataProtection), id: id)
        #expect(second.answer.fault?.element == "state")
    }
}
