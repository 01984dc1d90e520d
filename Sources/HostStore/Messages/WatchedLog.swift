/// What the host knows of the trace log by holding it to the promises that came with deposits.
public struct WatchedLog: Sendable, Hashable {
    /// The newest head that was believed of each shard, a signed note, by the shard's name; none before the first.
    public var heads: [String: String]
    /// How many promises the log has kept.
    public var kept: Int
    /// How many it has broken; they stay as they came, for whoever looks into it.
    public var broken: Int
}

/// A promise that nobody has held the log to yet.
public struct OpenPromise: Sendable, Hashable {
    /// Its place among all that ever came.
    public let place: Int
    /// The promise in its stored form.
    public let bytes: [UInt8]
}

/// What became of some promises.
public struct HeldPromises: Sendable, Hashable {
    /// Those that were kept.
    public var kept: [Int] = []
    /// Those that were broken, each with a word for why.
    public var broken: [Int: String] = [:]

    /// None yet.
    public init() {}
}
