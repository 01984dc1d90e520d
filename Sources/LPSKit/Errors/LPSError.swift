public import DMPWire
public import SOAPWire
public import SafeXML
public import XDSWire

/// Why a call of the software did not do what it was asked for.
///
/// Nothing in it quotes a document, an assertion or a name.
public enum LPSError: Error, Equatable, Sendable {
    /// The software was set up with something that cannot work.
    case settings(SettingsFault)
    /// What is to be sent is not fit to be sent.
    case outgoing(OutgoingFault)
    /// The assertion or the lot could not be signed.
    case signing(XMLSignatureError)
    /// No answer came.
    case connection(ConnectionFault)
    /// An answer came that is no message.
    case http(status: UInt)
    /// The service refused in SOAP.
    case fault(SOAPFault)
    /// The registry or the repository refused.
    case registry([RegistryProblem])
    /// The service refused an HL7 V3 message.
    case message([HL7Acknowledgement.Detail])
    /// A service of authorisations refused.
    case service(ServiceOutcome)
    /// The answer cannot be understood.
    case unreadable(UnreadableAnswer)

    /// The code that the service gave for its refusal, such as `DMPInvalidVIHF` or `XDSDuplicateUniqueIdInRegistry`.
    public var refusalCode: String? {
        switch self {
        case .fault(let fault): fault.subcode?.name ?? fault.code.rawValue
        case .registry(let problems): problems.first { $0.severity == .error }?.errorCode ?? problems.first?.errorCode
        case .message(let details): details.first?.code
        case .service(let outcome): outcome.status
        case .settings, .outgoing, .signing, .connection, .http, .unreadable: nil
        }
    }
}

extension LPSError: CustomStringConvertible {
    /// A code, what the service said, and the remedy where one is known.
    public var description: String {
        switch self {
        case .settings(let fault): "settings: \(fault)"
        case .outgoing(let fault): "outgoing: \(fault)"
        case .signing: "signing: give the private key of the signature certificate, in PEM"
        case .connection(let fault): "connection: \(fault.rawValue)"
        case .http(let status): "http: the answer \(status) is no SOAP message; check the address of the services"
        case .fault(let fault): "fault: \(refusalCode ?? fault.code.rawValue): \(fault.reason)"
        case .registry(let problems):
            "registry: " + problems.map { "\($0.errorCode): \($0.context)" }.joined(separator: "; ")
        case .message(let details): "message: " + details.map { "\($0.code): \($0.text)" }.joined(separator: "; ")
        case .service(let outcome): "service: \(outcome.status): \(outcome.context ?? "")"
        case .unreadable(let answer): "unreadable: \(answer)"
        }
    }
}
