import HealthRecord
import Testing

@testable import AccessRules

/// Corners that mutants of the rules once hid in.
@Suite struct CornerTests {
    private let document = Resource.document(House.document())

    @Test func evidenceWithoutAProfessionBindsNobody() throws {
        let actor = try House.care("")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        #expect(try House.ask(.care(actor), .feed, document, policy).rule == .actorUnbound)
    }

    @Test func aSetMayDoWithoutAReason() throws {
        let actor = try House.care("10")
        let book = try House.turned(.emergencyReason, to: false)
        let decision = try House.ask(
            .care(actor),
            .read,
            document,
            try House.policy(),
            mode: .breakGlass(reason: " "),
            book: book
        )
        #expect(decision.isPermitted)
    }

    @Test(
        arguments: [("PT3M", 180), ("P14D", 14 * 86_400), ("P6W", 42 * 86_400), ("P1M", 30 * 86_400)]
            as [(String, Int64)]
    )
    func periodsEndAtAMoment(period: String, seconds: Int64) throws {
        let start = try #require(Instant(year: 2026, month: 4, day: 1, hour: 13, minute: 5))
        #expect(try #require(Period(period)).end(from: start) == start.advanced(bySeconds: seconds))
        #expect(Period(period)?.iso8601 == period)
    }

    @Test func decisionsKeptFromAMandate() throws {
        let guardian = House.representative(.guardian)
        let facts = Circumstances(mandate: Mandate(basis: .representation, limits: [.decisions]))
        var policy = try House.policy()
        for (act, status) in [(Act.archive, AvailabilityStatus.approved), (.restore, .archived), (.delete, .approved)] {
            let own = House.document("DOCPAT02", classCode: "42", status: status, relation: .author, origin: .holder)
            let decision = try House.ask(guardian, act, .document(own), policy, circumstances: facts)
            #expect(decision.rule == .mandateLimited, "\(act)")
        }
        policy.state = .closed(at: House.now, reason: .holderRequest)
        for act in [Act.reopen, .requestErasure] {
            #expect(try House.ask(guardian, act, policy, circumstances: facts).rule == .mandateLimited, "\(act)")
        }
    }

    @Test func onlyTheSignatureOfALotPassesTheProfessionMatrix() throws {
        let actor = try House.care("80")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        for (code, system) in [("E1762", CodeSystem.loinc), ("E1763", "ASTM")] {
            var facts = House.document("no", classCode: "no")
            facts.typeCode = Code(code, system)
            #expect(try House.ask(.care(actor), .search, .document(facts), policy).rule == .professionUndefined)
        }
    }
}
