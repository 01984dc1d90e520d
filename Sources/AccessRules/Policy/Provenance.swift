/// What stands behind a value of a set: not every source weighs the same (reference § 10, C20).
public enum Provenance: String, Hashable, Sendable, Codable, CaseIterable {
    /// A law, a decree, an order.
    case statute
    /// A court's decision.
    case ruling
    /// A technical document of the service.
    case specification
    /// Seen in a public service, its guides or its source.
    case observation
    /// Said by those in charge: an intention until something else confirms it.
    case statement
    /// Nothing was found: the project's reading.
    case assumption
    /// The project's own choice.
    case design
}
