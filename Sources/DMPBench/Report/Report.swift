public import Foundation

/// What a benchmark found.
public struct Report: Sendable, Codable {
    /// The processors of this machine; clients and servers share them.
    public internal(set) var processors: Int
    /// Clients at once.
    public internal(set) var clients: Int
    /// Documents in the record that is listed.
    public internal(set) var recordDocuments: Int
    /// Bytes of the documents filed and read.
    public internal(set) var documentBytes: Int
    /// Phases in the order of their first run.
    public internal(set) var phases: [PhaseReport] = []
    /// Memory of the server at the end; nil when its process is unknown.
    public internal(set) var serverMemory: Memory?
    /// Memory of the server and of its workers at the end, in KiB, what they share counted once; nil when it cannot be told.
    public internal(set) var familyKiB: UInt64?
    /// How long the server took to be ready; nil when nobody watched it start.
    public var starts: Starts?

    /// Seconds from the start of a process until its doors are open and everything is there.
    public struct Starts: Sendable, Codable {
        /// On an empty folder: keys, cards, people and their documents are made.
        public let first: Double
        /// On the folder that the benchmark has filled.
        public let withData: Double

        /// Joins the two.
        public init(first: Double, withData: Double) {
            self.first = first
            self.withData = withData
        }
    }

    /// The report as JSON, keys in order.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return try encoder.encode(self)
    }
}

/// One kind of request against the service, and against the bare server.
public struct PhaseReport: Sendable, Codable {
    /// The kind, such as `deposit`.
    public let name: String
    /// Clients at once.
    public let clients: Int
    /// The service.
    public let real: SideReport
    /// The bare server; nil where it was not measured.
    public let bare: SideReport?

    /// Requests per second of the service over those of the bare server.
    public var throughputRatio: Double? { bare.flatMap { Self.ratio(real.perSecond, $0.perSecond) } }
    /// Middle time of the service over that of the bare server.
    public var p50Ratio: Double? { bare.flatMap { Self.ratio(real.p50Milliseconds, $0.p50Milliseconds) } }
    /// Slow time of the service over that of the bare server.
    public var p99Ratio: Double? { bare.flatMap { Self.ratio(real.p99Milliseconds, $0.p99Milliseconds) } }
    /// Processor time of the service over that of the bare server.
    public var serverProcessorRatio: Double? {
        guard let own = real.serverProcessorMilliseconds, let other = bare?.serverProcessorMilliseconds else {
            return nil
        }
        return Self.ratio(own, other)
    }

    private static func ratio(_ one: Double, _ other: Double) -> Double? { other > 0 ? one / other : nil }

    private enum CodingKeys: String, CodingKey {
        case name, clients, real, bare, throughputRatio, p50Ratio, p99Ratio, serverProcessorRatio
    }

    init(name: String, clients: Int, real: SideReport, bare: SideReport?) {
        self.name = name
        self.clients = clients
        self.real = real
        self.bare = bare
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        clients = try container.decode(Int.self, forKey: .clients)
        real = try container.decode(SideReport.self, forKey: .real)
        bare = try container.decodeIfPresent(SideReport.self, forKey: .bare)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(clients, forKey: .clients)
        try container.encode(real, forKey: .real)
        try container.encodeIfPresent(bare, forKey: .bare)
        try container.encodeIfPresent(throughputRatio, forKey: .throughputRatio)
        try container.encodeIfPresent(p50Ratio, forKey: .p50Ratio)
        try container.encodeIfPresent(p99Ratio, forKey: .p99Ratio)
        try container.encodeIfPresent(serverProcessorRatio, forKey: .serverProcessorRatio)
    }
}
