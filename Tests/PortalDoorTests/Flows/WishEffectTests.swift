import AccessRules
import Custody
import HealthRecord
import SampleRecords
import Testing

@testable import PortalDoor

/// What would change if the holder decided, told of everybody whom it touches.
@Suite struct WishEffectTests {
    /// C3: where a record has one treating physician, naming another takes hidden documents away from the former one.
    @Test(arguments: [("era2011", true), ("era2016", false)])
    func theFormerTreatingPhysicianIsNamed(set: String, loses: Bool) async throws {
        let (stack, found) = try await ReadersTests.entry()
        let rules = try RuleBook.bundled()
        var entry = found
        entry.visibility = .maskedToProfessionals
        func policy(_ treating: SampleProfessional) throws -> RecordPolicy {
            var policy = RecordPolicy(
                policySet: set,
                state: .open(internet: .active),
                birthDate: try #require(CalendarDate(year: 1952, month: 4, day: 1))
            )
            policy.authorisations = [ReadersTests.leave(treating)]
            if case .person(let person) = treating.actor().subject { policy.treatingPhysicians = [person] }
            return policy
        }
        // Whoever reads it by the role alone: not its author.
        let physicians = try stack.people.professionals.filter { one in
            let policy = try policy(one)
            guard one.key != "gp",
                let known = KnownProfessional.all(in: policy, events: [], at: PageSamples.now, rules: rules).first,
                let actor = known.actor, actor.profession.isPhysician
            else { return false }
            let facts = DocumentFacts(entry, for: .care(actor))
            return PolicyEffect.decision(of: actor, on: facts, policy, PageSamples.now, rules).isPermitted
        }
        try #require(physicians.count > 1)
        let before = try policy(physicians[0])
        let wish = HolderWish.declareTreatingPhysician(ReadersTests.leave(physicians[1]))
        let after = wish.outcome(on: before, under: rules)
        func known(_ who: SampleProfessional, _ policy: RecordPolicy) throws -> KnownProfessional {
            try #require(
                KnownProfessional.all(in: policy, events: [], at: PageSamples.now, rules: rules).first {
                    $0.subject == who.actor().subject
                }
            )
        }
        let (former, next) = (try known(physicians[0], before), try known(physicians[1], after))
        let effect = PolicyEffect.of(
            from: before,
            to: after,
            on: [entry],
            people: [next],
            others: [former],
            now: PageSamples.now,
            rules: rules
        )
        #expect(effect.gains.map(\.name) == [next.spoken])
        #expect(effect.loses.map(\.name) == (loses ? [former.spoken] : []))
        #expect(effect.formerTreating == (loses ? [former.spoken] : []))
    }
}
