/// How well something runs, from best to worst.
public enum HealthStatus: String, Codable, CaseIterable, Comparable, Sendable {
    /// As it should.
    case ok
    /// With something to look at, but serving.
    case degraded
    /// Not able to serve.
    case failed

    public static func < (left: HealthStatus, right: HealthStatus) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .ok: 0
        case .degraded: 1
        case .failed: 2
        }
    }
}

/// How well the process and its parts run; its status is that of the worst part.
public struct HealthReport: Codable, Hashable, Sendable {
    /// One part.
    public struct Component: Codable, Hashable, Sendable {
        /// How well it runs.
        public let status: HealthStatus
        /// A version, a mode, a number: nothing of a person.
        public let detail: String

        /// A part's state.
        public init(_ status: HealthStatus, _ detail: String) {
            self.status = status
            self.detail = detail
        }
    }

    /// The worst of all.
    public let status: HealthStatus
    /// The parts by name.
    public let components: [String: Component]

    /// A report on some parts.
    public init(_ components: [String: Component]) {
        self.components = components
        status = components.values.map(\.status).max() ?? .ok
    }
}
