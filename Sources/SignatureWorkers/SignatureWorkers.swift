public import ConfinedWorkers
public import SafeXML

/// Processes that compute signatures, so that no stranger's bytes reach xmlsec in this one (security design X18).
///
/// Each is confined before its first job. A job that one ends over gets no verdict, and is never said to be valid.
public final class SignatureWorkers: SignatureVerifying {
    private let pool: WorkerPool<SignatureTrade>

    /// Starts as many workers, and returns once all are ready.
    ///
    /// - Parameters:
    ///   - count: how many work side by side, at least one.
    ///   - program: what is started.
    ///   - limits: what each may have, and how long and how often it is asked.
    ///   - observe: told what becomes of them, on their threads.
    public init(
        count: Int,
        program: WorkerProgram,
        limits: WorkerLimits = .signatures,
        observe: @escaping @Sendable (WorkerEvent) -> Void = { _ in }
    ) async throws(WorkerStartError) {
        pool = try await WorkerPool(
            count: count,
            program: program,
            limits: limits,
            name: "signatures",
            observe: observe
        )
    }

    /// The processes at work now.
    public var processes: [Int32] { pool.processes }

    /// The verdict of a worker.
    public func verdict(on job: SignatureJob) async -> SignatureVerdict {
        switch await pool.ask(job) {
        case .success(let verdict): verdict
        case .failure(.unaskable): .notVerifiable(reason: 0)
        case .failure(.ended), .failure(.lost): .unanswered(.ended)
        case .failure(.overdue), .failure(.silent): .unanswered(.overdue)
        case .failure(.noWorker): .unanswered(.noWorker)
        }
    }

    /// Ends all workers, and returns once they are gone; whoever asks afterwards gets no verdict.
    public func close() async { await pool.close() }
}
