import Custody
import RecordService

/// What every wire says of an act that was not done; each wire adds its own code.
struct Complaint {
    /// What is wrong, in French.
    let text: String
    /// What to do, in English.
    let remedy: String
    /// The element at fault.
    var element: String?

    init(_ text: String, remedy: String, element: String? = nil) {
        self.text = text
        self.remedy = remedy
        self.element = element
    }

    /// The whole sentence, with the correlation that clients would lose elsewhere.
    func sentence(_ correlation: String) -> String {
        let place = element.map { $0 + " : " } ?? ""
        return "\(place)\(text) / \(remedy) [\(correlation)]"
    }
}

extension ServiceError {
    /// The words for it; a refusal that must be silent reads as the absence of the thing.
    var complaint: Complaint {
        switch self {
        case .refused(let refusal) where !refusal.isSilent: refusal.complaint
        case .refused, .notFound: Complaint("objet introuvable", remedy: "check the identifier")
        case .evidence(let fault):
            Complaint("le vecteur d’identification n’est pas accepté", remedy: fault.remedy, element: fault.element)
        case .replayed:
            Complaint(
                "cette assertion a déjà servi",
                remedy: "sign a new assertion for each request",
                element: "Security/Assertion/@ID"
            )
        case .sessionEnded: Complaint("la demande n’est plus admise", remedy: "send the request again")
        case .unknownPatient:
            Complaint("aucun dossier pour ce patient", remedy: "check the INS", element: "patientId")
        case .otherPatient:
            Complaint(
                "le patient du message n’est pas celui de l’assertion",
                remedy: "name the same INS in both",
                element: "patientId"
            )
        case .rejected: Complaint("le lot est refusé", remedy: "see each error")
        case .conflict(let what):
            ConflictMeaning.of(what).map { Complaint($0.text, remedy: $0.remedy, element: $0.element) }
                ?? Complaint("le changement ne s’applique pas à l’état actuel", remedy: "query again, then decide")
        case .incomplete:
            Complaint("le dossier n’est pas intègre", remedy: "report the reference to the operator")
        case .notAccepted, .weakSecret: Complaint("demande non acceptée", remedy: "check the request")
        case .tooManyAttempts(let seconds):
            Complaint("trop de tentatives", remedy: "retry after \(seconds) seconds")
        case .unavailable:
            Complaint("service momentanément indisponible", remedy: "retry later; the same lot is not kept twice")
        }
    }

    /// Why, as the log says it.
    var reason: RefusalReason {
        switch self {
        case .refused, .notFound, .notAccepted, .weakSecret, .tooManyAttempts: .rights
        case .evidence, .sessionEnded: .evidence
        case .replayed: .replay
        case .unknownPatient, .otherPatient: .patient
        case .rejected: .content
        case .conflict: .conflict
        case .incomplete: .integrity
        case .unavailable: .unavailable
        }
    }
}

extension Custody.Refusal {
    /// What somebody refused may be told.
    fileprivate var complaint: Complaint {
        Complaint(isSecrecy ? Self.secrecy : Self.texts[code] ?? "accès refusé", remedy: wayOut, element: element)
    }

    /// Rights are those of the assertion; a status is the document's.
    private var element: String? { code == "document-state" ? nil : "Security/Assertion" }

    /// Whether it is refused for the secret connection in which it was asked.
    private var isSecrecy: Bool { remedy == "leaveSecretConnection" }

    private static let secrecy = "une connexion secrète ne change rien de ce que voient les représentants légaux"

    private static let texts = [
        "record-unavailable": "le dossier n’est pas ouvert ; le patient peut le rouvrir",
        "actor-unbound": "l’émetteur n’est pas rattaché à une profession et à une structure",
        "mode-refused": "ce mode d’accès n’est pas ouvert à l’émetteur",
        "emergency-opposed": "le patient s’oppose à l’accès en urgence : soignez sans le dossier",
        "blocked": "le patient a bloqué cet accès ; lui seul peut le lever, et le dépôt reste ouvert",
        "authorisation-required": "aucune autorisation d’accès en cours : demandez l’accord du patient",
        "consent-required": "le consentement du patient doit être recueilli, puis déclaré",
        "role-refused": "ce rôle ne permet pas cette action ; un confrère qui y a droit peut la faire",
        "not-own-document": "seul l’auteur du document peut faire cette action : adressez-vous à lui",
        "document-state": "l’état du document ne permet pas cette action : actualisez la liste",
    ]

    private var wayOut: String {
        switch remedy {
        case "askHolderForLeave": "ask the patient, then declare the authorisation (TD0.3)"
        case "askHolderToUnblock": "ask the patient to lift the block"
        case "stateConsent": "state the patient's consent"
        case "giveReason": "give the reason of the emergency access"
        case "useNormalMode": "ask again in normal mode"
        case "activateAccess": "the patient has to activate the record"
        case "askAuthor": "ask the author of the document"
        case "useProfessionalCredentials": "use a professional's card"
        case "leaveSecretConnection": "ask again in an ordinary connection"
        case "changeVisibility": "change the visibility first"
        default:
            code == "document-state" ? "query again: the state has to allow it" : "nothing for this sender to change"
        }
    }
}
