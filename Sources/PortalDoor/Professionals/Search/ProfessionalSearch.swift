public import HealthRecord

/// Professionals by name and place, as the directory of a deployment knows them.
public struct ProfessionalSearch: Sendable {
    /// Those whose name is like the one asked for; nil while the directory cannot answer.
    public var find: @Sendable (_ name: String) async -> [ListedProfessional]?

    /// Asks by this function.
    public init(find: @escaping @Sendable (_ name: String) async -> [ListedProfessional]?) { self.find = find }
}
