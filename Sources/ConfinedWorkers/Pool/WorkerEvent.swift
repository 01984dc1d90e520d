/// What becomes of the pool's work, for whoever counts.
public enum WorkerEvent: Sendable, Equatable {
    /// A job got its answer, or none.
    case answered
    /// A worker has ended that nobody had asked to.
    case ended(WorkerEnd)
    /// Another has taken the place of one that had done its jobs.
    case replaced
    /// None could be started in the place of one that ended.
    case missing
}

/// How a worker came to its end.
public enum WorkerEnd: String, Error, Sendable, CaseIterable {
    /// It used up its time of the processor.
    case overTime
    /// It asked the kernel for what it may not.
    case forbidden
    /// It crashed, out of memory or by an error of its own.
    case crashed
    /// Somebody killed it.
    case killed
    /// It went by itself.
    case left
    /// It answered nothing in its time, and was killed.
    case silent
    /// What it answered is no answer, and it was killed.
    case garbled

    /// Whether another may be asked the same: where nothing says that the job itself has ended this one.
    var isByChance: Bool {
        switch self {
        case .killed, .left: true
        case .overTime, .forbidden, .crashed, .silent, .garbled: false
        }
    }

    /// What whoever asked is told.
    var silence: WorkerSilence {
        switch self {
        case .overTime: .overdue
        case .silent: .silent
        case .killed, .left: .lost
        case .forbidden, .crashed, .garbled: .ended
        }
    }
}

/// Why a pool could not be started.
public enum WorkerStartError: Error, Sendable, Equatable {
    /// The process could not be made; `code` is the system's.
    case notStarted(code: Int32)
    /// The worker says itself what it lacks.
    case refused(WorkerFault)
    /// It ended, or was not ready in time.
    case notReady
}
