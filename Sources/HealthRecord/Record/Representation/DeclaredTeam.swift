/// A *équipe de soins*: the holder's one initial consent covers each of its members (CSP L1110-12, R1111-46).
public struct DeclaredTeam: Hashable, Sendable, Codable {
    /// Its identity, which the members' leaves name.
    public let id: UniqueID
    /// What people call it.
    public let name: String
    /// The professional who stated the holder's consent.
    public let declaredBy: CareSubject
    /// The professionals and structures that it covers.
    public var members: [CareSubject]
    /// Since when.
    public let since: Instant
    /// When it ends by itself.
    public let until: Instant?

    /// Joins the parts.
    public init(
        id: UniqueID,
        name: String,
        declaredBy: CareSubject,
        members: [CareSubject],
        since: Instant,
        until: Instant?
    ) {
        self.id = id
        self.name = name
        self.declaredBy = declaredBy
        self.members = members
        self.since = since
        self.until = until
    }
}
