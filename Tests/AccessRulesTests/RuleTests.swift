import HealthRecord
import Testing

@testable import AccessRules

/// Each rule that a trace can name, with its article and a question that it answers.
@Suite struct RuleTests {
    private func decision(_ edit: RuleCases.Edit) throws -> Decision {
        var asked = RuleCases.Case(subject: .care(try House.care("10", specialty: "SM26")), policy: try House.policy())
        try edit(&asked)
        return try House.ask(
            asked.subject,
            asked.act,
            asked.resource,
            asked.policy,
            mode: asked.mode,
            presence: asked.presence,
            secrecy: asked.secrecy,
            circumstances: asked.circumstances,
            isFromCentre: asked.isFromCentre
        )
    }

    /// § 3.4, § 3.7, § 6, § 10, CSP L1111-17 I, C13.
    @Test func everyRuleCitesItsArticleAndAnswersAQuestion() throws {
        let all = try RuleCases()
        let cases = try all.ofStanding() + all.ofDocuments()
        for (rule, article, edit) in cases {
            let decision = try decision(edit)
            #expect(decision.rule == rule)
            #expect(decision.source.text.contains(article), "\(rule): \(decision.source.text)")
        }
        #expect(Set(cases.map(\.0)) == Set(RuleID.allCases))
        #expect(cases.count == RuleID.allCases.count)
    }

    /// What a refused reader may do next, told in a word of its own; nothing where telling would tell too much.
    @Test(arguments: [
        (DenialCode.authorisationRequired, Remedy.askHolderForLeave), (.consentRequired, .stateConsent),
        (.blocked, .askHolderToUnblock), (.emergencyOpposed, .useNormalMode), (.notFound, .nothing),
    ])
    func refusalsSayWhatMayBeDoneNext(code: DenialCode, remedy: Remedy) throws {
        let actor = try House.care("10")
        let answer =
            switch code {
            case .authorisationRequired: try decision { _ in }
            case .consentRequired:
                try decision {
                    $0.act = .declareAuthorisation
                    $0.resource = .record
                    $0.presence = .absent
                }
            case .blocked:
                try decision {
                    $0.policy.blocks = [
                        Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)
                    ]
                }
            case .emergencyOpposed:
                try decision {
                    $0.mode = .regulation
                    $0.policy.emergency.refusesRegulation = true
                }
            default:
                try decision {
                    $0.policy.authorisations = [House.leave(actor)]
                    $0.resource = RuleCases.masked
                }
            }
        #expect(answer.denial?.code == code && answer.denial?.remedy == remedy)
    }
}
