import Glibc
import Synchronization

/// Where log lines go, one whole line at a time.
public struct LogSink: Sendable {
    /// Writes one line, its end included.
    public let write: @Sendable (String) -> Void

    /// A sink of one's own.
    public init(write: @escaping @Sendable (String) -> Void) { self.write = write }

    /// The standard error of the process.
    public static let standardError = descriptor(STDERR_FILENO)

    /// A file, created for its owner alone, appended to.
    public static func file(path: String) throws(LogSinkError) -> LogSink {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotOpen }
        return descriptor(file)
    }

    private static func descriptor(_ file: Int32) -> LogSink {
        let writer = LineWriter(file)
        return LogSink { writer.write($0) }
    }
}

/// Why there is no log.
public enum LogSinkError: Error, Hashable, Sendable {
    /// The file cannot be opened for appending.
    case cannotOpen
}

/// Keeps lines whole when several tasks write at once.
private final class LineWriter: Sendable {
    private let file: Mutex<Int32>

    init(_ file: Int32) { self.file = Mutex(file) }

    func write(_ line: String) {
        file.withLock { file in
            var rest = Array(line.utf8)[...]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
                if written < 0, errno == EINTR { continue }
                // A log that cannot be written must not stop the door: the line is lost.
                guard written > 0 else { return }
                rest = rest.dropFirst(written)
            }
        }
    }
}
