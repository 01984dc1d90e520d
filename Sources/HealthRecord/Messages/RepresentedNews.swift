/// What somebody who acts for a holder is told of that record, where he asked for it.
public enum RepresentedNews: String, Hashable, Sendable, Codable, CaseIterable {
    /// A professional opened the record for the first time.
    case firstAccess
    /// The record was opened in an emergency.
    case emergencyAccess
    /// A document came in.
    case newDocument
    /// The record was suspended, which whoever acts for the holder may object to.
    case recordSuspended
}
