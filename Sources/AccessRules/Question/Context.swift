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
///
/// Behind one reference: to prepare a decision copies nothing of a policy, which has many parts.
public struct Context: Sendable {
    private struct Parts: Sendable {
        var policy: RecordPolicy
        var mode: AccessMode
        var now: Instant
        var today: CalendarDate
        var presence: HolderPresence
        var secrecy: SessionSecrecy
        var circumstances: Circumstances
    }

    private final class Kept: Sendable {
        let parts: Parts

        init(_ parts: Parts) { self.parts = parts }
    }

    private var kept: Kept

    /// What the holder has decided, and the state of the record.
    public var policy: RecordPolicy {
        get { kept.parts.policy }
        set { change { $0.policy = newValue } }
    }
    /// The mode in which a care actor asks.
    public var mode: AccessMode {
        get { kept.parts.mode }
        set { change { $0.mode = newValue } }
    }
    /// The moment.
    public var now: Instant {
        get { kept.parts.now }
        set { change { $0.now = newValue } }
    }
    /// The day where the holder lives, for ages and terms.
    public var today: CalendarDate {
        get { kept.parts.today }
        set { change { $0.today = newValue } }
    }
    /// Whether the holder takes part.
    public var presence: HolderPresence {
        get { kept.parts.presence }
        set { change { $0.presence = newValue } }
    }
    /// Whether the session is secret.
    public var secrecy: SessionSecrecy {
        get { kept.parts.secrecy }
        set { change { $0.secrecy = newValue } }
    }
    /// What else is the case.
    public var circumstances: Circumstances {
        get { kept.parts.circumstances }
        set { change { $0.circumstances = newValue } }
    }

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
        kept = Kept(
            Parts(
                policy: policy,
                mode: mode,
                now: now,
                today: today ?? now.date,
                presence: presence,
                secrecy: secrecy,
                circumstances: circumstances
            )
        )
    }

    private mutating func change(_ edit: (inout Parts) -> Void) {
        var parts = kept.parts
        edit(&parts)
        kept = Kept(parts)
    }
}
