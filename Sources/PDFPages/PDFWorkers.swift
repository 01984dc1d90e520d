public import ConfinedWorkers

/// Processes that draw PDF files, so that no stranger's file is read by whoever holds records.
///
/// Each draws one file and ends. What it answers goes to whoever asked for that file, so that one that was taken over can show
/// a wrong picture of its own file and nothing of another.
public final class PDFWorkers: PDFDrawing {
    private let pool: WorkerPool<PDFTrade>

    /// Starts as many workers, and returns once all are ready.
    ///
    /// - Parameters:
    ///   - count: how many draw side by side, at least one.
    ///   - program: what is started.
    ///   - limits: what each may have, and how long it is asked.
    ///   - observe: told what becomes of them, on their threads.
    public init(
        count: Int,
        program: WorkerProgram,
        limits: WorkerLimits = .drawing,
        observe: @escaping @Sendable (WorkerEvent) -> Void = { _ in }
    ) async throws(WorkerStartError) {
        pool = try await WorkerPool(
            count: count,
            program: program,
            limits: limits,
            name: "pages",
            observe: observe
        )
    }

    /// The processes at work now.
    public var processes: [Int32] { pool.processes }

    /// The pages of a file, as a worker draws them.
    public func draw(_ file: [UInt8]) async throws(PDFDrawingError) -> DrawnPDF {
        switch await pool.ask(file) {
        case .success(let answer): try answer.get()
        case .failure(.unaskable), .failure(.ended), .failure(.overdue): throw .tooMuch
        case .failure(.silent), .failure(.lost), .failure(.noWorker): throw .unavailable
        }
    }

    /// Ends all workers, and returns once they are gone; whoever asks afterwards gets nothing drawn.
    public func close() async { await pool.close() }
}

/// PDF files as a worker is asked for them.
private enum PDFTrade: WorkerTrade {
    static func parts(of job: [UInt8], number: UInt64) -> [[UInt8]]? {
        PDFFrame.job(job, number: number).map { [$0, job] }
    }

    static var openingBytes: Int { PDFFrame.answerBytes }

    static func bytes(after opening: [UInt8], number: UInt64) -> Int? {
        PDFFrame.bytes(after: opening, number: number)
    }

    static func answer(
        opening: [UInt8],
        rest: [UInt8],
        number: UInt64
    ) -> Result<DrawnPDF, PDFDrawingError>? {
        PDFFrame.answer(opening: opening, rest: rest, number: number)
    }
}
