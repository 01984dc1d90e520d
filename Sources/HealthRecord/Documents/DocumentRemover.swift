/// Who took a document away.
public enum DocumentRemover: String, Hashable, Sendable, Codable, CaseIterable {
    /// The holder, or somebody for him.
    case holder
    /// Its author, or the structure that filed it.
    case care
}
