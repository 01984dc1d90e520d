import Foundation
import Glibc
import Synchronization
import UnixSignals

/// Ends the demonstration of a measurement, and takes its folder away, when somebody ends the measurement.
///
/// A child is a process group of its own: the terminal's Ctrl-C does not reach it.
final class BenchEnd: Sendable {
    private let folder: String
    private let server = Mutex<Int32?>(nil)
    private let isEnding = Mutex(false)

    init(of folder: String) { self.folder = folder }

    /// Notes which process the demonstration is now.
    func note(_ pid: Int32) { server.withLock { $0 = pid } }

    /// Waits for a signal, ends everything and then this process; comes back when it is cancelled.
    func wait() async {
        for await signal in await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup) {
            isEnding.withLock { $0 = true }
            await end()
            _exit(128 + signal.rawValue)
        }
    }

    /// Comes back at once, unless somebody is ending the measurement: the process then ends here.
    func complete() async {
        while isEnding.withLock({ $0 }) { try? await Task.sleep(for: .milliseconds(100)) }
    }

    private func end() async {
        if let pid = server.withLock({ $0 }) {
            kill(pid, SIGTERM)
            // It finishes what is under way; nobody waits for it longer than ten seconds.
            for _ in 0..<200 where kill(pid, 0) == 0 { try? await Task.sleep(for: .milliseconds(50)) }
        }
        try? FileManager.default.removeItem(atPath: folder)
    }
}
