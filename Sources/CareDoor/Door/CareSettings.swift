public import HealthRecord
public import ServerKit
public import Wording

/// What a deployment says of its site for professionals.
public struct CareSettings: Sendable {
    /// Whom the deployment serves.
    public var domain: IdentityDomain
    /// The site's own origin, such as `https://pro.dmp.example.fr`.
    public var origin: WebOrigin
    /// Who runs the service.
    public var sheet: ServiceSheet
    /// At least 32 secret random bytes of this start: the sessions are of this start as well.
    public var secret: [UInt8]
    /// After how many minutes without a page a session ends; the custodian's own setting.
    public var idleMinutes = 30
    /// Searches by INS at once, for one professional.
    public var searchBurst = 20
    /// The same, in the long run (security design § 5.4).
    public var searchesPerHour = 60
    /// The least time that an answer without a record takes (security design § 5.4).
    public var searchFloor = AnswerFloor()

    /// Where colleagues are found by name; nil where the deployment has no directory of names.
    public var professionals: ProfessionalSearch?

    /// The settings of a site.
    public init(domain: IdentityDomain, origin: WebOrigin, sheet: ServiceSheet, secret: [UInt8]) {
        self.domain = domain
        self.origin = origin
        self.sheet = sheet
        self.secret = secret
    }
}

/// Why the site cannot be opened.
public enum CareDoorError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The secret is shorter than 32 bytes.
    case shortSecret
    /// A file of the pages is not there.
    case missingResource(String)

    /// A code and the remedy.
    public var description: String {
        switch self {
        case .shortSecret: "shortSecret: give the professionals' site at least 32 random bytes"
        case .missingResource(let name): "missingResource: \(name) of PageKit must be beside the program"
        }
    }
}
