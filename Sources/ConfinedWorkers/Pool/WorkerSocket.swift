internal import Glibc

/// This side of a worker's socket: whatever is sent or awaited has its term.
struct WorkerSocket {
    let descriptor: Int32

    /// Bytes that are asked of the kernel at a time.
    private static let chunk = 256 << 10

    /// Why nothing more comes or goes.
    enum Fault: Error { case closed, late }

    /// Sends all of it.
    func send(_ bytes: [UInt8], by deadline: ContinuousClock.Instant) throws(Fault) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(
                    descriptor,
                    buffer.baseAddress.map { $0 + sent },
                    buffer.count - sent,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
                )
            }
            if count > 0 { sent += count } else { try wait(for: POLLOUT, after: errno, by: deadline) }
        }
    }

    /// Awaits exactly that many bytes.
    func receive(_ count: Int, by deadline: ContinuousClock.Instant) throws(Fault) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var part = [UInt8](repeating: 0, count: min(count, Self.chunk))
        while bytes.count < count {
            try wait(for: POLLIN, after: EAGAIN, by: deadline)
            let taken = recv(descriptor, &part, min(part.count, count - bytes.count), Int32(MSG_DONTWAIT))
            guard taken != 0 else { throw .closed }
            if taken > 0 {
                bytes += part.prefix(taken)
            } else if errno != EAGAIN, errno != EINTR {
                throw .closed
            }
        }
        return bytes
    }

    /// True while nothing has come that was not asked for, and nobody has hung up.
    var isQuiet: Bool {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, 0) == 0
    }

    func close() { Glibc.close(descriptor) }

    /// Waits until something can be sent or read.
    private func wait(for event: Int32, after code: Int32, by deadline: ContinuousClock.Instant) throws(Fault) {
        guard code == EAGAIN || code == EINTR else { throw .closed }
        let left = ContinuousClock.now.duration(to: deadline)
        guard left > .zero else { throw .late }
        var wanted = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1
        if poll(&wanted, 1, Int32(clamping: milliseconds)) == 0 { throw .late }
    }
}
