import HTTPTypes
public import HealthRecord
import SOAPWire
public import ServerKit

extension XDSDoor {
    /// What the server around this door answers before the door is reached, or in place of it: a fault, like all else.
    public static func failures(ids: @escaping @Sendable () -> UniqueID) -> FailureRenderer {
        FailureRenderer(contentType: "application/soap+xml; charset=UTF-8") { failure in
            let isSenders = failure.status.code < 500
            let fault = SOAPFault(
                isSenders ? .sender : .receiver,
                .dmp(failure.code == .peerRefused ? "DMPInvalidCertificate" : "DMPUnavailable"),
                reason: isSenders
                    ? "La demande n'est pas acceptée. Vérifiez l'adresse, la méthode, la taille et le certificat."
                    : "Le service n'a pas pu répondre. Recommencez plus tard.",
                correlation: failure.incident?.description
            )
            let bytes = SOAPWriter.fault(fault, messageID: ids().urn, relatesTo: nil)
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
