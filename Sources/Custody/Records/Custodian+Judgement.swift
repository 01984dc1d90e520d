import AccessRules
public import HealthRecord

/// A decision, as the custodian uses it.
struct Judgement: Sendable {
    let decision: Decision
    let policy: String
    /// What was asked, for the trace.
    let question: JudgedQuestion

    /// The rule that decided.
    var rule: String { decision.rule.rawValue }

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

/// A question as it was put to the rules.
struct JudgedQuestion: Sendable {
    let subject: Subject
    let act: Act
    let resource: Resource
    let context: Context
    let rules: RuleBook

    /// What the decision depended on, as the trace keeps it: an auditor decides again from it.
    var facts: String? {
        let facts = DecisionFacts(subject: subject, act: act, resource: resource, context: context, ruleBook: rules)
        return try? facts?.text()
    }
}

/// Who asks, as far as a decision goes by it; an admission, or the plan of work that was prepared under one.
struct Asker: Sendable {
    var actor: Actor
    var mode: AccessMode
    var presence: HolderPresence
    var isSecret: Bool
    /// Under whose terms he acts for the holder: what a court took from them, the rules are told.
    var mandate: UniqueID?
    /// When the emergency began that he goes on with; nil where he begins one.
    var emergencySince: Instant?
    /// The procedure under which the host's physician comes.
    var hostProcedure: HostProcedure?
    /// What the structure of a care actor rests on; of anybody else, nothing vouches for one.
    var structureStanding: StructureStanding
}

extension Asker {
    /// Somebody of whom is asked, without a request of his, what he may do in his everyday work.
    static func normally(_ actor: Actor) -> Asker {
        Asker(
            actor: actor,
            mode: .normal,
            presence: .declared,
            isSecret: false,
            structureStanding: .stated
        )
    }

    /// Somebody whom the portal knows by secret and code: the holder, or who acts for him by a mandate.
    static func onThePortal(_ actor: Actor, by mandate: UniqueID?) -> Asker {
        Asker(
            actor: actor,
            mode: .normal,
            presence: .confirmed,
            isSecret: false,
            mandate: mandate,
            structureStanding: .stated
        )
    }
}

extension Admission {
    /// A care actor's software declares consent by the act itself; a session on the portal confirms.
    var asker: Asker {
        Asker(
            actor: actor,
            mode: mode,
            presence: record == nil ? .declared : .confirmed,
            isSecret: isSecretConnection,
            mandate: mandate,
            structureStanding: structureStanding
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
        judge(act, resource, by: asker(admission, on: context, now: now), policy: context.policy, now: now)
    }

    /// Who asks, with what the record knows of his emergency.
    func asker(_ admission: Admission, on context: RecordContext, now: Instant) -> Asker {
        var asker = admission.asker
        asker.emergencySince = context.file.emergencySince(of: admission, now: now)
        if case .system(ServiceActor.hostPhysician.rawValue) = admission.actor {
            asker.hostProcedure = context.file.hostAccess?.procedure
        }
        return asker
    }

    /// What a decision depends on beside who asks, the act and the resource.
    func situation(
        of asker: Asker,
        under policy: RecordPolicy,
        at now: Instant,
        _ numbers: Circumstances = Circumstances()
    ) -> Context {
        Context(
            policy: policy,
            mode: asker.mode,
            now: now,
            today: now.dayInFrance,
            presence: asker.presence,
            secrecy: asker.isSecret ? .secret : .ordinary,
            circumstances: circumstances(of: asker, under: policy, at: now, numbers)
        )
    }

    /// What a decision depends on beside the policy.
    ///
    /// Of care teams it is those declared without a consent; a stated one stands in the policy as a leave of each member.
    func circumstances(
        of asker: Asker,
        under policy: RecordPolicy,
        at now: Instant,
        _ numbers: Circumstances = Circumstances()
    ) -> Circumstances {
        var circumstances = numbers
        circumstances.mandate = policy.mandate(asker.mandate)
        circumstances.emergencySince = asker.emergencySince
        circumstances.hostProcedure = asker.hostProcedure
        // A structure that nobody but the sender names is no regulation centre, whichever it is.
        circumstances.isRegulationCentre =
            asker.mode == .regulation && asker.structureStanding == .vouched && regulates(asker.actor)
        if case .care(let actor) = asker.actor { circumstances.team = CareTeam(of: actor, in: policy, at: now) }
        return circumstances
    }

    /// Whether somebody comes from a structure that the operator registered as a regulation centre.
    public func regulates(_ actor: Actor) -> Bool {
        guard case .care(let care) = actor else { return false }
        return settings.regulationCentres.contains(care.structure.id)
    }

    /// The policy by which is decided what concerns no record in particular: nobody's, open, an adult's.
    var nobodysPolicy: RecordPolicy {
        RecordPolicy(
            policySet: settings.policySet,
            state: .open(internet: .active),
            birthDate: CalendarDate(daysSinceEpoch: 0)
        )
    }

    /// Decides about no record in particular; whether a minor's connection may be secret is asked of the minor's record.
    func judgeAboutNobody(_ act: Act, by admission: Admission, now: Instant) -> Judgement {
        var asker = admission.asker
        asker.isSecret = false
        return judge(act, .record, by: asker, policy: nobodysPolicy, now: now)
    }

    /// Decides under a policy that may belong to nobody.
    func judge(
        _ act: Act,
        _ resource: Resource,
        by asker: Asker,
        policy: RecordPolicy,
        now: Instant,
        numbers: Circumstances = Circumstances()
    ) -> Judgement {
        let context = situation(of: asker, under: policy, at: now, numbers)
        let decision = decide(
            subject: asker.actor,
            act: act,
            resource: resource,
            context: context,
            ruleBook: rules
        )
        return Judgement(
            decision: decision,
            policy: rules.versionedName(of: policy.policySet),
            question: JudgedQuestion(
                subject: asker.actor,
                act: act,
                resource: resource,
                context: context,
                rules: rules
            )
        )
    }
}

extension TraceDraft {
    /// The draft with the decision that it records.
    func judged(_ judgement: Judgement) -> TraceDraft {
        var draft = self
        draft.rule = judgement.rule
        draft.policy = judgement.policy
        draft.outcome = judgement.refusal == nil ? .permitted : .refused
        draft.facts = judgement.question.facts
        return draft
    }
}
