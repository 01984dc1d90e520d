public import HealthRecord

/// The order of evaluation, fixed (reference: access-and-lifecycle § 10); tracing and notifying are obligations.
private let order: [any Step.Type] = [
    RecordStateStep.self,
    ActorStep.self,
    BanStep.self,
    ModeStep.self,
    BlockStep.self,
    AuthorisationStep.self,
    FunctionalStep.self,
    ProfessionStep.self,
    ConfidentialityStep.self,
]

/// Decides whether somebody may do something to a record; pure, without clock, defined for every input.
///
/// Ask with `Resource.record` first and go on to documents only where that is permitted: refusals of the record's own
/// level do not depend on documents, so a document that is hidden and one that is not there are refused alike.
public func decide(
    subject: Subject,
    act: Act,
    resource: Resource,
    context: Context,
    ruleBook: RuleBook
) -> Decision {
    Decider(subject: subject, act: act, context: context, ruleBook: ruleBook).decide(resource)
}

/// Decides about many resources of one record for one who asks: the same answers as `decide`, prepared once.
public struct Decider: Sendable {
    /// Nil when the book has no set of the record's name.
    private let inquiry: Inquiry?

    /// Prepares; cheap beside a decision.
    public init(subject: Subject, act: Act, context: Context, ruleBook: RuleBook) {
        inquiry = ruleBook.policySets[context.policy.policySet].map {
            Inquiry(subject: subject, act: act, context: context, book: ruleBook, set: $0)
        }
    }

    /// The same under one edition of a set, whatever the book would choose today.
    init(subject: Subject, act: Act, context: Context, ruleBook: RuleBook, set: PolicySet) {
        inquiry = Inquiry(subject: subject, act: act, context: context, book: ruleBook, set: set)
    }

    /// The decision about one resource.
    public func decide(_ resource: Resource) -> Decision {
        guard let inquiry else {
            return Decision(
                .deny(.told(.refused, remedy: .nothing)),
                .unknownPolicySet,
                .undefined,
                Obligations(.trace)
            )
        }
        let question = Question(inquiry: inquiry, resource: resource)
        var findings = Findings()
        for step in order {
            guard let refusal = step.judge(question, &findings) else { continue }
            let isHidden = refusal.dependsOnDocument && Concealment.covers(question)
            return Decision(
                .deny(isHidden ? .silent : refusal.denial),
                refusal.rule,
                refusal.source,
                Obligations(.trace)
            )
        }
        guard let ground = findings.ground else {
            return Decision(.deny(.told(.refused, remedy: .nothing)), .undefined, .undefined, Obligations(.trace))
        }
        return Decision(.permit, ground.rule, ground.source, findings.obligations)
    }
}
