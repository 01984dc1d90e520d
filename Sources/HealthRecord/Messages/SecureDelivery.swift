/// What became of a message that was given to secured messaging.
public enum SecureDelivery: Hashable, Sendable {
    /// The next hand has taken it.
    case taken
    /// It has surely not left.
    case notTaken
    /// It may have left: its content was on its way when the line failed, or the answer to it was lost.
    case uncertain
}
