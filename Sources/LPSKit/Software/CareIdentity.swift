public import DMPWire
public import HealthRecord

/// A certificate and its private key in PEM.
public struct PEMPair: Sendable {
    /// The certificate.
    public var certificate: String
    /// The private key, not encrypted.
    public var privateKey: String

    /// Joins both.
    public init(certificate: String, privateKey: String) {
        self.certificate = certificate
        self.privateKey = privateKey
    }
}

/// Who uses a software: a professional by his card, or a structure by its certificates.
public struct CareIdentity: Sendable {
    /// Who it is, as assertions and authors state it.
    public var actor: CareActor
    /// Opens connections.
    public var authentication: PEMPair
    /// Signs assertions and lots.
    public var signature: PEMPair

    /// Joins the three.
    public init(actor: CareActor, authentication: PEMPair, signature: PEMPair) {
        self.actor = actor
        self.authentication = authentication
        self.signature = signature
    }
}

/// The software itself, *LPS*.
public struct LPSProduct: Sendable {
    /// How assertions name it.
    public var software: VIHF.Software
    /// The OID of this installation, the source of its lots.
    public var oid: OID
    /// The OID of the repository that it files to and reads from.
    public var repository: OID

    /// The repository of the DMP (interop sheet § 4.3).
    public static let dmpRepository = OID(literal: "1.2.250.1.213.4.1.1.1.2")

    /// Joins the parts.
    public init(software: VIHF.Software, oid: OID, repository: OID = LPSProduct.dmpRepository) {
        self.software = software
        self.oid = oid
        self.repository = repository
    }
}

/// Where a software takes its time and its identifiers from.
public struct LPSSources: Sendable {
    /// The time.
    public var clock: @Sendable () -> Instant
    /// A new random identifier at each call.
    public var ids: @Sendable () -> UniqueID

    /// Joins both.
    public init(clock: @escaping @Sendable () -> Instant, ids: @escaping @Sendable () -> UniqueID) {
        self.clock = clock
        self.ids = ids
    }
}
