import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// Whether silence agrees to emergencies is the set's to say, at each opening (key `emergency.agreedByDefault`, C4;
/// EX_1.1-1050).
@Suite struct EmergencyDefaultTests {
    private func custodian(_ house: House, agreed: Bool) throws -> Custodian {
        try house.open(
            rules: try House.rules(["emergency.agreedByDefault": agreed])
        ) { $0.policySet = "essai" }
    }

    @Test(arguments: [true, false])
    func aRecordThatOpensByItselfHasTheWishesOfItsSet(_ isAgreed: Bool) async throws {
        let house = try House()
        let custodian = try custodian(house, agreed: isAgreed)
        let invitation = Invitation(ins: try People.ins(1), traits: try People.traits())
        try await custodian.announce(invitation)
        house.pass(50 * 86_400)
        let tag = try custodian.tag(of: try People.qualified(1))
        let prepared = try #require(try await custodian.prepareAnnounced(tag))
        try await custodian.commitAnnounced(tag)
        let wishes = try #require(
            try await custodian.ledger.commit { try $0.context(of: prepared.reference.record) }.value
        ).policy.emergency
        #expect(wishes.refusesBreakGlass == !isAgreed && wishes.refusesRegulation == !isAgreed)
        try custodian.close()
    }

    @Test(arguments: [true, false])
    func whatIsSaidStandsAndSilenceIsTheSets(_ isAgreed: Bool) async throws {
        let house = try House()
        let custodian = try custodian(house, agreed: isAgreed)
        let said = EmergencyWishes(refusesBreakGlass: true)
        let silent = custodian.silentWishes(under: "essai")
        #expect(try custodian.wishes(StatedWishes(said), over: silent, under: "essai") == said)
        #expect(try custodian.wishes(StatedWishes(), over: silent, under: "essai") == silent)
        // Of two, one was said.
        let half = try custodian.wishes(StatedWishes(refusesBreakGlass: true), over: silent, under: "essai")
        #expect(half.refusesBreakGlass && half.refusesRegulation == !isAgreed)
        #expect(silent.refusesBreakGlass == !isAgreed && silent.refusesRegulation == !isAgreed)
        // Where no set says, nothing is agreed to.
        #expect(custodian.silentWishes(under: "none").refusesBreakGlass)
        try custodian.close()
    }
}
