/// The name of a door in logs and metrics: written in the source, never taken from a request.
public struct DoorName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name.
    public let description: String

    /// A name written in the source.
    public init(stringLiteral value: StaticString) { description = value.description }
}
