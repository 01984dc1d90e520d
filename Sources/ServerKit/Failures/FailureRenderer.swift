import HTTPTypes
public import Hummingbird

/// How a failure looks on a wire: HTML for people, JSON or XML for programs, a SOAP fault given by its door.
public struct FailureRenderer: Sendable {
    let contentType: String
    let body: @Sendable (Failure, Request) -> String

    /// A look of the door's own; the body is made of the failure's code, status and incident only.
    public init(contentType: String, body: @escaping @Sendable (Failure) -> String) {
        self.init(contentType: contentType) { failure, _ in body(failure) }
    }

    /// A look that also depends on the request, such as on the language it asks for.
    public init(contentType: String, body: @escaping @Sendable (Failure, Request) -> String) {
        self.contentType = contentType
        self.body = body
    }

    /// `{"error":"notFound","incident":null}`.
    public static let json = FailureRenderer(contentType: "application/json") { failure in
        let incident = failure.incident.map { "\"\($0)\"" } ?? "null"
        return #"{"error":"\#(failure.code.rawValue)","incident":\#(incident)}"#
    }

    /// `<failure code="notFound"/>`.
    public static let xml = FailureRenderer(contentType: "application/xml; charset=utf-8") { failure in
        let incident = failure.incident.map { " incident=\"\($0)\"" } ?? ""
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<failure code=\"\(failure.code.rawValue)\"\(incident)/>"
    }

    /// A short page in French, with a line in English.
    public static let html = FailureRenderer(contentType: "text/html; charset=utf-8") { failure in
        let incident = failure.incident.map { "<p>Référence à donner à l’assistance : <code>\($0)</code></p>" } ?? ""
        return """
            <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>\(failure.code.title)</title></head>\
            <body><main><h1>\(failure.code.title)</h1><p>\(failure.code.sentence)</p>\(incident)\
            <p lang="en">Error \(failure.status.code).</p><p><a href="/">Retour à l’accueil</a></p></main></body></html>
            """
    }
}

extension Failure.Code {
    fileprivate var title: String {
        switch self {
        case .notFound: "Page introuvable"
        case .unauthorised: "Connexion nécessaire"
        case .forbidden, .peerRefused, .forged: "Accès refusé"
        case .tooManyRequests: "Trop de demandes"
        case .timedOut, .unavailable: "Service momentanément indisponible"
        case .internalError: "Une erreur est survenue"
        case .badRequest, .methodNotAllowed, .bodyTooLarge, .unsupportedEncoding, .refused: "Demande non acceptée"
        }
    }

    fileprivate var sentence: String {
        switch self {
        case .notFound: "Cette page n’existe pas ou n’existe plus."
        case .unauthorised: "Veuillez vous connecter pour continuer."
        case .forbidden: "Vous ne pouvez pas accéder à cette page."
        case .peerRefused: "Votre certificat ou votre carte n’a pas été accepté."
        case .forged: "Ce formulaire n’est plus valable. Revenez à la page précédente et recommencez."
        case .tooManyRequests: "Veuillez patienter quelques instants avant de recommencer."
        case .timedOut, .unavailable: "Veuillez recommencer dans quelques instants."
        case .internalError: "L’opération n’a pas pu aboutir. Veuillez recommencer plus tard."
        case .bodyTooLarge: "L’envoi est trop volumineux."
        case .badRequest, .methodNotAllowed, .unsupportedEncoding, .refused:
            "La demande n’a pas pu être comprise."
        }
    }
}
