import ConfinedWorkers
import Foundation
import PDFPages
import ServerKit

/// The workers that draw PDF files, each the program beside this one.
///
/// Each site has its own: whoever keeps those of the patients busy takes none from a professional. The service goes on without
/// them: whoever cannot be shown a file is handed it.
struct DrawingDesk: Sendable {
    /// The program's name.
    private static let name = "dmp-pages"

    /// How many each site has where nobody says it.
    private static let usual = 2

    private let sites: Sites?
    private let trouble: String
    private let wanted: Int
    private let alarm: WorkerAlarm

    /// The workers of both sites.
    private struct Sites {
        let portal: PDFWorkers
        let care: PDFWorkers

        var processes: Int { portal.processes.count + care.processes.count }
    }

    /// Starts them; 0: two for each site.
    init(workers count: Int, metrics: MetricsRegistry, log: EventLog) async {
        let each = count > 0 ? count : Self.usual
        wanted = 2 * each
        alarm = WorkerAlarm(.drawing, metrics: metrics, log: log)
        do throws(WorkerStartError) {
            let portal = try await PDFWorkers(count: each, program: Self.program, observe: alarm.note)
            sites = Sites(
                portal: portal,
                care: try await PDFWorkers(count: each, program: Self.program, observe: alarm.note)
            )
            trouble = ""
        } catch {
            log.record(WorkerLine.drawingNotStarted)
            (sites, trouble) = (nil, ": " + error.sentence(of: .drawing))
        }
    }

    /// Who draws for patients.
    var portal: any PDFDrawing { sites?.portal ?? NobodyDraws() }

    /// Who draws for professionals.
    var care: any PDFDrawing { sites?.care ?? NobodyDraws() }

    /// The part of `/health` that tells of them.
    var health: HealthReport.Component {
        let running = sites?.processes ?? 0
        return HealthReport.Component(running < wanted ? .degraded : .ok, "\(running) of \(wanted) workers\(trouble)")
    }

    /// Writes the lines of minutes that are over.
    func keepUp() { alarm.keepUp() }

    /// Ends the workers, once nobody asks them any more.
    func close() async {
        await sites?.portal.close()
        await sites?.care.close()
        alarm.end()
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

/// Where no worker could be started.
private struct NobodyDraws: PDFDrawing {
    func draw(_ file: [UInt8]) async throws(PDFDrawingError) -> DrawnPDF { throw .unavailable }
}
