public import HealthRecord

/// Why a notice did not leave; nothing in it names a person, an address or a content.
public enum MessageError: Error, Hashable, Sendable {
    /// No carrier is configured for that way.
    case noCarrier(ContactKind)
    /// The carrier does not serve that way.
    case wrongCarrier(ContactKind)
    /// The address is not one of its kind.
    case addressUnusable(ContactKind)
    /// The server could not be reached or broke off; the library's code.
    case unreachable(ContactKind, code: UInt32)
    /// The server did not answer in time.
    case timedOut(ContactKind)
    /// The server's certificate or its lack of TLS is not acceptable; the library's code.
    case untrusted(ContactKind, code: UInt32)
    /// The server refused; its status.
    case refused(ContactKind, status: Int)
    /// Too many messages wait already.
    case busy
    /// The folder could not be written; the system's error number.
    case folder(code: Int32)
    /// The page could not be drawn; the library's status.
    case printing(status: UInt32)
    /// Every try failed; the last reason is in the log of the router.
    case exhausted(ContactKind, attempts: Int)

    /// Whether the same notice may pass a little later.
    public var isTransient: Bool {
        switch self {
        case .unreachable, .timedOut, .busy: true
        // 4yz of SMTP (RFC 5321 § 4.2.1), too many requests and server faults of HTTP.
        case .refused(.email, let status): (400..<500).contains(status)
        case .refused(_, let status): status == 429 || (500..<600).contains(status)
        case .noCarrier, .wrongCarrier, .addressUnusable, .untrusted, .folder, .printing, .exhausted: false
        }
    }
}

extension MessageError: CustomStringConvertible {
    /// A code, the element at fault and the remedy.
    public var description: String {
        switch self {
        case .noCarrier(let kind): "no-carrier: nothing carries \(kind.rawValue); configure one"
        case .wrongCarrier(let kind): "wrong-carrier: this carrier does not serve \(kind.rawValue); correct the routes"
        case .addressUnusable(let kind): "address-unusable: the \(kind.rawValue) address is malformed; ask for another"
        case .unreachable(let kind, let code):
            "unreachable: the \(kind.rawValue) server (libcurl \(code)); check host, port and network"
        case .timedOut(let kind): "timed-out: the \(kind.rawValue) server; check it or lengthen the time limit"
        case .untrusted(let kind, let code):
            "untrusted: TLS of the \(kind.rawValue) server (libcurl \(code)); check its certificate and authorities"
        case .refused(let kind, let status):
            "refused: the \(kind.rawValue) server answered \(status); check credentials and sender"
        case .busy: "busy: too many messages wait; slow down or check the servers"
        case .folder(let code): "folder: writing failed (errno \(code)); check space and rights"
        case .printing(let status): "printing: drawing failed (cairo \(status)); check the fonts"
        case .exhausted(let kind, let attempts):
            "exhausted: \(attempts) tries by \(kind.rawValue) failed; try another way"
        }
    }
}
