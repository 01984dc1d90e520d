import HTTPTypes
import Hummingbird
import NIOCore

/// The time a request may take has passed.
struct TimeLimitReached: Error {}

/// Runs `work`, cancels it when `limit` has passed first and waits for it to stop.
func withTimeLimit<Value: Sendable>(
    _ limit: Duration,
    sleep: @escaping @Sendable (Duration) async throws -> Void,
    _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try await sleep(limit)
            return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let value = first else { throw TimeLimitReached() }
        return value
    }
}

extension Request {
    /// Whether a body that nobody reads could keep the connection busy: of no announced length, or above 1 MiB.
    var mayGoOnForLong: Bool {
        guard headers[.transferEncoding] == nil else { return true }
        return headers[.contentLength].map { Int($0).map { $0 > 1 << 20 } ?? true } ?? false
    }
}

extension DoorContext {
    /// Closes the connection after the answer has had time to leave: its unread request must not be read to the end.
    public func closeSoon() {
        guard channel.remoteAddress != nil else { return }
        channel.eventLoop.scheduleTask(in: .seconds(2)) { [channel] in channel.close(promise: nil) }
    }
}
