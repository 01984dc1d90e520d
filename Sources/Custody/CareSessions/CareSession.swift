public import HealthRecord

/// A professional's session on the web, as it stands after a request.
public struct CareSession: Sendable, Hashable {
    /// Who acts, in the situation chosen.
    public let actor: CareActor
    /// When it began.
    public let began: Instant
    /// When it ends without a further request.
    public let ends: Instant
    /// The way in that opened it; nil for a card's.
    let entry: OneTimeEntry?

    /// How far it goes where an assertion opened it; nil for a card's, which goes wherever its holder may.
    public var bounds: EntryBounds? { entry?.bounds }
}

/// What a professional's browser shows: the session's token, the certificate of the connection that carried it, and for whom
/// he asks.
public struct CareSessionEvidence: Sendable, Hashable, Codable {
    /// The token, from its cookie.
    public let token: String
    /// The certificate of the TLS connection, in DER; nil where the browser showed none.
    public let peerCertificate: [UInt8]?
    /// For whose record; nil where the act names none.
    public let patient: INS?
    /// In what mode.
    public let mode: AccessMode
    /// Whether the session with this patient is a minor's secret one.
    public let isSecretConnection: Bool

    /// Joins the parts.
    public init(
        token: String,
        peerCertificate: [UInt8]?,
        patient: INS?,
        mode: AccessMode = .normal,
        isSecretConnection: Bool = false
    ) {
        self.token = token
        self.peerCertificate = peerCertificate
        self.patient = patient
        self.mode = mode
        self.isSecretConnection = isSecretConnection
    }
}
