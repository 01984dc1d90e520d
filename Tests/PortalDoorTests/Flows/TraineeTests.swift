import AccessRules
import ClinicalDocuments
import HealthRecord
import SampleRecords
import Testing
import Wording

@testable import PortalDoor

/// Somebody in training on the portal: offered no role, and told of as the rules judge him (access and life cycle § 1.2).
@Suite struct TraineeTests {
    private static func leave(_ who: SampleProfessional, _ holder: HolderKind) -> Authorisation {
        var leave = ReadersTests.leave(who)
        leave.holder = holder
        return leave
    }

    private static func known(_ policy: RecordPolicy) throws -> KnownProfessional {
        let rules = try RuleBook.bundled()
        return try #require(KnownProfessional.all(in: policy, events: [], at: PageSamples.now, rules: rules).first)
    }

    private func physician() throws -> SampleProfessional {
        try #require(SamplePopulation(seed: 1, now: PageSamples.now).professional("cardiologist"))
    }

    private func policy() throws -> RecordPolicy {
        try #require(TypeRights.ordinary(try RuleBook.bundled(), now: PageSamples.now))
    }

    @Test(arguments: [(HolderKind.professional, true), (.trainee, false)])
    func noRoleIsOffered(holder: HolderKind, isOffered: Bool) throws {
        let who = try physician()
        var policy = try policy()
        for until in [nil, PageSamples.now.advanced(bySeconds: -1)] {
            var leave = Self.leave(who, holder)
            leave.until = until
            policy.authorisations = [leave]
            let choices = try Self.known(policy).choices(at: PageSamples.now)
            #expect(choices.contains(.nameTreating) == isOffered)
            #expect(choices.contains(.nameAdministrator) == isOffered)
            #expect(choices.contains(.block) && choices.contains(until == nil ? .revoke : .authorise))
        }
    }

    /// A leave given again stays one of somebody in training.
    @Test func theLeaveGivenOnThePortalKeepsTheKind() throws {
        let who = try physician()
        var policy = try policy()
        policy.authorisations = [Self.leave(who, .trainee)]
        let one = try Self.known(policy)
        #expect(one.leave(now: PageSamples.now)?.holder == .trainee)
        #expect(one.spoken == who.name.spoken)
        #expect(one.professionLabel.french.hasSuffix("en formation"))
    }

    /// Named in the roles, he reads nothing more by them; the page says so, as `decide` does.
    @Test(arguments: [(HolderKind.professional, true), (.trainee, false)])
    func thePageSaysWhatHeReads(holder: HolderKind, readsMasked: Bool) async throws {
        let (stack, found) = try await ReadersTests.entry()
        let rules = try RuleBook.bundled()
        let who = try #require(stack.people.professional("cardiologist"))
        var entry = found
        entry.visibility = .maskedToProfessionals
        for isAdministrator in [false, true] {
            var policy = try policy()
            policy.authorisations = [Self.leave(who, holder)]
            if isAdministrator { policy.administrators = [who.id] } else { policy.treatingPhysicians = [who.id] }
            let readers = DocumentReaders(
                entry: entry,
                policy: policy,
                known: KnownProfessional.all(in: policy, events: [], at: PageSamples.now, rules: rules),
                now: PageSamples.now,
                rules: rules
            )
            let line = try #require(readers.people.first { $0.name.contains(who.name.family) })
            let actor = CareActor(
                person: who.id,
                name: who.name,
                profession: who.profession,
                structure: who.workplace.structure,
                holder: holder,
                authentication: .direct
            )
            let decision = decide(
                subject: .care(actor),
                act: .read,
                resource: .document(DocumentFacts(entry, for: .care(actor))),
                context: Context(policy: policy, now: PageSamples.now),
                ruleBook: rules
            )
            #expect(line.mayRead == readsMasked && decision.isPermitted == readsMasked, "\(isAdministrator)")
            #expect(line.reason == DecisionWords.reason(decision))
            let rights = TypeRights(
                rules: rules,
                valueSets: try ValueSets.bundled(),
                policy: policy,
                now: PageSamples.now
            )
            #expect(rights.readable(try Self.known(policy), [entry]) == (readsMasked ? 1 : 0))
        }
    }
}
