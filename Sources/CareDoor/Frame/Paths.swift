import HealthRecord

/// The addresses of pages; a path holds opaque identifiers at most.
enum Paths {
    static let home = "/"
    static let signIn = "/connexion"
    static let situation = "/situation"
    static let signOut = "/deconnexion"
    static let goodbye = "/au-revoir"
    static let patients = "/patients"
    static let search = "/patients/recherche"
    static let regulation = "/patients/sans-matricule"
    static let notices = "/patients/avis"
    static let help = "/aide"
    static let accessibility = "/accessibilite"
    static let siteMap = "/plan-du-site"
    static let chart = "/dossiers"

    /// The pages of one record.
    enum Part: String, CaseIterable, Sendable {
        case consent = "accord"
        case emergency = "urgence"
        case documents
        case add = "ajouter"
        case announce = "a-annoncer"
        case vaccinations
        case wishes = "volontes"
        case authorisations = "autorisations"
        case history = "historique"
        case secret = "connexion-secrete"
        case leave = "quitter"
        case presence
    }

    /// An address that software opens; the one place of the site where the profile wants a matricule in an address.
    static func direct(_ page: DirectAccess) -> String { "/AccesDirect/\(page.rawValue)" }
    /// What was asked for there, under a name that says nothing.
    static func arrival(_ name: String) -> String { "/contexte/\(name)" }

    /// An address that opens one record once, by a secret that says nothing.
    static func entry(_ token: String) -> String { "/AccesDirect/Entree/\(token)" }

    static func chart(_ handle: String) -> String { "\(chart)/\(handle)" }
    static func chart(_ handle: String, _ part: Part) -> String { "\(chart)/\(handle)/\(part.rawValue)" }
    static func document(_ handle: String, _ id: UniqueID) -> String { "\(chart(handle, .documents))/\(id.text)" }
    static func content(_ handle: String, _ id: UniqueID) -> String { document(handle, id) + "/contenu" }
    static func readable(_ handle: String, _ id: UniqueID) -> String { document(handle, id) + "/lecture" }
    static func original(_ handle: String, _ id: UniqueID) -> String { document(handle, id) + "/original" }
    static func receipt(_ handle: String, _ id: UniqueID) -> String { document(handle, id) + "/recu" }
    static func replace(_ handle: String, _ id: UniqueID) -> String { document(handle, id) + "/remplacer" }
    static func change(_ handle: String, _ id: UniqueID, _ change: DocumentChoice) -> String {
        "\(document(handle, id))/changer/\(change.rawValue)"
    }
    static func recordWishes(_ handle: String) -> String { chart(handle, .wishes) + "/consigner" }
    static func emergencyWishes(_ handle: String) -> String { chart(handle, .wishes) + "/urgence" }
    static func block(_ handle: String, _ who: String) -> String { chart(handle, .authorisations) + "/bloquer/\(who)" }
    static func blockAnother(_ handle: String) -> String { chart(handle, .authorisations) + "/blocages/noter" }
    static func lift(_ handle: String, _ who: String) -> String { chart(handle, .authorisations) + "/debloquer/\(who)" }
    static func discretion(_ handle: String) -> String { chart(handle, .documents) + "/titres" }
    static func historyTable(_ handle: String) -> String { chart(handle, .history) + "/tableau" }
    static func injection(_ handle: String) -> String { chart(handle, .vaccinations) + "/ajouter" }
    static func confirmation(_ handle: String, _ what: String) -> String {
        chart(handle, .vaccinations) + "/confirmer/\(what)"
    }
    static func presenceCode(_ handle: String) -> String { chart(handle, .presence) + "/code" }
    static func colleague(_ handle: String) -> String { chart(handle, .authorisations) + "/accords/confrere" }
    static func newTeam(_ handle: String) -> String { chart(handle, .authorisations) + "/equipes/declarer" }
    static func teamMember(_ handle: String, _ team: UniqueID) -> String {
        "\(chart(handle, .authorisations))/equipes/\(team.text)/membre"
    }
    static func teamEnd(_ handle: String, _ team: UniqueID) -> String {
        "\(chart(handle, .authorisations))/equipes/\(team.text)/fin"
    }
    static func justification(_ handle: String, _ access: UniqueID) -> String {
        "\(chart(handle))/justifier/\(access.text)"
    }
    static func rectification(_ handle: String, _ request: UniqueID) -> String {
        "\(chart(handle))/rectification/\(request.text)"
    }
    static func role(_ handle: String, _ choice: RoleChoice) -> String {
        "\(chart(handle, .authorisations))/\(choice.rawValue)"
    }
}

/// What a professional can make of a document; the raw value is the path's last part.
enum DocumentChoice: String, CaseIterable, Sendable {
    case mask = "masquer"
    case unmask = "demasquer"
    case reveal = "annoncer"
    case conceal = "fermer-aux-representants"
    case disclose = "ouvrir-aux-representants"
    case archive = "archiver"
    case restore = "desarchiver"
    case delete = "supprimer"
}

/// What a professional can make of his own standing.
enum RoleChoice: String, CaseIterable, Sendable {
    case giveUp = "renoncer"
    case take = "devenir-medecin-traitant"
    case resign = "quitter-medecin-traitant"
    case resignAdministrator = "quitter-administrateur"
}

/// Names of form fields, which are ids as well.
enum Names {
    static let situation = "situation"
    static let keep = "garder"
    static let ins = "matricule"
    static let name = "nom"
    static let treating = "traitant"
    static let kind = "cas"
    static let reason = "motif"
    static let type = "type"
    static let author = "auteur"
    static let specialty = "specialite"
    static let from = "depuis"
    static let to = "jusqua"
    static let sort = "ordre"
    static let archived = "archives"
    static let masked = "masques"
    static let page = "page"
    static let file = "fichier"
    static let text = "texte"
    static let title = "titre"
    static let day = "date"
    static let acts = "actes"
    static let visible = "visible"
    static let secret = "secret"
    static let before = "avant"
    static let done = "fait"
    static let notice = "avis"
    static let gesture = "geste"
    static let view = "vue"
    static let zoom = "quand"
    static let category = "rubrique"
    static let hidden = "a-annoncer"
    static let discreet = "titres"
    static let emergencies = "urgences"
    static let asked = "demande"
    static let proof = "preuve"
    static let vaccine = "vaccin"
    static let disease = "maladie"
    static let lot = "lot"
    static let confirms = "confirme"
    static let person = "personne"
    static let tie = "lien"
    static let phone = "appel"
    static let organs = "don"
    static let refusesGlass = "sans-bris"
    static let refusesRegulation = "sans-15"
    static let opensMasked = "masques-lisibles"
    static let family = "famille"
    static let given = "prenom"
    static let birth = "ne-le"
    static let city = "commune"
    static let whom = "pour"
    static let rpps = "rpps"
    static let profession = "profession"
    static let place = "lieu"
    static let sector = "secteur"
    static let team = "equipe"
    static let sought = "recherche"
    static let search = "chercher"
    static let listed = "trouve"
    static let means = "moyen"
    static let code = "code-lu"
    static let choice = "reponse"
    static let arrival = "suite"
    static let found = "dossier"
    /// Where a handle would stand, had a record been found.
    static let nobody = "aucun"
}
