public import HealthRecord

/// What a deployment's directory says of somebody whom a professional names for a holder.
public enum DirectoryAnswer: Sendable, Hashable {
    /// This deployment has no directory: what is well formed is believed.
    case none
    /// It knows nobody of that identifier, or nobody who still works.
    case unknown
    /// A professional, with his professions, a specialty left out meaning any, and where he works; nil and empty for what it
    /// does not say.
    case professional(professions: [Profession]?, workplaces: [StructureID])
    /// A structure, with its sector where it says so.
    case structure(name: String, sector: Code?)
    /// It cannot answer now.
    case unavailable
}
