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
