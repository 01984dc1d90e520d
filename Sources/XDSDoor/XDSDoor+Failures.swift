import HTTPTypes
public import HealthRecord
import SOAPWire
public import ServerKit

extension XDSDoor {
    /// What the server around this door answers before the door is reached, or in place of it: a fault, like all else.
    public static func failures(ids: @escaping @Sendable () -> UniqueID) -> FailureRenderer {
        FailureRenderer(contentType: "application/soap+xml; charset=UTF-8") { failure in
            let fault = SOAPFault.standing(for: failure).correlated(failure.incident?.description)
            let bytes = SOAPWriter.fault(fault, messageID: ids().urn, relatesTo: nil)
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}

extension SOAPFault {
    /// What the server's own refusal is in the words of this wire.
    fileprivate static func standing(for failure: Failure) -> SOAPFault {
        switch failure.code {
        case .methodNotAllowed: .postOnly
        case .unsupportedEncoding: .unsupportedEncoding
        case .notFound: .noSuchService
        case .bodyTooLarge: .tooLarge
        case .peerRefused: .generic("DMPInvalidCertificate", failure)
        case .badRequest, .unauthorised, .forbidden, .forged, .tooManyRequests, .unavailable, .timedOut, .refused,
            .internalError:
            .generic("DMPUnavailable", failure)
        }
    }

    private static func generic(_ code: String, _ failure: Failure) -> SOAPFault {
        let isSenders = failure.status.code < 500
        return SOAPFault(
            isSenders ? .sender : .receiver,
            .dmp(code),
            reason: isSenders
                ? "La demande n'est pas acceptée. Vérifiez l'adresse, la méthode, la taille et le certificat."
                : "Le service n'a pas pu répondre. Recommencez plus tard."
        )
    }
}
