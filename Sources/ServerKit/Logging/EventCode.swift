public import Logging

/// What may happen, as a closed list: each room declares an enum of its events, so that no free text enters the log.
public protocol EventCode: RawRepresentable, CaseIterable, Sendable where RawValue == String {
    /// How grave it is.
    var level: Logger.Level { get }
}

/// Why it happened, as a closed list.
public protocol ReasonCode: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {}

/// What may happen at any door.
public enum ServerEvent: String, EventCode {
    /// A door listens.
    case doorOpened
    /// A door has closed.
    case doorClosed
    /// A request has been answered.
    case requestAnswered
    /// A route threw an error nobody expected.
    case requestFailed
    /// A request took longer than its limit.
    case requestTimedOut
    /// A body went past its route's limit.
    case bodyTooLarge
    /// A certificate was refused, or is missing where it is mandatory.
    case peerRefused
    /// A library said something; its words are not kept.
    case libraryMessage

    /// How grave it is.
    public var level: Logger.Level {
        switch self {
        case .doorOpened, .doorClosed: .notice
        case .requestAnswered: .info
        case .requestFailed: .error
        case .requestTimedOut, .bodyTooLarge, .peerRefused: .warning
        case .libraryMessage: .notice
        }
    }
}
