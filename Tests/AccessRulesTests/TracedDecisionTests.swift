import HealthRecord
import Testing

@testable import AccessRules

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
        facts text: String? = nil,
        conflict: String? = nil
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
                .merging([TraceEvent.conflictKey: conflict].compactMapValues { $0 }) { own, _ in own }
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

    /// Traces of before limits were among the facts say so by their rule, and are not called equal.
    @Test func aCourtsLimitBesideTheRulesIsNoDecisionOfTheirs() throws {
        let limited = try event(rule: TracedDecision.courtLimit, outcome: .refused)
        #expect(TracedDecision(limited, in: book) == .limited)
        let permitted = try event(rule: TracedDecision.courtLimit, outcome: .permitted)
        guard case .different = TracedDecision(permitted, in: book) else {
            Issue.record("a permit under a limit passed for a decision")
            return
        }
    }

    /// What the record held stands beside the rule that permitted; a conflict explains no other rule, and no permit.
    @Test func aConflictIsToldApartFromADecision() throws {
        let refused = try event(outcome: .refused, conflict: "oneTreatingPhysician")
        #expect(TracedDecision(refused, in: book) == .conflict("oneTreatingPhysician"))
        #expect(TracedDecision(try event(conflict: "oneTreatingPhysician"), in: book) == .same)
        let other = try event(rule: "block.named", outcome: .refused, conflict: "oneTreatingPhysician")
        guard case .different = TracedDecision(other, in: book) else {
            Issue.record("a conflict covered another rule")
            return
        }
    }

    /// Every limit of a mandate decides again from its trace as it decided then (CSP L1111-16).
    @Test(arguments: Mandate.Limit.allCases)
    func aLimitDecidesAgainFromItsTrace(limit: Mandate.Limit) throws {
        let guardian = Actor.representative(PersonName(family: "Essai", given: "Claude"), .guardian)
        var context = try context
        context.circumstances.mandate = Mandate(basis: .representation, limits: [limit])
        var refused = 0
        for act in Act.allCases where !act.needsDocument && !act.needsTarget {
            let decision = decide(subject: guardian, act: act, resource: .record, context: context, ruleBook: book)
            let facts = try #require(
                DecisionFacts(subject: guardian, act: act, resource: .record, context: context, ruleBook: book)
            )
            #expect(try DecisionFacts(text: facts.text()).replay(in: book) == decision)
            if decision.rule == .mandateLimited { refused += 1 }
        }
        #expect(limit == .sharing ? refused == 3 : refused > 3)
    }
}
