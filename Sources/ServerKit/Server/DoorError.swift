/// Why a door cannot be opened: all found before the first connection.
public enum DoorError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The server's certificate chain is empty or cannot be read.
    case unusableCertificate
    /// The server's private key cannot be read.
    case unusablePrivateKey
    /// Certificate, key and settings do not go together.
    case unusableTLSSettings
    /// A door without TLS asked for an address that others can reach.
    case clearTextOutsideLoopback

    /// A code and the remedy.
    public var description: String {
        switch self {
        case .unusableCertificate: "unusableCertificate: give the server's certificate chain in DER, leaf first"
        case .unusablePrivateKey: "unusablePrivateKey: give the private key of the server's certificate, in PEM or DER"
        case .unusableTLSSettings: "unusableTLSSettings: check that the private key is that of the certificate"
        case .clearTextOutsideLoopback: "clearTextOutsideLoopback: without TLS, listen on 127.0.0.1 or ::1 only"
        }
    }
}
