/// Somebody who acts on a record for its holder, or is asked to (reference: access-and-lifecycle § 1.1).
public struct Representative: Hashable, Sendable, Codable {
    /// The mandate's own identity.
    public let id: UniqueID
    /// Name to show.
    public let name: PersonName
    /// Day of birth, by which an invitation is checked.
    public let birthDate: CalendarDate
    /// The person's own matricule, under which he signs in.
    public let ins: INS
    /// In what quality.
    public let kind: RepresentativeKind
    /// What a court has taken from the mandate.
    public let limits: RepresentativeLimits
    /// When the mandate was given.
    public let since: Instant
    /// When it ends by itself.
    public var until: Instant?
    /// Whether it has been taken up, and how it ended.
    public var standing: MandateStanding

    /// Joins the parts.
    public init(
        id: UniqueID,
        name: PersonName,
        birthDate: CalendarDate,
        ins: INS,
        kind: RepresentativeKind,
        limits: RepresentativeLimits = [],
        since: Instant,
        until: Instant?,
        standing: MandateStanding
    ) {
        self.id = id
        self.name = name
        self.birthDate = birthDate
        self.ins = ins
        self.kind = kind
        self.limits = limits
        self.since = since
        self.until = until
        self.standing = standing
    }

    /// Whether the mandate may be used at a moment.
    public func isActive(at now: Instant) -> Bool {
        standing == .active && since <= now && (until.map { now < $0 } ?? true)
    }

    /// Whether the mandate counts against the numbers that the rules allow: in use, or asked for and not answered.
    public func isStanding(at now: Instant) -> Bool {
        if case .invited(let expires) = standing { return now < expires }
        return isActive(at: now)
    }
}

/// In what quality somebody stands beside a holder.
public enum RepresentativeKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A parent of a minor; at most two.
    case parent
    /// The guardian whom a court gave a minor.
    case guardian
    /// In charge of a protected adult, with representation for personal matters (CSP L1111-14).
    case representation
    /// In charge of a protected adult who acts himself, with assistance; gives no access of its own.
    case assistance
    /// *Proche aidant*, whom the holder delegated access to.
    case carer

    /// The capacity in which acts are done; nil where the holder acts himself.
    public var capacity: Representation? {
        switch self {
        case .parent, .guardian: .legalRepresentative
        case .representation: .guardian
        case .assistance: nil
        case .carer: .carer
        }
    }

    /// Whether it is for minors, and ends with majority.
    public var endsAtMajority: Bool { self == .parent || self == .guardian }
}

/// What a court has taken from a representative.
public struct RepresentativeLimits: OptionSet, Hashable, Sendable, Codable {
    /// One bit for each limit.
    public let rawValue: UInt8

    /// Any bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// May not see or change documents.
    public static let noDocuments = RepresentativeLimits(rawValue: 1)
    /// May not authorise or block anybody, nor lift a mask.
    public static let noSharing = RepresentativeLimits(rawValue: 2)
    /// May not change wishes, channels or the life of the record.
    public static let noWishes = RepresentativeLimits(rawValue: 4)
}

/// Where a mandate stands.
public enum MandateStanding: Hashable, Sendable, Codable {
    /// Asked for; the person answers with the code received.
    case invited(until: Instant)
    /// Taken up.
    case active
    /// The person said no.
    case refused(at: Instant)
    /// Over.
    case ended(at: Instant, reason: MandateEnd)
}

/// Why a mandate is over.
public enum MandateEnd: String, Hashable, Sendable, Codable, CaseIterable {
    /// The holder took it back.
    case byHolder
    /// The representative gave it back.
    case byRepresentative
    /// Its term came, or its invitation was not answered.
    case expired
    /// The holder came of age (reference: access-and-lifecycle § 3.7).
    case majority
    /// A court or the insurer ended it.
    case court
}
