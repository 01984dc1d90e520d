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
    guard let set = ruleBook.policySets[context.policy.policySet] else {
        return Decision(.deny(.told(.refused, remedy: .nothing)), .unknownPolicySet, .undefined, Obligations(.trace))
    }
    return decide(subject: subject, act: act, resource: resource, context: context, ruleBook: ruleBook, set: set)
}

/// The same under one edition of a set, whatever edition the book would choose today.
func decide(
    subject: Subject,
    act: Act,
    resource: Resource,
    context: Context,
    ruleBook: RuleBook,
    set: PolicySet
) -> Decision {
    let question = Question(
        subject: subject,
        act: act,
        resource: resource,
        context: context,
        book: ruleBook,
        set: set
    )
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
