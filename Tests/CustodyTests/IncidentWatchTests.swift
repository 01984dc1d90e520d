import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

/// What time brings to the register of incidents (access and life cycle § 6; GDPR article 33(1); CSP L1111-8-2).
@Suite struct IncidentWatchTests {
    private func facts(_ known: Instant, risk: IncidentRisk, gravity: IncidentGravity = .ordinary) -> IncidentFacts {
        IncidentFacts(
            known: known,
            natures: [.integrity],
            touched: "CANARI de la sauvegarde",
            risk: risk,
            gravity: gravity
        )
    }

    /// Not later than 72 hours: at 72 hours it is in time, after them it is late, and that is told once.
    @Test func theAuthorityIsToldWithinSeventyTwoHours() async throws {
        let house = try House()
        var custodian = try house.open()
        let incident = house.requestID()
        try await custodian.declareIncident(facts(house.now, risk: .likely), as: incident)
        house.pass(72 * 3600 - 1)
        for _ in 0..<2 {
            let standing = try await custodian.watchIncidents()
            #expect(standing == IncidentStanding(open: [.authority: 1], overdue: [:], alarms: []))
            house.pass(1)
        }
        let late = try await custodian.watchIncidents()
        #expect(late == IncidentStanding(open: [.authority: 1], overdue: [.authority: 1], alarms: [.authority]))
        try custodian.close()
        custodian = try house.open()
        let again = try await custodian.watchIncidents()
        #expect(again.overdue == [.authority: 1] && again.alarms.isEmpty)
        try await custodian.noteTold(.authority, of: incident)
        #expect(try await custodian.watchIncidents() == IncidentStanding(open: [:], overdue: [:], alarms: []))
        try custodian.close()
    }

    /// *Without delay* has no number: it is late as long as it waits.
    @Test func whatIsDueWithoutDelayWaitsForNothing() async throws {
        let house = try House()
        let custodian = try house.open()
        try await custodian.declareIncident(facts(house.now, risk: .high, gravity: .serious), as: house.requestID())
        house.pass(1)
        let standing = try await custodian.watchIncidents()
        #expect(standing.alarms == [.state, .persons] && standing.overdue == [.state: 1, .persons: 1])
        #expect(try await custodian.watchIncidents().alarms.isEmpty)
        try custodian.close()
    }

    @Test func nobodyKnowsOfAnIncidentBeforeItIsKnown() async throws {
        let house = try House()
        let custodian = try house.open()
        await #expect(throws: CustodyError.conflict("known")) {
            try await custodian.declareIncident(
                facts(house.now.advanced(bySeconds: 1), risk: .high),
                as: house.requestID()
            )
        }
        try custodian.close()
    }

    /// GDPR article 34: whoever has no e-mail and no telephone is written a letter; the dead are not written to.
    @Test(arguments: [nil, ClosureReason.death, .holderRequest])
    func aLetterGoesWhereNothingElseDoesAndNoneToTheDead(closed: ClosureReason?) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        _ = try await custodian.ledger.commit { transaction in
            var context = try #require(try transaction.context(of: person.record))
            context.change { file in
                file.email = nil
                file.phone = nil
            }
            transaction.keep(context)
        }
        if let closed { try await custodian.close(person.record, reason: closed) }
        let (incident, before) = (house.requestID(), try await house.news.count)
        try await custodian.declareIncident(facts(house.now, risk: .high), as: incident)
        let ins = try #require(QualifiedINS(person.ins, in: .rehearsal))
        try await custodian.tellOfIncident(incident, to: [ins], words: "mots")
        let told = try await house.news.dropFirst(before).map(\.channel.kind)
        #expect(told == (closed == .death ? [] : [.letter]))
        #expect(try await custodian.chain(of: person.record).last?.act == .tellIncident)
        try custodian.close()
    }

    /// Security design § 1.3: what is told of an incident lies sealed.
    @Test func theWordsLieSealed() async throws {
        let house = try House()
        let custodian = try house.open()
        try await custodian.declareIncident(facts(house.now, risk: .high), as: house.requestID())
        let row = try await custodian.ledger.read { try Data.fetchOne($0, sql: "SELECT facts_ct FROM incident") }
        #expect(try #require(row).range(of: Data("CANARI".utf8)) == nil)
        try custodian.close()
    }
}
