import Foundation
import HealthRecord
import Testing

@testable import AccessRules

/// A declared team of which nobody asked the holder: who reads by it, under which set, until when, and how it is told.
@Suite struct DeclaredTeamTests {
    private let document = Resource.document(House.document())

    private func member(_ actor: CareActor, _ subject: CareSubject? = nil) -> DeemedMember {
        DeemedMember(
            subject: subject ?? actor.subject,
            name: actor.name,
            profession: actor.profession,
            structure: actor.structure,
            since: Instant(milliseconds: 0),
            namedBy: actor.subject
        )
    }

    private func team(
        _ members: [DeemedMember],
        number: UInt64 = 1,
        since: Instant = Instant(milliseconds: 0),
        until: Instant? = nil
    ) throws -> DeclaredTeam {
        DeclaredTeam(
            id: UniqueID(random: (number, 1)),
            name: "Équipe",
            declaredBy: try House.care("10", number: 9).subject,
            consent: .notAsked,
            members: members.map(\.subject),
            deemed: members,
            since: since,
            until: until
        )
    }

    private func reads(_ actor: CareActor, _ policy: RecordPolicy) throws -> Decision {
        let facts = Circumstances(team: CareTeam(of: actor, in: policy, at: House.now))
        return try House.ask(.care(actor), .read, document, policy, circumstances: facts)
    }

    /// § 2.1: of several teams the last end counts, and none where one goes on; it names him and nobody else.
    @Test func careGoesOnUntilTheLastTeamEnds() throws {
        let (nurse, other) = (
            try House.care("60", number: 2, structure: 2), try House.care("60", number: 3, structure: 3)
        )
        let (soon, later) = (House.now.advanced(bySeconds: 60), House.now.advanced(bySeconds: 120))
        var policy = try House.policy(set: "mes2022")
        policy.careTeams = [
            try team([member(nurse), member(other)], until: later), try team([member(nurse)], number: 2, until: soon),
        ]
        let ending = try #require(CareTeam(of: nurse, in: policy, at: House.now))
        #expect(ending.until == later && ending.members == [nurse.subject])
        policy.careTeams.append(try team([member(nurse)], number: 3))
        #expect(CareTeam(of: nurse, in: policy, at: House.now)?.until == nil)
        #expect(CareTeam(of: other, in: policy, at: later) == nil)
    }

    /// § 2.1: whoever holds a leave in force is listed by it alone; one that is over hides nothing.
    @Test func aLeaveInForceStandsForItself() throws {
        let nurse = try House.care("60", number: 2, structure: 2)
        let book = try #require(House.book)
        var policy = try House.policy(set: "mes2022")
        policy.careTeams = [try team([member(nurse)])]
        policy.authorisations = [House.leave(nurse)]
        #expect(book.deemedLeaves(in: policy, at: House.now).isEmpty)
        policy.authorisations[0].until = House.now
        #expect(book.deemedLeaves(in: policy, at: House.now).map(\.subject) == [nurse.subject])
    }

    /// § 2.1: all who are deemed authorised are listed, and whoever is of two teams once.
    @Test func eachMemberIsListedOnce() throws {
        let (nurse, other) = (
            try House.care("60", number: 2, structure: 2), try House.care("60", number: 3, structure: 3)
        )
        var policy = try House.policy(set: "mes2022")
        policy.careTeams = [try team([member(nurse), member(other)]), try team([member(nurse)], number: 2)]
        let listed = try #require(House.book).deemedLeaves(in: policy, at: House.now).map(\.subject)
        #expect(listed == [nurse.subject, other.subject])
    }

    /// § 2.1, CE 15/10/2025 n° 490409: only the set of 2022 asks for no initial consent; a block wins in each.
    @Test(arguments: PolicySetTests.names)
    func aTeamWithoutConsentReadsWhereTheSetAsksForNone(set: String) throws {
        let nurse = try House.care("60", number: 2, structure: 2)
        var policy = try House.policy(set: set)
        policy.careTeams = [try team([member(nurse)])]
        let rule = try reads(nurse, policy).rule
        switch set {
        case "mes2022": #expect(rule == .authorisationOfTeam)
        case "era2007", "era2011": #expect(rule == .authorisationMissing)
        default: #expect(rule == .teamConsentMissing)
        }
        let book = try #require(House.book)
        let deemed = book.deemedLeaves(in: policy, at: House.now)
        #expect(deemed.map(\.subject) == (set == "mes2022" ? [nurse.subject] : []))
        #expect(deemed.allSatisfy { $0.origin == .deemedOfTeam })
        policy.blocks = [Block(subject: nurse.subject, name: nurse.name, profession: nil, since: House.now)]
        #expect(try reads(nurse, policy).rule == .blocked)
        #expect(book.deemedLeaves(in: policy, at: House.now).isEmpty)
    }

