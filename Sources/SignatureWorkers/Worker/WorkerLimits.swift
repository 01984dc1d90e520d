/// What a worker may have at most (security design X18).
public enum WorkerLimits {
    /// Bytes of memory that it may write to.
    public static let memoryBytes = 256 << 20
    /// Seconds of the processor for one job; the kernel counts whole ones, so that a job has up to one more.
    public static let processorSeconds = 2
    /// Seconds of the wall clock for one job, on a machine that others keep busy as well.
    public static let answerSeconds = 30
    /// Seconds in which it is ready.
    public static let startSeconds = 60
    /// Seconds that a job may wait for a worker.
    public static let queueSeconds = 30
    /// Jobs after which another takes its place.
    public static let jobs = 1000
}

/// How long a worker is asked, and how often.
public struct WorkerTerms: Sendable {
    /// Jobs after which another takes its place.
    public var jobs: Int
    /// How long an answer is awaited by the wall clock.
    public var patience: Duration

    /// The usual terms, where nothing else is said.
    public init(jobs: Int = WorkerLimits.jobs, patience: Duration = .seconds(WorkerLimits.answerSeconds)) {
        (self.jobs, self.patience) = (max(1, jobs), patience)
    }
}

/// Why a worker could not begin, as its exit status says it.
public enum WorkerFault: Int32, Error, Sendable, CaseIterable {
    /// It was not started by a pool: its standard input is no socket.
    case notAsked = 64
    /// It has more than one thread, of which the filter would reach one.
    case threads = 90
    /// The kernel refused its limits.
    case limits = 91
    /// The kernel refused the filter of its system calls.
    case filter = 92
    /// What is known to be right did not verify.
    case warmUp = 93
}
