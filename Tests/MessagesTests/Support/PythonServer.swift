import Foundation

/// A server in Python that runs as long as this value lives; what it gets lies in its folder.
final class PythonServer: Sendable {
    let folder: ScratchFolder
    let port: Int
    private let process: Process

    /// The interpreter that knows aiosmtpd, set by `scripts/test` from `Tests/requirements.txt`.
    static let mailPython = ProcessInfo.processInfo.environment["DMP_TEST_PYTHON"]
    /// Any interpreter: the gateway needs the standard library only.
    static let anyPython = mailPython ?? "/usr/bin/env"

    init(_ script: String, _ arguments: [String]) async throws {
        folder = try ScratchFolder()
        process = Process()
        process.executableURL = URL(fileURLWithPath: Self.anyPython)
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent(script).path
        let head = Self.anyPython == "/usr/bin/env" ? ["python3"] : []
        process.arguments = head + ["-B", file, folder.path] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        var found: Int?
        for _ in 0..<600 where found == nil && process.isRunning {
            found = (try? String(contentsOfFile: folder.path + "/port", encoding: .utf8)).flatMap { Int($0) }
            if found == nil { try await Task.sleep(for: .milliseconds(50)) }
        }
        guard let found else { throw ServerDidNotStart() }
        port = found
    }

    deinit {
        // Not SIGTERM: a child inherits the mask of the thread that began it, which may hold that signal back.
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// The authority that signed the server's certificate.
    var authority: String { folder.path + "/server.pem" }

    /// What the server accepted, in order.
    func messages<Message: Decodable>(_ type: Message.Type) throws -> [Message] {
        try folder.names.filter { $0.hasPrefix("message-") && $0.hasSuffix(".json") }
            .map { try JSONDecoder().decode(Message.self, from: Data(contentsOf: folder.url($0))) }
    }
}

struct ServerDidNotStart: Error {}

/// A folder that goes when this value does.
final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "dmp-messages-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    func url(_ name: String) -> URL { URL(fileURLWithPath: path + "/" + name) }
}
