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
    /// What is known to be right did not come out right.
    case warmUp = 93
    /// The kernel refused to keep it from files.
    case files = 94
}
