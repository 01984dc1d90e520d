/// What the verification of a peer's certificate chain says.
public enum PeerVerdict: Hashable, Sendable {
    /// Trusted, by this path: leaf first, root last, in DER; it holds one certificate at least.
    case accepted(path: [[UInt8]])
    /// Not trusted.
    case refused(PeerRefusal)
}

/// Why a certificate is refused: codes only, so that no name of a certificate reaches a log.
public enum PeerRefusal: String, ReasonCode, CaseIterable {
    /// The bytes are no certificate.
    case unreadable
    /// No path to an authority we know.
    case unknownAuthority
    /// Past its end date.
    case expired
    /// Before its start date.
    case notYetValid
    /// On its authority's list of revoked certificates.
    case revoked
    /// Its revocation could not be established.
    case revocationUnknown
    /// Not of a profile this door admits (usage, policy, subject).
    case profile
    /// Mandatory here and not shown.
    case missing
}

/// Verifies a chain as shown: leaf first, in DER.
///
/// Decides with its own roots, time and revocation lists.
public typealias PeerVerifier = @Sendable ([[UInt8]]) async -> PeerVerdict
