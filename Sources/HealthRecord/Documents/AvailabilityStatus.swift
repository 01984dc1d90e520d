/// The life of a document in a record (ebXML statuses and the two French ones).
public enum AvailabilityStatus: String, Hashable, Sendable, Codable, CaseIterable {
    /// Current.
    case approved = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved"
    /// Replaced by a newer one.
    case deprecated = "urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated"
    /// Set aside; comes back on demand.
    case archived = "urn:asip:ci-sis:2010:StatusType:Archived"
    /// Taken away by its author; kept sealed until erasure.
    case deleted = "urn:asip:ci-sis:2010:StatusType:Deleted"
}

extension AvailabilityStatus {
    /// By its place: its URN of fifty letters costs more to hash than all else by which a list is put together.
    public func hash(into hasher: inout Hasher) { hasher.combine(place) }

    private var place: Int {
        switch self {
        case .approved: 0
        case .deprecated: 1
        case .archived: 2
        case .deleted: 3
        }
    }
}
