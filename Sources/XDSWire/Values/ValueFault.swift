/// Why a field value could not be read; never quotes it.
public enum ValueFault: Error, Equatable, Sendable {
    /// Nothing was written.
    case empty
    /// Longer than `WireLimits.fieldBytes`.
    case tooLong
    /// A component that must be there is absent, by its number in the type (`CX.1` is 1).
    case missingComponent(Int)
    /// A component is there and not of its form.
    case badComponent(Int)
}
