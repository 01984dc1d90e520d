import Custody
import DMPWire
import HTTPTypes
import RecordService
import SOAPWire

extension ServiceError {
    /// The fault for what concerns the exchange and not its subject; nil for what each wire answers in its own terms.
    var exchangeFault: SOAPFault? {
        switch self {
        case .evidence(let evidence):
            // The custodian's directory being away is not the sender's doing.
            fault(evidence.code == "DMPUnavailable" ? .receiver : .sender, .dmp(evidence.code))
        case .replayed: fault(.sender, .dmp("DMPInvalidVIHF"))
        case .sessionEnded: fault(.sender, .security("FailedAuthentication"))
        case .refused, .unknownPatient, .otherPatient, .rejected, .notFound, .conflict, .incomplete, .notAccepted,
            .tooManyAttempts, .weakSecret, .unavailable:
            nil
        }
    }

    /// The fault for anything: admission has no other way to answer.
    var anyFault: SOAPFault {
        if let fault = exchangeFault { return fault }
        switch self {
        case .unavailable, .incomplete: return fault(.receiver, .dmp("DMPUnavailable"))
        case .evidence, .replayed, .sessionEnded, .refused, .unknownPatient, .otherPatient, .rejected, .notFound,
            .conflict, .notAccepted, .tooManyAttempts, .weakSecret:
            return fault(.sender, .dmp("DMPAccessDeniedByRightsService"))
        }
    }

    private func fault(_ code: SOAPFault.Code, _ subcode: SOAPFault.Subcode) -> SOAPFault {
        let complaint = complaint
        return SOAPFault(
            code,
            subcode,
            reason: complaint.text.sentenceCased + ". / " + complaint.remedy + ".",
            element: complaint.element
        )
    }
}

extension SOAPFault {
    static let noSuchService = SOAPFault(
        .sender,
        .addressing("DestinationUnreachable"),
        reason: "Ce service n'existe pas. Adressez \(ServiceName.listed)."
    )
    static let postOnly = SOAPFault(
        .sender,
        .dmp("DMPInvalidMessage"),
        reason: "Seule la méthode POST est acceptée. Envoyez un message SOAP."
    )
    static let unsupportedMedia = SOAPFault(
        .sender,
        .dmp("DMPInvalidMessage"),
        reason:
            "Le type de contenu n'est pas accepté. Envoyez application/soap+xml ou multipart/related (MTOM), en UTF-8.",
        element: "Content-Type"
    )
    static let unsupportedEncoding = SOAPFault(
        .sender,
        .dmp("DMPInvalidMessage"),
        reason: "Le corps du message est encodé. Envoyez-le tel quel, sans compression.",
        element: "Content-Encoding"
    )
    static let tooLarge = SOAPFault(
        .sender,
        .dmp("DMPMessageTooLarge"),
        reason: "Le message dépasse la taille permise. Envoyez des documents moins nombreux ou moins gros."
    )
    static let busy = SOAPFault(
        .receiver,
        .dmp("DMPUnavailable"),
        reason: "Le service reçoit trop de messages à la fois. Renvoyez le même dans un instant."
    )
    static let actionNotSupported = SOAPFault(
        .sender,
        .addressing("ActionNotSupported"),
        reason: "Cette action n'est pas offerte à cette adresse. Vérifiez l'action et le service.",
        element: "/Envelope/Header/Action"
    )
    static let otherPayload = SOAPFault(
        .sender,
        .dmp("DMPInvalidMessage"),
        reason: "Le corps du message n'est pas celui de l'action. Accordez les deux.",
        element: "/Envelope/Body"
    )
    static let noAssertion = SOAPFault(
        .sender,
        .security("InvalidSecurity"),
        reason: "Le vecteur d'identification (VIHF) est absent. Ajoutez-le.",
        element: "/Envelope/Header/Security"
    )
    /// The body of some messages names no patient: the assertion alone does.
    static let noPatient = SOAPFault(
        .sender,
        .dmp("DMPInvalidVIHF"),
        reason: "Le VIHF ne désigne pas le patient. Ajoutez-y l'attribut resource-id.",
        element: VIHFAttribute.patient.rawValue
    )
    static let noCertificate = SOAPFault(
        .sender,
        .dmp("DMPInvalidCertificate"),
        reason: "Aucun certificat client n'a été présenté. Ouvrez la connexion avec votre certificat."
    )

    /// A body that is not what its message says; the element is a path of names, never a value.
    static func malformed(_ element: String) -> SOAPFault {
        SOAPFault(
            .sender,
            .dmp("DMPInvalidMessage"),
            reason: "Un élément du message est absent, répété ou mal formé. Corrigez-le.",
            element: element
        )
    }

    /// The same, under the identifier by which the operator finds the case.
    func correlated(_ correlation: String?) -> SOAPFault {
        SOAPFault(code, subcode, reason: reason, element: element, correlation: correlation)
    }

    /// The status that carries it (SOAP 1.2 part 2 § 7.5.2.2; SOAP 1.1 § 6.2).
    func status(_ version: SOAPVersion) -> HTTPResponse.Status {
        if subcode == .dmp("DMPMessageTooLarge") { return .contentTooLarge }
        return version == .v12 && code == .sender ? .badRequest : .internalServerError
    }
}

extension String {
    /// The text with a capital at its head.
    fileprivate var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}
