/// A named list of values (ebRIM § 2.2): where XDS puts what has no place of its own.
public struct RegistrySlot: Hashable, Sendable {
    /// Name.
    public let name: String
    /// Values in order.
    public let values: [String]

    /// Joins both.
    public init(_ name: String, _ values: [String]) {
        self.name = name
        self.values = values
    }
}
