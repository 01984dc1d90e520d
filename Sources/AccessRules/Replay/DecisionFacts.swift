public import HealthRecord

/// All that one decision depended on, small enough to stand beside its trace: from it the same decision follows again.
///
/// Of the policy only what the decision could look at is kept: the leaves and blocks of the one who asked, of his
/// structure, of his team and of the one aimed at.
public struct DecisionFacts: Hashable, Sendable, Codable {
    /// The form that this code writes.
    public static let currentForm = 3
    /// The second form, which is still read: the holder's refusal of a structure reached every treating physician there then.
    static let widerRefusalsForm = 2
    /// The first form, JSON, which is still read.
    static let jsonForm = 1

    /// The form in which the facts are written.
    public let form: Int
    /// The edition that decided, such as `mes2026@1`.
    public let edition: String
    /// Who asked.
    public let subject: Subject
    /// What for.
    public let act: Act
    /// About what.
    public let resource: Resource
    /// What the policy said.
    public let policy: PolicyFacts
    /// In what mode.
    public let mode: AccessMode
    /// When.
    public let now: Instant
    /// The day where the holder lives.
    public let today: CalendarDate
    /// Whether the holder took part.
    public let presence: HolderPresence
    /// Whether the session was secret.
    public let secrecy: SessionSecrecy
    /// What else was the case; nil for nothing.
    public let circumstances: Circumstances?

    /// Keeps what a decision depends on; nil when the book has no set of the record's name.
    public init?(subject: Subject, act: Act, resource: Resource, context: Context, ruleBook: RuleBook) {
        guard let set = ruleBook.policySets[context.policy.policySet] else { return nil }
        form = Self.currentForm
        edition = set.reference
        self.subject = subject
        self.act = act
        self.resource = resource
        policy = PolicyFacts(context.policy, concerning: subject, resource, context.circumstances.team, context.secrecy)
        mode = context.mode
        now = context.now
        today = context.today
        presence = context.presence
        secrecy = context.secrecy
        circumstances = context.circumstances == Circumstances() ? nil : context.circumstances
    }

    /// The decision again, under the edition that decided then.
    public func replay(in book: RuleBook) throws(ReplayError) -> Decision {
        guard (Self.jsonForm...Self.currentForm).contains(form) else { throw .unknownForm(form) }
        guard let set = book.policySet(reference: edition) else { throw .unknownEdition(edition) }
        var circumstances = circumstances ?? Circumstances()
        var asker: ProfessionalID?
        if case .care(let actor) = subject { asker = actor.person }
        // Every structure was taken at its word then.
        if form == Self.jsonForm, case .regulation = mode { circumstances.isRegulationCentre = true }
        var policy = policy.policy(under: set.id, for: asker)
        if form <= Self.widerRefusalsForm, case .care(let actor) = subject { policy.refuseByHisOwnName(actor) }
        return Decider(
            subject: subject,
            act: act,
            context: Context(
                policy: policy,
                mode: mode,
                now: now,
                today: today,
                presence: presence,
                secrecy: secrecy,
                circumstances: circumstances
            ),
            ruleBook: book,
            set: set
        ).decide(resource)
    }

    init(
        form: Int,
        edition: String,
        subject: Subject,
        act: Act,
        resource: Resource,
        policy: PolicyFacts,
        mode: AccessMode,
        now: Instant,
        today: CalendarDate,
        presence: HolderPresence,
        secrecy: SessionSecrecy,
        circumstances: Circumstances?
    ) {
        self.form = form
        self.edition = edition
        self.subject = subject
        self.act = act
        self.resource = resource
        self.policy = policy
        self.mode = mode
        self.now = now
        self.today = today
        self.presence = presence
        self.secrecy = secrecy
        self.circumstances = circumstances
    }

    private enum CodingKeys: String, CodingKey {
        case form = "v"
        case edition = "set"
        case subject = "who"
        case act
        case resource = "what"
        case policy = "pol"
        case mode
        case now = "at"
        case today = "day"
        case presence = "by"
        case secrecy = "sec"
        case circumstances = "more"
    }
}

extension RecordPolicy {
    /// Makes a refusal of somebody's structure one of himself, which it was as long as no role stood against it.
    fileprivate mutating func refuseByHisOwnName(_ actor: CareActor) {
        guard let block = blocks.first(where: { $0.subject == .structure(actor.structure.id) }) else { return }
        blocks.append(Block(subject: actor.subject, name: actor.name, profession: nil, since: block.since))
    }
}

/// Why a decision cannot be replayed.
public enum ReplayError: Error, Hashable, Sendable {
    /// Written by code that this one does not know.
    case unknownForm(Int)
    /// The book lacks the edition that decided: add its file.
    case unknownEdition(String)
}
