import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// What is shown of a decision beforehand is what the custodian writes, whatever the decision and the record's set: the holder
/// decides himself (CSP L1111-19), and knows what.
@Suite struct WishOutcomeTests {
    private func wishes() throws -> [HolderWish] {
        let (one, two, three) = (try People.doctor(1), try People.doctor(2), try People.doctor(3))
        let leaves = [one, two, three].map { People.leave($0) }
        let closure = CategoryClosure(profession: "10", category: "11")
        return [
            .authorise(leaves[0]), .declareTreatingPhysician(leaves[0]), .declareTreatingPhysician(leaves[1]),
            .declareTreatingPhysician(leaves[1]), .nameAdministrator(leaves[2]), .block(People.block(three)),
            .declareTreatingPhysician(leaves[2]), .authorise(leaves[2]), .unblock(three.subject),
            .nameAdministrator(leaves[2]), .withdrawAdministrator(try #require(three.person)), .revoke(one.subject),
            .removeTreatingPhysician(try #require(two.person)), .closeCategory(closure), .openCategory(closure),
            .emergency(EmergencyWishes(refusesBreakGlass: true, opensMaskedDocuments: true)),
            .defaultVisibility(.maskedToProfessionals), .refuseHeirs(true), .notices(NoticeChoices(firstAccess: false)),
            .endTeam(UniqueID(random: (1, 1))), .nameAdministrator(leaves[2]), .revoke(three.subject),
            .declareTreatingPhysician(leaves[0]), .revoke(one.subject),
        ]
    }

    @Test(arguments: ["era2007", "era2011", "era2016", "era2019", "mes2022", "mes2026"])
    func whatIsShownIsWhatIsWritten(set: String) async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = set }
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        var written = 0
        for wish in try wishes() {
            let before = try await custodian.holderFile(holder).policy
            let shown = wish.outcome(on: before, under: custodian.rules)
            do {
                _ = try await custodian.carryOut(wish, holder)
                // Each writing counts one more version.
                var kept = try await custodian.holderFile(holder).policy
                kept.version = shown.version
                #expect(kept == shown, "\(wish)")
                if shown != before { written += 1 }
            } catch {
                // What the set does not know changes nothing.
                #expect(try await custodian.holderFile(holder).policy == before, "\(wish)")
            }
        }
        #expect(written >= 6)
        try custodian.close()
    }

    /// C3: where a record has one treating physician, the new one takes the other's place; a blocked one takes nobody's.
    @Test(arguments: [("era2007", true), ("era2011", true), ("era2016", false), ("mes2026", false)])
    func aNewTreatingPhysicianTakesThePlaceOfTheOther(set: String, isAlone: Bool) throws {
        let rules = try RuleBook.bundled()
        let (one, two) = (try People.doctor(1), try People.doctor(2))
        let day = try #require(CalendarDate(year: 1970, month: 5, day: 1))
        var policy = RecordPolicy(policySet: set, state: .open(internet: .active), birthDate: day)
        policy = HolderWish.declareTreatingPhysician(People.leave(one)).outcome(on: policy, under: rules)
        let (first, second) = (try #require(one.person), try #require(two.person))
        let next = HolderWish.declareTreatingPhysician(People.leave(two))
        #expect(next.outcome(on: policy, under: rules).treatingPhysicians == (isAlone ? [second] : [first, second]))
        policy.blocks = [People.block(two)]
        #expect(next.outcome(on: policy, under: rules) == policy)
    }
}
