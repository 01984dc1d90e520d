public import HealthRecord

/// Somebody who acts on a record, once his evidence has been verified.
public typealias Subject = HealthRecord.Actor

/// Whether the holder takes part in what a professional does.
public enum HolderPresence: String, Hashable, Sendable, Codable, CaseIterable {
    /// Not there, or not known to be.
    case absent
    /// The professional states the holder's consent.
    case declared
    /// The holder confirms by own means: card, code, portal.
    case confirmed
}

/// Whether a care episode is kept from the legal representatives, *connexion secrète*.
public enum SessionSecrecy: String, Hashable, Sendable, Codable, CaseIterable {
    /// An ordinary session.
    case ordinary
    /// A minor's secret session.
    case secret
}

/// Everything beside the actor and the act that a decision depends on.
public struct Context: Sendable {
    /// What the holder has decided, and the state of the record.
    public var policy: RecordPolicy
    /// The mode in which a care actor asks.
    public var mode: AccessMode
    /// The moment.
    public var now: Instant
    /// The day where the holder lives, for ages and terms.
    public var today: CalendarDate
    /// Whether the holder takes part.
    public var presence: HolderPresence
    /// Whether the session is secret.
    public var secrecy: SessionSecrecy
    /// What else is the case.
    public var circumstances: Circumstances

    /// Joins the parts; the day is that of UTC unless given.
    public init(
        policy: RecordPolicy,
        mode: AccessMode = .normal,
        now: Instant,
        today: CalendarDate? = nil,
        presence: HolderPresence = .absent,
        secrecy: SessionSecrecy = .ordinary,
        circumstances: Circumstances = Circumstances()
    ) {
        self.policy = policy
        self.mode = mode
        self.now = now
        self.today = today ?? now.date
        self.presence = presence
        self.secrecy = secrecy
        self.circumstances = circumstances
    }
}
