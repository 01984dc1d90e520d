public import HealthRecord

/// Why a message failed, as one word for logs and counters.
public enum MessageFault: String, Hashable, Sendable, CaseIterable {
    case noCarrier, wrongCarrier, addressUnusable, unreachable, timedOut, untrusted, refused, busy, folder, printing
    case exhausted
}

extension MessageError {
    /// The word for it.
    public var fault: MessageFault {
        switch self {
        case .noCarrier: .noCarrier
        case .wrongCarrier: .wrongCarrier
        case .addressUnusable: .addressUnusable
        case .unreachable: .unreachable
        case .timedOut: .timedOut
        case .untrusted: .untrusted
        case .refused: .refused
        case .busy: .busy
        case .folder: .folder
        case .printing: .printing
        case .exhausted: .exhausted
        }
    }
}

/// One try at carrying a message: by which way, and what failed.
public struct MessageAttempt: Hashable, Sendable {
    /// The way.
    public let kind: ContactKind
    /// What failed; nil where the message was taken.
    public let error: MessageError?

    /// A try.
    public init(_ kind: ContactKind, _ error: MessageError?) {
        self.kind = kind
        self.error = error
    }
}
