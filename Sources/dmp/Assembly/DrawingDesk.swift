import ConfinedWorkers
import Foundation
import PDFPages
import ServerKit
import Synchronization

/// The workers that draw PDF files, each the program beside this one.
///
/// Each site has its own: whoever keeps those of the patients busy takes none from a professional. The service opens its doors
/// while they get ready, and goes on without them: whoever cannot be shown a file is handed it.
final class DrawingDesk: Sendable {
    /// The program's name.
    private static let name = "dmp-pages"

    /// How many each site has where nobody says it.
    private static let usual = 2

    private let each: Int
    private let alarm: WorkerAlarm
    private let log: EventLog
    private let state = Mutex(State.idle)

    private enum State {
        case idle
        case starting
        case ready(Sites)
        case failed(WorkerStartError)
        case closed
    }

    /// The workers of both sites.
    fileprivate struct Sites {
        let portal: PDFWorkers
        let care: PDFWorkers

        var processes: Int { portal.processes.count + care.processes.count }

        func close() async {
            await portal.close()
            await care.close()
        }
    }

    /// Workers that are not started yet; 0: two for each site.
    init(workers count: Int, metrics: MetricsRegistry, log: EventLog) {
        each = count > 0 ? count : Self.usual
        alarm = WorkerAlarm(.drawing, metrics: metrics, log: log)
        self.log = log
    }

    /// Starts them, once; they get ready by themselves.
    func start() {
        let isFirst = state.withLock { state in
            guard case .idle = state else { return false }
            state = .starting
            return true
        }
        if isFirst { Task { await launch() } }
    }

    /// Who draws for patients.
    var portal: any PDFDrawing { Site(desk: self) { $0.portal } }

    /// Who draws for professionals.
    var care: any PDFDrawing { Site(desk: self) { $0.care } }

    /// The part of `/health` that tells of them.
    var health: HealthReport.Component {
        let wanted = 2 * each
        switch state.withLock({ $0 }) {
        case .idle, .starting, .closed: return .init(.ok, "0 of \(wanted) workers: not started yet")
        case .ready(let sites):
            return .init(sites.processes < wanted ? .degraded : .ok, "\(sites.processes) of \(wanted) workers")
        case .failed(let error):
            return .init(.degraded, "0 of \(wanted) workers: " + error.sentence(of: .drawing))
        }
    }

    /// Writes the lines of minutes that are over.
    func keepUp() { alarm.keepUp() }

    /// Ends the workers, once nobody asks them any more; those that are being started end as soon as they are ready.
    func close() async {
        let last = state.withLock { state in
            defer { state = .closed }
            return state
        }
        if case .ready(let sites) = last { await sites.close() }
        alarm.end()
    }

    /// The workers, once they are ready; nil where there are none, and where it takes long.
    fileprivate func sites() async -> Sites? {
        for _ in 0..<Self.looks {
            switch state.withLock({ $0 }) {
            case .ready(let sites): return sites
            case .idle, .failed, .closed: return nil
            case .starting: break
            }
            do { try await Task.sleep(for: .milliseconds(20)) } catch { return nil }
        }
        return nil
    }

    /// How often it is looked whether they are ready: about two seconds, ten times what they take.
    private static let looks = 100

    private func launch() async {
        async let portal = pool()
        async let care = pool()
        let new: State
        do throws(WorkerStartError) {
            new = .ready(Sites(portal: try await portal.get(), care: try await care.get()))
        } catch {
            log.record(WorkerLine.drawingNotStarted)
            new = .failed(error)
        }
        let isClosed = state.withLock { state in
            if case .closed = state { return true }
            state = new
            return false
        }
        if isClosed, case .ready(let sites) = new { await sites.close() }
    }

    private func pool() async -> Result<PDFWorkers, WorkerStartError> {
        do throws(WorkerStartError) {
            return .success(try await PDFWorkers(count: each, program: Self.program, observe: alarm.note))
        } catch {
            return .failure(error)
        }
    }

    /// The program beside this one.
    private static var program: WorkerProgram {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return WorkerProgram(
            path: own.deletingLastPathComponent().appendingPathComponent(name).path,
            arguments: [name]
        )
    }
}

/// The drawing for one site, which waits a moment while its workers are being started.
private struct Site: PDFDrawing {
    let desk: DrawingDesk
    let workers: @Sendable (DrawingDesk.Sites) -> PDFWorkers

    func draw(_ file: [UInt8]) async throws(PDFDrawingError) -> DrawnPDF {
        guard let sites = await desk.sites() else { throw .unavailable }
        return try await workers(sites).draw(file)
    }
}
