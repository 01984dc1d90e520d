import Glibc
import NIOCore

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
    /// The door of this name cannot listen where its settings say.
    case cannotListen(door: String, host: String, port: Int, ListeningFault)

    /// Why nothing can listen at an address.
    public enum ListeningFault: String, Hashable, Sendable {
        /// Something else listens there.
        case taken
        /// The process may not: a port below 1024, as a rule.
        case forbidden
        /// It is no address of this machine, or no address at all.
        case notOurs
    }

    /// A code and the remedy.
    public var description: String {
        switch self {
        case .unusableCertificate: "unusableCertificate: give the server's certificate chain in DER, leaf first"
        case .unusablePrivateKey: "unusablePrivateKey: give the private key of the server's certificate, in PEM or DER"
        case .unusableTLSSettings: "unusableTLSSettings: check that the private key is that of the certificate"
        case .clearTextOutsideLoopback: "clearTextOutsideLoopback: without TLS, listen on 127.0.0.1 or ::1 only"
        case .cannotListen(let door, let host, let port, let fault):
            "cannotListen: \(fault.rawValue): give the door \(door) a free address of this machine for \(host):\(port)"
        }
    }
}

extension DoorError.ListeningFault {
    /// What an error of opening a socket means; nil for any other.
    init?(_ error: any Error) {
        switch error {
        case let error as IOError:
            switch error.errnoCode {
            case EADDRINUSE: self = .taken
            case EACCES, EPERM: self = .forbidden
            case EADDRNOTAVAIL: self = .notOurs
            default: return nil
            }
        case is SocketAddressError, is SocketAddressError.UnknownHost: self = .notOurs
        default: return nil
        }
    }
}
