package import HealthRecord
package import Hummingbird
package import ServerKit

/// One request under way, as far as its address goes.
package protocol PageTurn: Sendable {
    /// What the route found in the path.
    var parameters: Parameters { get }
    /// What stands behind the path; nil where it cannot be read.
    var query: FormFields? { get }
}

extension PageTurn {
    /// A value of the address, at most as long as such a value may be.
    package func asked(_ name: String) -> String { query?.asked(name) ?? "" }

    /// The document named in the path.
    package var document: UniqueID? { parameters.get("id").flatMap { UniqueID($0) } }
}

extension FormFields {
    /// The most characters of an address's value that are looked at: the pages' own values are shorter.
    package static let longestAsked = 64

    /// A value of an address; nothing where it is not there, or there twice.
    package func asked(_ name: String) -> String { only(name).map { String($0.prefix(Self.longestAsked)) } ?? "" }
}
