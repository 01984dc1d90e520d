import Foundation
import SafeXML
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
    private let alarm: SignatureAlarm

    /// Starts them; 0: one for each processor, eight at most.
    init(workers count: Int, metrics: MetricsRegistry, log: EventLog) async throws {
        wanted = count > 0 ? count : min(Self.usualMaximum, max(1, ProcessInfo.processInfo.activeProcessorCount))
        alarm = SignatureAlarm(metrics: metrics, log: log)
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

extension WorkerStartError {
    /// What is wrong, and what to do.
    var sentence: String {
        switch self {
        case .notStarted(let code):
            "no process can be started (\(String(cString: strerror(code)))): give the server's user room for a few more"
        case .refused(.limits):
            "the system refuses their limits: start the server where a process may lower its own"
        case .refused(.filter):
            "the system refuses the filter of system calls: it needs a kernel with seccomp, and in a unit or a container the "
                + "right to call seccomp (docs/dmp.service)"
        case .refused(.warmUp):
            "a signature that is known to be right does not verify: install libxmlsec1-openssl again"
        case .refused(.threads), .refused(.notAsked), .notReady:
            "one ended before it was ready: see what the kernel's log says of it"
        }
    }
}
