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
    /// A value of the address, at most as long as a field may be.
    package func asked(_ name: String) -> String { query?.only(name).map { String($0.prefix(64)) } ?? "" }

    /// The document named in the path.
    package var document: UniqueID? { parameters.get("id").flatMap { UniqueID($0) } }
}
