import ArgumentParser
import Foundation
import ServerKit

/// A demonstration in a process of its own, for as long as it is measured.
final class BenchServer {
    private let process = Process()
    private let manifest: String
    /// When an earlier start wrote its manifest, which is no sign that this one is ready; nor is its absence, for a start takes it
    /// away first.
    private let former: Date?
    private let started: UInt64
    var pid: Int32 { process.processIdentifier }

    init(folder: String, noted end: BenchEnd) throws {
        manifest = folder + "/demo.json"
        former = Self.written(manifest)
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        process.arguments = ["demo", "--data", folder, "--port", "0", "--no-browser"]
        process.standardOutput = FileHandle.nullDevice
        started = SystemClock.server.monotonicNanoseconds()
        try process.run()
        end.note(process.processIdentifier)
    }

    /// Waits until all is there; how long it took.
    func secondsUntilReady() async throws -> Double {
        while [former, nil].contains(Self.written(manifest)) {
            guard process.isRunning else { throw ValidationError("the demonstration did not start") }
            try await Task.sleep(for: .milliseconds(10))
        }
        return Double(SystemClock.server.monotonicNanoseconds() - started) / 1e9
    }

    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }

    private static func written(_ path: String) -> Date? {
        let facts = try? FileManager.default.attributesOfItem(atPath: path)
        return facts?[.modificationDate] as? Date
    }
}
