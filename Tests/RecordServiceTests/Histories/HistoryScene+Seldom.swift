import HealthRecord
import SampleRecords
import Testing

@testable import Custody
@testable import RecordService

extension HistoryScene {
    /// Whoever a move about another is about: the cardiologist, whom nobody of the portal has given leave.
    private func colleague() throws -> Caller { try #require(callers.first { $0.name == "physicianWithout" }) }

    /// Everything that can be done seldom in this scene, with those of either door who may try it.
    func seldomMoves() async throws -> [(move: HistoryMove, hands: [Hand])] {
        let (service, about) = (office.service, try colleague())
        let nir = try #require(NIR(body: "1700521231997"))
        let carer = NewRepresentative(
            name: PersonName(family: "Voisin", given: "Camille"),
            birthDate: try #require(CalendarDate(year: 1970, month: 5, day: 1)),
            ins: try #require(QualifiedINS(INS(nir, root: .test), in: .rehearsal)),
            kind: .carer,
            until: office.now.advanced(bySeconds: 200 * 86_400),
            address: ["là"]
        )
        let wishes =
            try HistoryMove.seldomWishes(service, about: about, now: office.now)
            + HistoryMove.mandates(service, of: carer)
        let open = try await context().file.emergencies.first { $0.justification == nil }
        let statements = HistoryMove.seldomStatements(service, about: about, justifying: open?.id)
        let last = HistoryMove.treating(service, about: about, now: office.now)
        let (portal, software) = (people.map(Hand.portal), callers.map(Hand.software))
        return statements.map { ($0, software) } + wishes.map { ($0, portal) } + last.map { ($0, software) }
    }

    /// Everything that a history can do, seldom or often.
    func allMoves() async throws -> [HistoryMove] {
        let (service, about) = (office.service, try colleague())
        let id = try #require(OID("2.25.77709999"))
        return [
            HistoryMove.looking(service), HistoryMove.standing(service), HistoryMove.documents(service, id),
            HistoryMove.wishes(service, about: about, now: office.now), try await seldomMoves().map(\.move),
        ].flatMap { $0 }
    }

    /// One seldom thing by chance; the name of what was permitted.
    func seldomStep() async throws -> String? {
        let (move, hands) = try #require(try await seldomMoves().randomElement(using: &random))
        return try await play(move, by: try #require(hands.randomElement(using: &random)))
    }

    /// One after another tries it, until somebody may.
    func tryAll(_ move: HistoryMove, _ hands: [Hand]) async throws -> String? {
        for hand in hands { if let done = try await play(move, by: hand) { return done } }
        return nil
    }

    /// The operator suspends the record and lifts it: each turn has its one trace, and nobody gets in between.
    func suspendAndResume() async throws {
        let qualified = try office.qualified(patient)
        try await expectTurn(.suspend) { try await self.office.service.suspend(qualified, reason: "fraude") }
        for caller in callers {
            let visit = try await visit(caller)
            await #expect(throws: ServiceError.self, "\(caller.name)") { try await self.office.service.list(visit) }
        }
        try await expectTurn(.resume) { try await self.office.service.liftSuspension(qualified) }
    }

    /// The record passes to another set and comes back, each time with one trace.
    func migrateThereAndBack() async throws {
        let qualified = try office.qualified(patient)
        for other in [set == "mes2022" ? "mes2026" : "mes2022", set] {
            try await expectTurn(.migrate) { try await self.office.service.migrate(qualified, to: other) }
        }
    }

    private func expectTurn(_ act: TracedAct, _ turn: () async throws -> Void) async throws {
        let start = try await sequence()
        try await turn()
        let own = try await events(after: start).filter { $0.act == act }
        #expect(own.count == 1 && own.allSatisfy { $0.outcome == .permitted }, "\(act)")
        for event in own {
            if case .system = event.actor { continue }
            Issue.record("\(act) by \(event.actor)")
        }
    }

    private func play(_ move: HistoryMove, by hand: Hand) async throws -> String? {
        var caller: Caller?
        if case .software(let one) = hand { caller = one }
        return try await play(move, hand.name, caller) { try await self.visit(hand) }
    }
}
