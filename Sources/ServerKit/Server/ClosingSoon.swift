import HTTPTypes
import Hummingbird
import NIOCore

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
