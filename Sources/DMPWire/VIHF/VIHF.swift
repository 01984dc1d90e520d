public import HealthRecord

/// The *vecteur d'identification et d'habilitation formelles*: what a software states of who asks, read and not yet believed.
public struct VIHF: Hashable, Sendable {
    /// The two versions met.
    public enum Version: String, Hashable, Sendable, CaseIterable {
        /// Version 3.0, the one written.
        case v3 = "3.0"
        /// Version 4.0.
        case v4 = "4.0"
    }

    /// Whether what is filed must stay unknown to the legal representatives.
    public enum Connection: String, Hashable, Sendable {
        /// An ordinary connection.
        case ordinary
        /// *Connexion secrète* of a minor.
        case secret
    }

    /// The one resource that a VIHF for this service names.
    public static let resource = "urn:dmp"

    /// Identifier of the assertion.
    public var id: String
    /// When it was made.
    public var issueInstant: Instant
    /// The name of the certificate that signs, as text.
    public var issuer: String
    /// National identifier of the person, or of the person within the structure.
    public var nameID: String
    /// Start of validity, where stated.
    public var notBefore: Instant?
    /// End of validity (that moment excluded), where stated.
    public var notOnOrAfter: Instant?
    /// Audiences to which it is restricted; one list for each restriction.
    public var audiences: [[String]] = []
    /// When the person was authenticated.
    public var authenticatedAt: Instant
    /// How, by the classes of SAML.
    public var authenticationClass: String
    /// The declaration of reinforced indirect authentication.
    public var authenticationDeclaration: String?
    /// Version.
    public var version: Version
    /// Direct, indirect, reinforced.
    public var mode: AuthenticationMode
    /// The structure.
    public var structure: StructureID
    /// Its sector of activity.
    public var sector: Code
    /// The name of the person, as text; of the software and its model for automata.
    public var subject: String
    /// Profession or role, then specialty or section.
    public var roles: [Code]
    /// The patient, where the call concerns one.
    public var patient: INS?
    /// The resource, `urn:dmp`.
    public var resource: String = VIHF.resource
    /// The mode of access, with its reason.
    public var purpose: AccessMode
    /// Secret or not.
    public var connection: Connection = .ordinary
    /// The software.
    public var software: Software
    /// Level of authentication, where stated.
    public var tier: Code?

    /// Joins the parts that every VIHF has.
    public init(
        id: String,
        issueInstant: Instant,
        issuer: String,
        nameID: String,
        authenticatedAt: Instant,
        authenticationClass: String,
        version: Version = .v3,
        mode: AuthenticationMode,
        structure: StructureID,
        sector: Code,
        subject: String,
        roles: [Code],
        patient: INS?,
        purpose: AccessMode = .normal,
        software: Software
    ) {
        self.id = id
        self.issueInstant = issueInstant
        self.issuer = issuer
        self.nameID = nameID
        self.authenticatedAt = authenticatedAt
        self.authenticationClass = authenticationClass
        self.version = version
        self.mode = mode
        self.structure = structure
        self.sector = sector
        self.subject = subject
        self.roles = roles
        self.patient = patient
        self.purpose = purpose
        self.software = software
    }

    /// The software that asks, *LPS*.
    public struct Software: Hashable, Sendable {
        /// Product.
        public var name: String
        /// Version.
        public var version: String?
        /// OID or serial number of the installation.
        public var id: String?
        /// Homologation number.
        public var homologation: String

        /// Joins the parts.
        public init(name: String, version: String? = nil, id: String? = nil, homologation: String) {
            self.name = name
            self.version = version
            self.id = id
            self.homologation = homologation
        }
    }
}
