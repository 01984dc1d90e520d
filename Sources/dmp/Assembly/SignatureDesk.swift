import ConfinedWorkers
import Foundation
import ServerKit
import SignatureWorkers

/// The workers that compute signatures, each this same program under another name.
struct SignatureDesk: Sendable {
    /// The word by which this program is started as a worker.
    static let command = "check-signatures"

    /// The most that are started where nobody says how many.
    private static let usualMaximum = 8

    let workers: SignatureWorkers
    private let wanted: Int
    private let alarm: WorkerAlarm

    /// Starts them; 0: one for each processor, eight at most.
    init(workers count: Int, metrics: MetricsRegistry, log: EventLog) async throws {
        wanted = count > 0 ? count : min(Self.usualMaximum, max(1, ProcessInfo.processInfo.activeProcessorCount))
        alarm = WorkerAlarm(.signature, metrics: metrics, log: log)
        do throws(WorkerStartError) {
            workers = try await SignatureWorkers(
                count: wanted,
                program: .own(["dmp", Self.command]),
                observe: alarm.note
            )
        } catch {
            throw StartFailure.noSignatureWorkers(error)
        }
    }

    /// The part of `/health` that tells of them.
    var health: HealthReport.Component {
        let running = workers.processes.count
        return HealthReport.Component(running < wanted ? .degraded : .ok, "\(running) of \(wanted) workers")
    }

    /// Writes the lines of minutes that are over.
    func keepUp() { alarm.keepUp() }

    /// Ends the workers, once nobody asks them any more.
    func close() async {
        await workers.close()
        alarm.end()
    }
}