    /// R1111-46: while care goes on, and for those alone who are of the team, in person or by their structure.
    @Test func itLastsAsLongAsTheTeamAndReachesNobodyElse() throws {
        let nurse = try House.care("60", number: 2, structure: 2)
        let other = try House.care("60", number: 3, structure: 3)
        var policy = try House.policy(set: "mes2022")
        for (offset, isOn) in [(Int64(0), false), (1, true)] {
            policy.careTeams = [
                try team([member(nurse)], until: Instant(milliseconds: House.now.milliseconds + offset))
            ]
            #expect(try reads(nurse, policy).isPermitted == isOn)
            #expect(try !reads(other, policy).isPermitted)
        }
        policy.careTeams = [try team([member(nurse)], since: Instant(milliseconds: House.now.milliseconds + 1))]
        #expect(try !reads(nurse, policy).isPermitted)
        policy.careTeams = [try team([member(other, .structure(other.structure.id))])]
        #expect(try reads(other, policy).rule == .authorisationOfTeam)
        // Of two teams the one that lasts.
        policy.careTeams = [
            try team([member(nurse)], until: House.now), try team([member(nurse)], number: 2),
        ]
        #expect(try reads(nurse, policy).rule == .authorisationOfTeam)
        // A team with a stated consent stands by its leaves.
        let stated = DeclaredTeam(
            id: UniqueID(random: (3, 1)),
            name: "Équipe",
            declaredBy: other.subject,
            members: [nurse.subject],
            since: Instant(milliseconds: 0),
            until: nil
        )
        policy.careTeams = [stated]
        #expect(CareTeam(of: nurse, in: policy, at: House.now) == nil)
        #expect(try reads(nurse, policy).rule == .authorisationMissing)
    }

    /// Design § 2, law 3: the function that decides tells of such a member, and of what the team's end would take away.
    @Test func theExplanationNamesTheMember() throws {
        let book = try #require(House.book)
        let nurse = try House.care("60", number: 2, structure: 2)
        var policy = try House.policy(set: "mes2022")
        policy.careTeams = [try team([member(nurse)])]
        let facts = House.document()
        let explanation = Explanation(of: facts, policy: policy, now: House.now, ruleBook: book) { _ in .none }
        #expect(explanation.named.map(\.subject) == [nurse.subject])
        #expect(explanation.named.map(\.decision.rule) == [.authorisationOfTeam])
        var ended = policy
        ended.careTeams = []
        let effect = ChoiceEffect(
            from: policy,
            to: ended,
            documents: [ChoiceEffect.Document(facts)],
            now: House.now,
            ruleBook: book
        )
        #expect(effect.changes.map(\.affected) == [.named(nurse.subject)] && effect.changes.first?.loses == [0])
        // The set of 2026 takes the same away.
        ended = policy
        ended.policySet = "mes2026"
        let moved = ChoiceEffect(
            from: policy,
            to: ended,
            documents: [ChoiceEffect.Document(facts)],
            now: House.now,
            ruleBook: book
        )
        #expect(moved.changes.contains { $0.affected == .named(nurse.subject) && $0.loses == [0] })
    }

    /// What a trace keeps of such a decision gives it again.
    @Test(arguments: ["mes2022", "mes2026"]) func theTraceDecidesAgain(set: String) throws {
        let book = try #require(House.book)
        let nurse = try House.care("60", number: 2, structure: 2)
        var policy = try House.policy(set: set)
        policy.careTeams = [try team([member(nurse)])]
        let context = Context(
            policy: policy,
            now: House.now,
            circumstances: Circumstances(team: CareTeam(of: nurse, in: policy, at: House.now))
        )
        let decision = decide(
            subject: .care(nurse),
            act: .read,
            resource: document,
            context: context,
            ruleBook: book
        )
        #expect(decision.isPermitted == (set == "mes2022"))
        let facts = try #require(
            DecisionFacts(subject: .care(nurse), act: .read, resource: document, context: context, ruleBook: book)
        )
        #expect(try DecisionFacts(text: facts.text()).replay(in: book) == decision)
    }

    /// A file of before teams could stand without a consent says that each had one.
    @Test func aTeamOfBeforeReadsAsConsentedTo() throws {
        let nurse = try House.care("60", number: 2)
        let whole = try JSONEncoder().encode(try team([member(nurse)]))
        var fields = try #require(try JSONSerialization.jsonObject(with: whole) as? [String: Any])
        fields["consent"] = nil
        fields["deemed"] = nil
        let read = try JSONDecoder().decode(DeclaredTeam.self, from: JSONSerialization.data(withJSONObject: fields))
        #expect(read.consent == .stated && read.deemed.isEmpty && read.members == [nurse.subject])
    }
}
