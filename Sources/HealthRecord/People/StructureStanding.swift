/// What the structure rests on in which a professional says that he acts.
public enum StructureStanding: String, Hashable, Sendable, Codable {
    /// A certificate names it, or a directory knows him there.
    case vouched
    /// His software states it, and nothing else does.
    case stated
}
