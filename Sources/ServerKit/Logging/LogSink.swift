import Glibc
import Synchronization

/// Where log lines go, one whole line at a time.
public struct LogSink: Sendable {
    /// Writes one line, its end included.
    public let write: @Sendable (String) -> Void

    /// How many lines could not be written.
    public let lost: @Sendable () -> Int

    /// A sink of one's own, which loses nothing.
    public init(write: @escaping @Sendable (String) -> Void) { self.init(write: write, lost: { 0 }) }

    private init(write: @escaping @Sendable (String) -> Void, lost: @escaping @Sendable () -> Int) {
        self.write = write
        self.lost = lost
    }

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
        return LogSink(write: { writer.write($0) }, lost: { writer.lost })
    }
}

/// Why there is no log.
public enum LogSinkError: Error, Hashable, Sendable {
    /// The file cannot be opened for appending.
    case cannotOpen
}

/// Keeps lines whole when several tasks write at once.
private final class LineWriter: Sendable {
    private let state: Mutex<(file: Int32, lost: Int)>

    init(_ file: Int32) { state = Mutex((file, 0)) }

    var lost: Int { state.withLock { $0.lost } }

    func write(_ line: String) {
        state.withLock { state in
            var rest = Array(line.utf8)[...]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { Glibc.write(state.file, $0.baseAddress, $0.count) }
                if written < 0, errno == EINTR { continue }
                guard written > 0 else {
                    // A log that cannot be written must not stop the door: the line is lost, and counted.
                    state.lost += 1
                    return
                }
                rest = rest.dropFirst(written)
            }
        }
    }
}
