public import ConfinedWorkers
public import PDFPages
internal import WorkerSupport

/// Whoever draws PDF files for tests: the very program that the server starts, and one worker for the whole run.
///
/// It starts with the first file that somebody wants to see.
public struct TestDrawer: PDFDrawing {
    private static let workers = Task { try await PDFWorkers(count: 1, program: program) }

    /// Starts nothing yet.
    public init() {}

    /// The program, which is built beside the tests.
    public static var program: WorkerProgram { BuiltProgram.named("dmp-pages") }

    /// The pages of a file, as the worker draws them.
    public func draw(_ file: [UInt8]) async throws(PDFDrawingError) -> DrawnPDF {
        guard let workers = try? await Self.workers.value else { throw .unavailable }
        return try await workers.draw(file)
    }
}
