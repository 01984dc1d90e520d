/// What one kind of worker may have, and how long it is asked (security design X18).
public struct WorkerLimits: Sendable {
    /// Bytes of memory that it may write to.
    public var memoryBytes: Int
    /// Seconds of the processor for one job; the kernel counts whole ones, so that a job has up to one more.
    public var processorSeconds: Int
    /// How long an answer is awaited by the wall clock, on a machine that others keep busy as well.
    public var patience: Duration
    /// In which it is ready.
    public var start = Duration.seconds(60)
    /// That a job may wait for a worker.
    public var queue = Duration.seconds(30)
    /// Jobs that may wait at once; one more is not taken.
    public var waiting = 1000
    /// Jobs after which another takes its place.
    public var jobs: Int
    /// What it may read once it is confined.
    public var files: ReadableFiles

    /// Names the limits; whoever may do nothing is asked once all the same.
    public init(
        memoryBytes: Int,
        processorSeconds: Int,
        patience: Duration,
        jobs: Int,
        files: ReadableFiles = .none
    ) {
        (self.memoryBytes, self.processorSeconds, self.patience) = (memoryBytes, processorSeconds, patience)
        (self.jobs, self.files) = (max(1, jobs), files)
    }
}

/// The files that a worker may open once it is confined.
public enum ReadableFiles: Sendable, Hashable {
    /// None at all.
    case none
    /// Those below these folders, to be read alone.
    case below([String])
}
