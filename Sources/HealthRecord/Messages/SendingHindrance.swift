/// What stands in the way of a sending that the rules permit.
public enum SendingHindrance: String, Hashable, Sendable, CaseIterable {
    /// It was begun before.
    case begun = "sent"
    /// The same person has sent as many documents as may be in a day.
    case tooMany = "sendings"
}

extension TraceEvent {
    /// What stood in the way of a sending; nil for every other event.
    public var sendingHindrance: SendingHindrance? {
        act == .send ? details[Self.conflictKey].flatMap(SendingHindrance.init) : nil
    }
}
