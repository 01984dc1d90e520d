/// An instance identifier (HL7 `II`): a root and, where the root is an authority, the value it gave.
public struct CDAIdentifier: Hashable, Sendable {
    /// An OID, or a UUID where the author uses one.
    public let root: String
    /// The value under the root.
    public let value: String?

    /// Joins both.
    public init(root: String, value: String?) {
        self.root = root
        self.value = value
    }
}
