/// One act on a record as its trace keeps it; personal, sealed, and committed to the log before anything leaves.
public struct TraceEvent: Hashable, Sendable, Codable {
    /// Rank in the record's own chain, from 1.
    public let sequence: UInt64
    /// When.
    public let time: Instant
    /// What was done.
    public let act: TracedAct
    /// Who did it.
    public let actor: Actor
    /// In what mode.
    public let mode: AccessMode
    /// The documents concerned, by their stable identity.
    public let documents: [UniqueID]
    /// Permitted or refused.
    public let outcome: TracedOutcome
    /// The rule that decided, such as `authorisation.valid`.
    public let rule: String
    /// The set of rules and its version, such as `mes2026@1`.
    public let policy: String
    /// The application node that asked.
    public let node: String
    /// Identifier of the request.
    public let request: UniqueID
    /// More, in fixed keys: a change's before and after, the digest of a document that is filed, the software's name.
    public let details: [String: String]

    /// Joins the parts.
    public init(
        sequence: UInt64,
        time: Instant,
        act: TracedAct,
        actor: Actor,
        mode: AccessMode,
        documents: [UniqueID],
        outcome: TracedOutcome,
        rule: String,
        policy: String,
        node: String,
        request: UniqueID,
        details: [String: String]
    ) {
        self.sequence = sequence
        self.time = time
        self.act = act
        self.actor = actor
        self.mode = mode
        self.documents = documents
        self.outcome = outcome
        self.rule = rule
        self.policy = policy
        self.node = node
        self.request = request
        self.details = details
    }
}

/// Whether a traced act was let happen.
public enum TracedOutcome: String, Hashable, Sendable, Codable {
    /// It was.
    case permitted
    /// It was not.
    case refused
}

/// What can be done to a record; each value is written in traces for ever.
public enum TracedAct: String, Hashable, Sendable, Codable, CaseIterable {
    /// The record was opened.
    case openRecord = "record.open"
    /// Internet access was activated.
    case activateAccess = "access.activate"
    /// The holder signed in.
    case signIn = "session.open"
    /// The holder signed out or the session ended.
    case signOut = "session.close"
    /// Existence and status were asked.
    case testExistence = "record.test"
    /// Administrative data were read.
    case readIdentity = "identity.read"
    /// Documents were listed or searched.
    case list = "document.list"
    /// The key of a document was released.
    case read = "document.read"
    /// A document came in.
    case deposit = "document.deposit"
    /// A document replaced another.
    case replace = "document.replace"
    /// A document was hidden from professionals.
    case mask = "document.mask"
    /// A document was shown to professionals again.
    case unmask = "document.unmask"
    /// A document was made visible to the patient or the representatives.
    case reveal = "document.reveal"
    /// A document was archived.
    case archive = "document.archive"
    /// A document came back from the archive.
    case restore = "document.restore"
    /// A document was deleted.
    case delete = "document.delete"
    /// Leave to read was given.
    case authorise = "policy.authorise"
    /// Leave to read was taken back.
    case revoke = "policy.revoke"
    /// Somebody was blocked.
    case block = "policy.block"
    /// Somebody was unblocked.
    case unblock = "policy.unblock"
    /// A treating physician was declared.
    case declareTreatingPhysician = "policy.treating.declare"
    /// A treating physician stepped down.
    case resignTreatingPhysician = "policy.treating.resign"
    /// The list of authorised professionals was read.
    case listAuthorisations = "policy.list"
    /// Wishes for emergencies or defaults changed.
    case changeWishes = "policy.wishes"
    /// The history of accesses was read.
    case readHistory = "trace.read"
    /// The history, or the record, was exported.
    case export = "record.export"
    /// The record was closed.
    case close = "record.close"
    /// Documents were referred to without being read (TD3.1b).
    case locate = "document.locate"
    /// The holder was told that something waits to be announced (R1111-53).
    case announce = "document.announce"
    /// The author of directives was reminded of them (CSP R1111-19).
    case remind = "document.remind"
    /// The holder was told of an incident that touched the data (GDPR article 34).
    case tellIncident = "incident.tell"
    /// A representative was declared or invited.
    case declareRepresentative = "representation.declare"
    /// A representative took the mandate up.
    case acceptRepresentation = "representation.accept"
    /// A person invited said no.
    case refuseRepresentation = "representation.refuse"
    /// A mandate ended.
    case endRepresentation = "representation.end"
    /// A care team was declared, or a member added.
    case declareTeam = "team.declare"
    /// A care team's access ended.
    case endTeam = "team.end"
    /// A professional stated the holder's consent for another.
    case delegateConsent = "policy.delegate"
    /// A leave came to its term.
    case expire = "policy.expire"
    /// The record passed from one set of rules to another.
    case migrate = "policy.migrate"
    /// Proof was asked that the holder is present.
    case requestPresence = "presence.request"
    /// The holder proved to be present, or said not to be.
    case confirmPresence = "presence.confirm"
    /// An emergency access was justified.
    case justifyEmergency = "emergency.justify"
    /// Whoever opened in an emergency read again what he did in it, to justify it.
    case reviewEmergency = "emergency.review"
    /// Administrative data were changed.
    case changeIdentity = "identity.change"
    /// A person was searched by traits (TD0.5).
    case searchIdentity = "identity.search"
    /// A matricule was added to the record, or taken from it.
    case linkIdentity = "identity.link"
    /// The record took over another one of the same person, or gave it back.
    case merge = "record.merge"
    /// The ways to reach the holder, or the secret, changed.
    case changeAccess = "access.change"
    /// Something was asked of the operator, or taken back.
    case request = "record.request"
    /// The record was suspended.
    case suspend = "record.suspend"
    /// A suspension was lifted.
    case resume = "record.resume"
    /// A closed record was opened again.
    case reopen = "record.reopen"
    /// The record was destroyed: nothing comes after it.
    case destroy = "record.destroy"
    /// Somebody was given a treating physician's rights.
    case nameAdministrator = "policy.administrator.name"
    /// Those rights were taken back, or given back.
    case withdrawAdministrator = "policy.administrator.withdraw"
    /// A document was closed to those who act for the holder.
    case hideFromRepresentatives = "document.hideFromRepresentatives"
    /// A request of the holder was read by the author who is asked.
    case readRequest = "request.read"
    /// It was answered by him.
    case answerRequest = "request.answer"
    /// A professional's software was given an address that opens the record on the professionals' site (TD0.10).
    case grantEntry = "entry.grant"
    /// A document was sent to somebody by secured messaging, or a sending came to nothing.
    case send = "document.send"
}
