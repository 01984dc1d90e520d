import DurableSQL

/// The limits of one host store; each has a test.
public struct HostLimits: Sendable {
    /// The largest content kept in the database itself; anything longer is a file (64 KiB).
    public static let inlineContent = 65_536
    /// The longest sealed row, identity or receipt accepted (1 MiB).
    public static let sealedRow = 1_048_576
    /// The longest object accepted (1 GiB).
    public static let object = 1_073_741_824
    /// The most documents in one deposit.
    public static let documentsPerDeposit = 256
    /// The most changes in one work, of a deposit or without one: the rank of a change has two bytes.
    ///
    /// A mask goes over every version of what it replaces. The custodian prepares less (`CustodySettings`).
    public static let changesPerWork = 65_536
    /// The most write requests in one transaction.
    public var requestsPerGroup = 256
    /// The most request bytes in one transaction, unless a single request is larger.
    public var bytesPerGroup = 16_777_216
    /// The most write requests waiting; more are refused as overloaded.
    public var queuedRequests = 4_096
    /// The most file operations waiting; more are refused as overloaded.
    public var queuedFileOperations = 256
    /// The threads that do file work.
    public var fileThreads = 4
    /// The connections that read while the writer writes.
    public var readers = 4
    /// The estimated bytes of log after which the writer moves it into the database file.
    public var checkpointBytes = 33_554_432

    /// The defaults.
    public init() {}
}

/// What a host store calls outside itself.
public struct HostHooks: Sendable {
    /// Called at each durable step; does nothing outside tests.
    public var reached: @Sendable (FaultPoint) -> Void
    /// Called once when the store stops writing; a server leaves with status 70 and recovers on restart.
    public var failed: @Sendable (HostStoreError) -> Void

    /// Hooks that do nothing unless given.
    public init(
        reached: @escaping @Sendable (FaultPoint) -> Void = { _ in },
        failed: @escaping @Sendable (HostStoreError) -> Void = { _ in }
    ) {
        self.reached = reached
        self.failed = failed
    }
}

extension HostLimits {
    /// Those of the database.
    var durability: DurabilityLimits {
        var limits = DurabilityLimits()
        limits.requestsPerGroup = requestsPerGroup
        limits.bytesPerGroup = bytesPerGroup
        limits.queuedRequests = queuedRequests
        limits.readers = readers
        limits.checkpointBytes = checkpointBytes
        return limits
    }
}

extension HostHooks {
    /// Those of the database; its steps are fault points of the host by the same names.
    var durability: DurabilityHooks<HostStoreError> {
        DurabilityHooks(
            reached: { [reached] in if let point = FaultPoint(rawValue: $0.rawValue) { reached(point) } },
            failed: failed
        )
    }
}
