import HealthRecord
import Testing

@testable import AccessRules

/// An auditor's replay: from the facts kept with a trace, the same decision again.
@Suite struct ReplayTests {
    @Test func theFactsOfADecisionDecideTheSame() throws {
        let book = try #require(House.book)
        let actor = try House.care("10")
        let stranger = try House.care("60", number: 7, structure: 7)
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor), House.leave(stranger)]
        policy.blocks = [Block(subject: stranger.subject, name: stranger.name, profession: nil, since: House.now)]
        let context = Context(policy: policy, now: House.now)
        let facts = try #require(
            DecisionFacts(
                subject: .care(actor),
                act: .read,
                resource: .document(House.document()),
                context: context,
                ruleBook: book
            )
        )
        let decision = try facts.replay(in: book)
        #expect(decision.rule == .authorisationValid && decision.isPermitted)
        #expect(facts.edition == "mes2026@1" && facts.form == 2)
        // Nothing of others is kept, and nothing of what does not matter.
        #expect(facts.policy.leaves.count == 1 && facts.policy.blocks.isEmpty && facts.circumstances == nil)
        let text = try facts.text()
        #expect(!text.contains(stranger.subject.text) && text.utf8.count < 1200)
        #expect(try DecisionFacts(text: text) == facts && DecisionFacts(text: text).text() == text)
    }

    @Test func whatTheBookLacksIsNamed() throws {
        let book = try #require(House.book)
        var policy = try House.policy()
        func facts(_ book: RuleBook) throws -> DecisionFacts? {
            DecisionFacts(
                subject: House.holder,
                act: .signIn,
                resource: .record,
                context: Context(policy: policy, now: House.now),
                ruleBook: book
            )
        }
        let newer = try House.edited { $0.replacing("\"version\": 1", with: "\"version\": 2") }
        let kept = try #require(try facts(newer))
        #expect(kept.edition == "mes2026@2")
        #expect(throws: ReplayError.unknownEdition("mes2026@2")) { try kept.replay(in: book) }
        let text = try kept.text().replacing("\"v\":2", with: "\"v\":9")
        #expect(throws: ReplayError.unknownForm(9)) { try DecisionFacts(text: text).replay(in: newer) }
        policy.policySet = "nowhere"
        #expect(try facts(book) == nil)
    }

    @Test func aFormerEditionDecidesAsItDid() throws {
        var texts = try RuleBook.Texts.bundled()
        let bytes = try #require(texts.policySets["mes2026.json"])
        func edition(_ version: Int, glass: Bool) -> [UInt8] {
            Array(
                String(decoding: bytes, as: UTF8.self)
                    .replacing("\"id\": \"mes2026\"", with: "\"id\": \"house\"")
                    .replacing("\"version\": 1", with: "\"version\": \(version)")
                    .replacing(
                        "\"emergency.btg\": {\n      \"value\": true",
                        with: "\"emergency.btg\": {\n      \"value\": \(glass)"
                    ).utf8
            )
        }
        texts.addedSets = ["1": edition(1, glass: true)]
        let then = try RuleBook(texts)
        texts.addedSets["2"] = edition(2, glass: false)
        let now = try RuleBook(texts)
        let context = Context(
            policy: try House.policy(set: "house"),
            mode: .breakGlass(reason: "Coma"),
            now: House.now
        )
        let subject = Subject.care(try House.care("10"))
        func facts(_ book: RuleBook) -> DecisionFacts? {
            DecisionFacts(
                subject: subject,
                act: .read,
                resource: .document(House.document()),
                context: context,
                ruleBook: book
            )
        }
        #expect(try #require(facts(then)).replay(in: now).isPermitted)
        #expect(try #require(facts(now)).replay(in: now).rule == .modeOff)
    }
}
