/// Which attributes a message must carry.
public enum MetadataProfile: Sendable {
    /// The French profile (CI-SIS *Partage de documents de santé*): the rule.
    case french
    /// IHE alone (ITI TF-3 table 4.3.1-3): for foreign test kits, by configuration.
    case ihe
}

/// In what message metadata stand, which decides what else must be there.
enum MetadataContext: Sendable {
    /// A new document.
    case submission
    /// A full copy with changes.
    case update
    /// An answer, read by a client: nothing is required.
    case answer
}
