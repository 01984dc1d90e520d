/// What is told of a document whose sending the secured messaging has not confirmed.
public enum SendingFailure: String, Hashable, Sendable, Codable, CaseIterable {
    /// It did not leave.
    case unsent
    /// It may have left: nobody knows.
    case uncertain

    /// The key of an event's `details` that marks it.
    public var traceKey: String { rawValue }
}
