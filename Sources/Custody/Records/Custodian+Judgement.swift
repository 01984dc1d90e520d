import AccessRules
import HealthRecord

/// A decision, as the custodian uses it.
struct Judgement: Sendable {
    let decision: Decision
    let policy: String

    var refusal: Refusal? {
        guard case .deny(let denial) = decision.outcome else { return nil }
        return Refusal(
            code: denial.code.rawValue,
            rule: decision.rule.rawValue,
            isSilent: denial == .silent,
            remedy: denial.remedy.rawValue
        )
    }
}

extension Custodian {
    /// Decides on what the custodian itself knows; the same function that explains to the patient.
    func judge(
        _ act: Act,
        _ resource: Resource,
        by admission: Admission,
        on context: RecordContext,
        now: Instant
    ) -> Judgement {
        judge(act, resource, by: admission, policy: context.policy, now: now)
    }

    /// Decides under a policy that may belong to nobody.
    func judge(
        _ act: Act,
        _ resource: Resource,
        by admission: Admission,
        policy: RecordPolicy,
        now: Instant
    ) -> Judgement {
        let context = Context(
            policy: policy,
            mode: admission.mode,
            now: now,
            today: now.dayInFrance,
            // A care actor's software declares consent by the act itself; the holder's own session confirms.
            presence: admission.record == nil ? .declared : .confirmed,
            secrecy: admission.isSecretConnection ? .secret : .ordinary
        )
        let decision = decide(
            subject: admission.actor,
            act: act,
            resource: resource,
            context: context,
            ruleBook: rules
        )
        return Judgement(decision: decision, policy: rules.versionedName(of: policy.policySet))
    }
}

extension TraceDraft {
    /// The draft with the decision that it records.
    func judged(_ judgement: Judgement) -> TraceDraft {
        var draft = self
        draft.rule = judgement.decision.rule.rawValue
        draft.policy = judgement.policy
        draft.outcome = judgement.refusal == nil ? .permitted : .refused
        return draft
    }
}
