public import HealthRecord

/// What a request shows of who makes it; the custodian verifies it itself and takes nobody's word.
public enum Evidence: Sendable, Hashable, Codable {
    /// The signed assertion of a care actor as it came, and the certificate of the TLS connection.
    case assertion(envelope: [UInt8], peerCertificate: [UInt8])
    /// The token of a holder's session.
    case session(token: String)
    /// A professional's session on the web, with the certificate of the connection.
    case careSession(CareSessionEvidence)
}

/// What verification of an assertion establishes.
public struct CareEvidence: Sendable, Hashable, Codable {
    /// Who asks.
    public let actor: CareActor
    /// In what mode.
    public let mode: AccessMode
    /// For whose record; nil where the act names none.
    public let patient: INS?
    /// The assertion's own identifier, good for one request.
    public let assertionID: String
    /// The software that asks.
    public let software: String
    /// Whether the session is a minor's secret one.
    public let isSecretConnection: Bool
    /// What the actor's structure rests on.
    public let structureStanding: StructureStanding

    /// Joins what was established.
    public init(
        actor: CareActor,
        mode: AccessMode,
        patient: INS?,
        assertionID: String,
        software: String,
        isSecretConnection: Bool,
        structureStanding: StructureStanding
    ) {
        self.actor = actor
        self.mode = mode
        self.patient = patient
        self.assertionID = assertionID
        self.software = software
        self.isSecretConnection = isSecretConnection
        self.structureStanding = structureStanding
    }
}

/// Verifies an assertion with the certificate that carried it, at a moment.
public typealias EvidenceVerifier =
    @Sendable (_ envelope: [UInt8], _ peerCertificate: [UInt8], _ now: Instant) async throws(EvidenceFault) ->
    CareEvidence
