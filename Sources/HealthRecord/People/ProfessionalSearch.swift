/// Professionals by name, as the directory of a deployment knows them.
public struct ProfessionalSearch: Sendable {
    /// The most characters of what is asked.
    public static let mostText = 64
    /// The fewest letters of a name, so that nobody leafs through the directory.
    public static let fewestLetters = 2
    /// The most people shown.
    public static let mostFound = 20

    /// Those whose name is like the one asked for; nil while the directory cannot answer.
    public var find: @Sendable (_ name: String) async -> [ListedProfessional]?

    /// Asks by this function.
    public init(find: @escaping @Sendable (_ name: String) async -> [ListedProfessional]?) { self.find = find }
}
