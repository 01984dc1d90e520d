import HealthRecord
import Testing

@testable import AccessRules

/// An objection to feeding that was granted keeps out everybody but the holder's own side (CSP R1111-47).
@Suite struct FeedingObjectionTests {
    private func facts(
        _ origin: DocumentOrigin = .care,
        _ type: String = "11488-4",
        _ category: String = "10"
    ) -> Resource {
        .document(House.document(type, classCode: category, relation: .author, origin: origin))
    }

    @Test func nobodyFilesButTheHoldersOwnSide() throws {
        var policy = try House.policy()
        let physician = Subject.care(try House.care("10", specialty: "SM26"))
        for act in [Act.feed, .replace] {
            #expect(try House.ask(physician, act, facts(), policy).rule != .feedingObjected)
        }
        policy.refusesFeeding = true
        for act in [Act.feed, .replace, .feedBySecretary] {
            #expect(try House.ask(physician, act, facts(), policy).rule == .feedingObjected)
        }
        let insurer = try House.ask(ServiceActor.insurerFeed.subject, .feed, facts(.insurer, "REMB", "60"), policy)
        #expect(insurer.rule == .feedingObjected)
        let own = try House.ask(House.holder, .feed, facts(.holder, "DOCPAT02", "42"), policy)
        #expect(own.rule != .feedingObjected)
        // Reading and deleting are not feeding.
        #expect(try House.ask(physician, .testExistence, .record, policy).isPermitted)
    }

    /// Replayed from its trace, the refusal is the same; texts of before the objection was kept are read as without one.
    @Test func itIsReplayed() throws {
        var policy = try House.policy()
        let physician = Subject.care(try House.care("10", specialty: "SM26"))
        let book = try #require(House.book)
        for isObjected in [false, true] {
            policy.refusesFeeding = isObjected
            let context = Context(policy: policy, now: House.now, presence: .declared)
            let facts = try #require(
                DecisionFacts(subject: physician, act: .feed, resource: facts(), context: context, ruleBook: book)
            )
            let again = try DecisionFacts(text: try facts.text())
            #expect(again == facts)
            #expect((try again.replay(in: book).rule == .feedingObjected) == isObjected)
        }
    }
}
