/// Something asked of the operator about a record, and what became of it.
public struct HolderRequest: Hashable, Sendable, Codable {
    /// Its identity.
    public let id: UniqueID
    /// What is asked.
    public let kind: HolderRequestKind
    /// When.
    public let at: Instant
    /// By when it is done, where a term runs.
    public let due: Instant?
    /// Where it stands.
    public var standing: RequestStanding
    /// Why it was refused, in the words of who answered; nil where nothing was said.
    public var answer: String?

    /// A new request.
    public init(id: UniqueID, kind: HolderRequestKind, at: Instant, due: Instant?) {
        self.id = id
        self.kind = kind
        self.at = at
        self.due = due
        standing = .pending
    }
}

extension HolderRequest {
    /// What is to be put right; nil for another request.
    public var rectification: Rectification? { if case .rectification(let asked) = kind { asked } else { nil } }
}

/// What can be asked.
public enum HolderRequestKind: Hashable, Sendable, Codable {
    /// A copy of the record on paper.
    case copy
    /// A copy of the record on a disc.
    case disc
    /// Erasure of a closed record before its term (CSP R1111-36: within three months).
    case earlyErasure
    /// An heir asks for access (CSP L1111-18; L1110-4 V): recorded, never granted by itself.
    case heirAccess(HeirClaim)
    /// Something to be looked into.
    case report(HolderReport)
    /// The host's physician is to look into the record, in writing (CSP L1111-8): two operators approve it, for a time.
    case hostPhysician
    /// An objection to feeding for a legitimate reason, in the holder's words (CSP R1111-47): the operator examines it.
    case feedingObjection(String)
    /// A document is to be put right, by its author or else by the operator (GDPR, article 16).
    case rectification(Rectification)

    /// The most characters of the reason.
    public static let reasonLimit = 2000
}

/// Where a request stands.
public enum RequestStanding: Hashable, Sendable, Codable {
    /// Not answered yet.
    case pending
    /// Done.
    case done(at: Instant)
    /// Taken back, or undone by a reopening.
    case cancelled(at: Instant)
    /// Refused, such as for the deceased's own objection.
    case refused(at: Instant)
}

/// An heir's request after a death.
public struct HeirClaim: Hashable, Sendable, Codable {
    /// Who asks.
    public let name: PersonName
    /// The tie to the deceased, as stated.
    public let tie: String
    /// To what end.
    public let purpose: HeirPurpose

    /// Joins the parts.
    public init(name: PersonName, tie: String, purpose: HeirPurpose) {
        self.name = name
        self.tie = tie
        self.purpose = purpose
    }
}

/// The only ends for which heirs may ask (CSP L1110-4 V).
public enum HeirPurpose: String, Hashable, Sendable, Codable, CaseIterable {
    /// To know the causes of death.
    case causeOfDeath
    /// To defend the memory of the deceased.
    case memory
    /// To assert their rights.
    case rights
}
