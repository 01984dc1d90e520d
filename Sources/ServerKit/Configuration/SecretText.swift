/// A secret of the configuration: it shows itself only where it is asked to.
public struct SecretText: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let text: String

    /// A secret.
    public init(_ text: String) { self.text = text }

    /// The secret itself.
    public func reveal() -> String { text }

    /// Nothing of the secret.
    public var description: String { "•••" }
    /// Nothing of the secret.
    public var debugDescription: String { description }
    /// Nothing of the secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
