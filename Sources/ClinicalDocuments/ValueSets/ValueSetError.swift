/// Why the value sets could not be loaded; each names the file.
public enum ValueSetError: Error, Hashable, Sendable {
    /// The file is not among the resources.
    case missing(file: String)
    /// The file is not JSON of the expected form.
    case malformed(file: String)
    /// The file states another number of codes than it holds.
    case wrongCount(file: String)
    /// A code stands twice in the file.
    case repeatedCode(file: String)
    /// A map leads to a code that its target set does not hold, or does not map a code of its source set.
    case brokenMap(file: String, code: String)
}
