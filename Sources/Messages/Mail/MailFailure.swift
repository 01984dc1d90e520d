/// Why a mail was not surely taken.
public enum MailFailure: Error, Hashable, Sendable {
    /// It has surely not left.
    case unsent(MessageError)
    /// It may have left: its content was on its way when the line failed, or the answer to it was lost.
    case uncertain(MessageError)

    /// What failed.
    public var reason: MessageError {
        switch self {
        case .unsent(let reason), .uncertain(let reason): reason
        }
    }
}
