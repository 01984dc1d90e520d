import AccessRules
import HealthRecord
import Testing

/// An auditor decides again what a trace says was decided.
@Suite struct TracedDecisionTests {
    private let book: RuleBook
    private let actor = Actor.holder(PersonName(family: "Essai", given: "Dominique"))
    private let now = Instant(milliseconds: 1_775_000_000_000)

    init() throws { book = try RuleBook.bundled() }

    private var context: Context {
        get throws {
            Context(
                policy: RecordPolicy(
                    policySet: "mes2026",
                    state: .open(internet: .active),
                    birthDate: try #require(CalendarDate(year: 1970, month: 5, day: 1))
                ),
                now: now,
                today: now.date,
                presence: .confirmed
            )
        }
    }

    private func event(
        rule: String? = nil,
        outcome: TracedOutcome? = nil,
        facts text: String? = nil
    ) throws -> TraceEvent {
        let context = try context
        let decision = decide(subject: actor, act: .search, resource: .record, context: context, ruleBook: book)
        let facts = try #require(
            DecisionFacts(subject: actor, act: .search, resource: .record, context: context, ruleBook: book)
        )
        return TraceEvent(
            sequence: 1,
            time: now,
            act: .list,
            actor: actor,
            mode: .normal,
            documents: [],
            outcome: outcome ?? (decision.isPermitted ? .permitted : .refused),
            rule: rule ?? decision.rule.rawValue,
            policy: "mes2026@1",
            node: "app",
            request: UniqueID(random: (1, 2)),
            details: [TraceEvent.factsKey: try text ?? facts.text()]
        )
    }

    @Test func whatWasDecidedFollowsAgain() throws { #expect(TracedDecision(try event(), in: book) == .same) }

    @Test func anotherRuleOrAnotherOutcomeIsFound() throws {
        for changed in [try event(rule: "block.named"), try event(outcome: .refused)] {
            guard case .different = TracedDecision(changed, in: book) else {
                Issue.record("a changed trace passed for the decision")
                return
            }
        }
    }

    /// A court's limit refuses what the rules permitted; where they refused themselves it explains nothing.
    @Test func aLimitExplainsOnlyWhatWasPermitted() throws {
        let rule = TracedDecision.courtLimit
        #expect(TracedDecision(try event(rule: rule, outcome: .refused), in: book) == .limited)
        let stranger = Actor.system(ServiceActor.support.rawValue)
        let context = try context
        let facts = try #require(
            DecisionFacts(subject: stranger, act: .search, resource: .record, context: context, ruleBook: book)
        )
        let decision = try facts.replay(in: book)
        #expect(!decision.isPermitted)
        let refused = try event(rule: rule, outcome: .refused, facts: facts.text())
        #expect(TracedDecision(refused, in: book) == .different(decision))
    }

    @Test func factsThatSayAnotherEditionAreNotGuessed() throws {
        let text = try event().details[TraceEvent.factsKey]?.replacing("mes2026@", with: "mes1999@")
        guard case .unknown(.unknownEdition?) = TracedDecision(try event(facts: text), in: book) else {
            Issue.record("an edition that is not in the book decided")
            return
        }
        #expect(TracedDecision(try event(facts: "{"), in: book) == .unknown(nil))
    }

    @Test func aCourtsLimitIsNoRuleOfASet() throws {
        let limited = try event(rule: TracedDecision.courtLimit, outcome: .refused)
        #expect(TracedDecision(limited, in: book) == .limited)
        let permitted = try event(rule: TracedDecision.courtLimit, outcome: .permitted)
        #expect(TracedDecision(permitted, in: book) != .limited)
    }
}
