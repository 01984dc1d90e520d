import Custody
public import HealthRecord
import PageKit
public import ServerKit
public import Wording

/// What a deployment says of its portal.
public struct PortalSettings: Sendable {
    /// Whom the deployment serves; it says under which root a matricule is looked for.
    public var domain: IdentityDomain
    /// The portal's own origin, such as `https://dmp.example.fr`.
    public var origin: WebOrigin
    /// Who runs the service, as letters and pages name him.
    public var sheet: ServiceSheet
    /// At least 32 secret random bytes, the same on all nodes of the portal.
    public var secret: [UInt8]
    /// After how many minutes without a page a session ends; the custodian's own setting.
    public var idleMinutes = 15
    /// How many wrong tries one network may make in ten minutes, all people behind its address together.
    public var missesPerTenMinutes = Self.usualMisses
    /// Enough for a hospital or a mobile operator behind one address.
    public static let usualMisses = 100

    /// The directory in which holders look for professionals; nil where there is none.
    public var professionals: ProfessionalSearch?
    /// Secured messaging, by which documents are sent; nil where the deployment has none.
    public var secureMail: SecureMail?
    /// How many events of a history are read at once; whoever needs more of them leafs on.
    var historyPage = Custodian.historyLimit
    /// The most lines of a history's table, and how far back pages look.
    var tableLimit = 200_000
    /// The most lines of a history on paper; the table has more.
    var sheetLimit = 2_000
    /// How many documents one order changes; more are changed by several.
    var changedAtOnce = 200

    /// The least time that a refusal of an entry page takes: signing in, codes, letters, coming back (identity and
    /// experience § 10, 1); the house's own floor.
    public var refusalFloor = AnswerFloor()
    /// By what that time is measured; the machine's own clock unless given.
    public var refusalClock: ServerClock?

    /// The settings of a portal.
    public init(domain: IdentityDomain, origin: WebOrigin, sheet: ServiceSheet, secret: [UInt8]) {
        self.domain = domain
        self.origin = origin
        self.sheet = sheet
        self.secret = secret
    }
}

/// Why a portal cannot be opened.
public enum PortalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The secret is shorter than 32 bytes.
    case shortSecret
    /// The origin is no `https://host` or `https://host:port`.
    case badOrigin
    /// A file of the portal's own is not there.
    case missingResource(String)

    /// A code and the remedy.
    public var description: String {
        switch self {
        case .shortSecret: "shortSecret: give the portal at least 32 random bytes"
        case .badOrigin: "badOrigin: give the portal's origin as https://host, without a path"
        case .missingResource(let name): "missingResource: \(name) of PortalDoor must be beside the program"
        }
    }
}
