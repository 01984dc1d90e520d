/// Why rules cannot be loaded; each names the file, the element and what is wrong with it.
public enum RuleBookError: Error, Hashable, Sendable {
    /// A resource is not in the bundle or cannot be read.
    case missingFile(String)
    /// A file is not of its form.
    case malformed(file: String, line: Int, reason: String)
    /// A key or a row that the code does not know.
    case unknown(file: String, key: String)
    /// A key or a row that must be there is not.
    case missing(file: String, key: String)
    /// A value that the key or the cell does not admit.
    case inadmissible(file: String, key: String, value: String)
    /// Two statements that cannot both hold.
    case contradiction(file: String, key: String, reason: String)
}
