internal import Dispatch
internal import Foundation

/// A bare server in a process of its own, for as long as the benchmark runs.
final class BarePipeProcess: Sendable {
    /// Longest wait for its first line.
    private static let patience = DispatchTimeInterval.seconds(20)

    let port: Int
    let pid: Int32
    private let process: Process

    /// Starts it and waits until it listens.
    static func start(_ launch: BarePipeLaunch) async throws(BenchmarkError) -> BarePipeProcess {
        let result: Result<BarePipeProcess, BenchmarkError> = await withCheckedContinuation { continuation in
            DispatchQueue(label: "bare-pipe-start").async { continuation.resume(returning: begin(launch)) }
        }
        return try result.get()
    }

    private static func begin(_ launch: BarePipeLaunch) -> Result<BarePipeProcess, BenchmarkError> {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: launch.executable)
        process.arguments = launch.arguments
        // Its input ends with this process, and it ends with its input.
        process.standardInput = Pipe()
        process.standardOutput = output
        do { try process.run() } catch { return .failure(.barePipe) }
        let pid = process.processIdentifier
        let late = DispatchWorkItem { _ = kill(pid, SIGTERM) }
        DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: late)
        defer { late.cancel() }
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty, line.count < 4096 else {
                process.terminate()
                return .failure(.barePipe)
            }
            line += more
        }
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.first == "listening", words.count > 1, let port = Int(words[1]), (1...65_535).contains(port) else {
            process.terminate()
            return .failure(.barePipe)
        }
        return .success(BarePipeProcess(port: port, process: process))
    }

    private init(port: Int, process: Process) {
        self.port = port
        self.process = process
        pid = process.processIdentifier
    }

    /// The base of services that keeps that of a body and answers that many bytes.
    func base(keeping kept: Kept, answering bytes: Int) -> String {
        "https://localhost:\(port)/\(kept.rawValue)/\(bytes)/"
    }

    /// What is made durable of a request.
    enum Kept: String, Sendable {
        /// All of it.
        case body
        /// A line of it.
        case trace
    }

    /// Ends it; it finishes what it is doing by itself.
    func stop() { process.terminate() }
}
