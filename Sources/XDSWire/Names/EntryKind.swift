/// Whether an entry describes bytes that exist or a document made when it is asked for.
public enum EntryKind: String, Hashable, Sendable, CaseIterable {
    /// A stored document.
    case stable = "urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1"
    /// Made at each request.
    case onDemand = "urn:uuid:34268e47-fdf5-41a6-ba33-82133c465248"
}

extension EntryKind {
    /// By what it is, and not by its URN: each entry of a list is asked for its kind.
    public func hash(into hasher: inout Hasher) { hasher.combine(self == .stable) }
}
