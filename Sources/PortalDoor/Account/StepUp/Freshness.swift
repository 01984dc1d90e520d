import Foundation
import HealthRecord
import PageKit

/// That the one signed in gave secret and code a moment ago: sealed, and good for one session only.
struct Freshness: Codable, Hashable, Sendable {
    /// How long it holds, in seconds (identity and experience § 2.6: five minutes).
    static let term: Int64 = 300

    /// Under which form token the session goes, which follows from its cookie and tells nothing of it.
    let session: String
    let at: Instant

    func sealed(_ seal: Seal) -> String? { (try? JSONEncoder().encode(self)).map { seal.sealed(Array($0)) } }

    /// Whether a cookie says so of this session.
    static func holds(_ text: String?, session: String, now: Instant, _ seal: Seal) -> Bool {
        since(text, session: session, now: now, seal) != nil
    }

    /// Since when a cookie says so of this session; nil where it does not, or no longer.
    static func since(_ text: String?, session: String, now: Instant, _ seal: Seal) -> Instant? {
        guard let text, let bytes = seal.opened(text),
            let one = try? JSONDecoder().decode(Freshness.self, from: Data(bytes))
        else { return nil }
        let age = now.seconds(since: one.at)
        return one.session == session && age >= 0 && age <= term ? one.at : nil
    }
}

/// Where a fresh code leads; a closed list, so that no address of a browser is ever followed.
enum StepUpTarget: String, Codable, CaseIterable, Sendable {
    case emergency = "urgence"
    case secret = "code-secret"
    case channels = "contacts"
    case closing = "fermeture"
    case carer = "aidant"
    case parent = "second-representant"
    case confidentiality = "confidentialite"
    case rights = "qui-peut-voir-quoi"
    case feeding = "ajouts"
    case hostAccess = "medecin-hebergeur"
    case family = "profils"
    case devices = "appareils"
    case copy = "copie"
    case ownName = "identifiant"
    case codeApp = "application"
    case codeAppRemoval = "application-retirer"
    case passkey = "cle"
    case account = "connexion-et-contacts"

    var path: String {
        switch self {
        case .emergency: Paths.emergency
        case .secret: Paths.secret
        case .channels: Paths.channels
        case .closing: Paths.closing
        case .carer: Paths.inviteCarer
        case .parent: Paths.inviteParent
        case .confidentiality: Paths.confidentiality
        case .rights: Paths.rights
        case .feeding: Paths.feeding
        case .hostAccess: Paths.hostAccess
        case .family: Paths.family
        case .devices: Paths.devices
        case .copy: Paths.copy
        case .ownName: Paths.ownName
        case .codeApp: Paths.codeApp
        case .codeAppRemoval: Paths.codeAppRemoval
        case .passkey: Paths.passkey
        case .account: Paths.account
        }
    }
}
