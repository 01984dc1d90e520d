import HealthRecord
import PageKit

/// The addresses of pages; a path holds an opaque identifier at most.
enum Paths {
    static let home = "/"
    static let opening = "/ouvrir"
    static let opened = "/ouvrir/termine"
    static let activation = "/activer"
    static let activated = "/activer/termine"
    static let signIn = "/connexion"
    static let code = "/connexion/code"
    static let resend = "/connexion/renvoi"
    static let recovery = "/acces-perdu"
    static let signOut = "/deconnexion"
    static let goodbye = "/au-revoir"
    static let record = "/dossier"
    static let documents = "/documents"
    static let results = "/analyses"
    static let professionals = "/professionnels"
    static let history = "/historique"
    static let historyCSV = "/historique/tableau"
    static let historyProof = "/historique/preuves"
    static let accessibility = "/accessibilite"
    static let siteMap = "/plan-du-site"
    static let legal = "/mentions-legales"
    static let privacy = "/donnees-personnelles"
    static let help = "/aide"
    static let contact = "/contact"

    static func document(_ id: UniqueID) -> String { "\(documents)/\(id.text)" }
    static func content(_ id: UniqueID) -> String { document(id) + "/contenu" }
    static func pdf(_ id: UniqueID) -> String { document(id) + "/pdf" }
    static func original(_ id: UniqueID) -> String { document(id) + "/original" }
    static func mask(_ id: UniqueID) -> String { document(id) + "/masquer" }
    static func unmask(_ id: UniqueID) -> String { document(id) + "/rendre-visible" }
    static func professional(_ handle: Handle) -> String { "\(professionals)/\(handle.text)" }
    static func choice(_ choice: ProfessionalChoice, _ handle: Handle) -> String {
        "\(professional(handle))/\(choice.rawValue)"
    }
}

/// What a holder can decide about a professional; the raw value is the path's last part.
enum ProfessionalChoice: String, CaseIterable, Sendable {
    case authorise = "autoriser"
    case revoke = "retirer"
    case block = "bloquer"
    case unblock = "debloquer"
}
