public import DMPWire
public import HealthRecord

/// Who asks, for whom and in what mode, established from certificates and a signed assertion.
///
/// Only `VIHFVerifier` makes one. That its identifier has not served before is checked by whoever keeps the register (V5).
public struct VerifiedAssertion: Sendable {
    /// For how long an identifier must be remembered, in seconds: an assertion older than that is refused anyway.
    public static let replayWindow: Int64 = 24 * 3600

    /// Who asks.
    public let actor: CareActor
    /// In what mode.
    public let mode: AccessMode
    /// For which patient.
    public let patient: INS?
    /// Identifier of the assertion: to be used once.
    public let assertionID: String
    /// When it was made.
    public let issueInstant: Instant
    /// When the person was authenticated.
    public let authenticatedAt: Instant
    /// The software that asks.
    public let software: VIHF.Software
    /// Ordinary or secret.
    public let connection: VIHF.Connection
    /// What the actor's structure rests on.
    public let structureStanding: StructureStanding
    /// The certificate that signed.
    public let signer: VerifiedCertificate
    /// The certificate of the connection.
    public let peer: VerifiedCertificate
    /// The strength of the signature: legacy ones are counted by structure.
    public let strength: SignatureStrength
    /// The assertion in canonical form: what another trust domain verifies again by itself (V9).
    public let evidence: [UInt8]

    /// Whether the person's own card vouches for him.
    public var isDirect: Bool { actor.authentication == .direct }
}

/// Whether a signature rests on algorithms of today.
public enum SignatureStrength: String, Hashable, Sendable, Codable {
    /// SHA-256 or better.
    case current
    /// SHA-1, tolerated for a time.
    case legacy
}
