public import HealthRecord

/// The terms under which somebody acts for the holder: what a court, an invitation or a delegation says of it.
public struct Mandate: Hashable, Sendable, Codable {
    /// On what it rests.
    public enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
        /// Parental authority.
        case parent
        /// A guardian whom a court gave a minor.
        case courtGuardian
        /// Protection of an adult with representation for personal matters (CSP L1111-14, L1111-16).
        case representation
        /// Protection with assistance: the person acts, the assistant only stands by.
        case assistance
        /// The holder's own delegation to a carer.
        case delegation
    }

    /// What a court, or the holder, has kept out of it.
    public enum Limit: String, Hashable, Sendable, Codable, CaseIterable {
        /// Reads no document: in traces of before `documents`, and in no record any more.
        case content
        /// Governs nothing: no leave, no block, no mask, no closing.
        case decisions
        /// Sees, files and changes no document.
        case documents
        /// Gives and takes no leave, refuses nobody, names nobody, and changes no wish that says who reads.
        case sharing
        /// Changes no wish, no way to the holder, and not the life of the record.
        case wishes
    }

    /// On what it rests.
    public var basis: Basis
    /// First moment; nil when it always held.
    public var from: Instant?
    /// When it ends; nil when nothing says so.
    public var until: Instant?
    /// What is kept out of it.
    public var limits: Set<Limit>

    /// Joins the terms.
    public init(basis: Basis, from: Instant? = nil, until: Instant? = nil, limits: Set<Limit> = []) {
        self.basis = basis
        self.from = from
        self.until = until
        self.limits = limits
    }

    /// Writes them in one order, so that the same terms are the same text.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(basis, forKey: .basis)
        try values.encodeIfPresent(from, forKey: .from)
        try values.encodeIfPresent(until, forKey: .until)
        try values.encode(limits.map(\.rawValue).sorted(), forKey: .limits)
    }

    private enum CodingKeys: String, CodingKey { case basis, from, until, limits }

    /// Whether it holds at a moment.
    public func isInForce(at now: Instant) -> Bool {
        (from.map { $0 <= now } ?? true) && (until.map { now < $0 } ?? true)
    }
}
