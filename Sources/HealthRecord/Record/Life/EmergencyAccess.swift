/// One opening of a record in an emergency, for as long as its time box lasts (CSP L1111-17 I; R1111-48).
public struct EmergencyAccess: Hashable, Sendable, Codable {
    /// Its identity, by which it is justified.
    public let id: UniqueID
    /// Who opened it.
    public let subject: CareSubject
    /// The name to show.
    public let name: PersonName
    /// *Bris de glace* with its reason, or *centre 15*.
    public let mode: AccessMode
    /// When it began.
    public let openedAt: Instant
    /// When it ended; what is done later is another opening.
    public let until: Instant
    /// What was written afterwards to justify it.
    public var justification: String?
    /// When that was written.
    public var justifiedAt: Instant?

    /// Joins the parts; the justification comes later.
    public init(
        id: UniqueID,
        subject: CareSubject,
        name: PersonName,
        mode: AccessMode,
        openedAt: Instant,
        until: Instant
    ) {
        self.id = id
        self.subject = subject
        self.name = name
        self.mode = mode
        self.openedAt = openedAt
        self.until = until
    }
}
