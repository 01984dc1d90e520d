import RecordService

/// An order over many documents that stopped on its way: what was changed until then stays changed.
struct StoppedChange: Error {
    /// Why it stopped.
    let cause: ServiceError
    /// How far it came.
    private(set) var progress: ChangeProgress

    init(_ cause: ServiceError, changed: Int, of asked: Int) {
        self.cause = cause
        progress = ChangeProgress(changed: changed, asked: asked, isLeast: cause.leavesOpen)
    }

    /// The same after a choice for later documents, which had been filed before it and stays.
    var keepingChoice: StoppedChange {
        var stopped = self
        stopped.progress.keepsChoice = true
        return stopped
    }
}

/// How far an order over many documents came before it stopped.
struct ChangeProgress: Hashable, Sendable {
    let changed: Int
    let asked: Int
    /// Whether the last part may have been done as well, its answer lost.
    let isLeast: Bool
    /// Whether a choice for later documents was filed before it.
    var keepsChoice = false
}

extension ServiceError {
    /// Whether what was asked may have been done all the same; any other refusal comes before anything is true.
    fileprivate var leavesOpen: Bool {
        switch self {
        case .unavailable, .incomplete: true
        case .refused, .evidence, .replayed, .sessionEnded, .unknownPatient, .otherPatient, .rejected, .notFound,
            .conflict, .notAccepted, .tooManyAttempts, .weakSecret:
            false
        }
    }
}
