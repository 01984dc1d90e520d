internal import Dispatch
internal import Glibc
internal import Synchronization

/// A file that is only appended to: what waits shares one write and one `fdatasync`, as in the real stores.
final class GroupLog: Sendable {
    /// The most records under one flush, as in the real stores.
    static let groupLimit = 256

    /// The file failed; nothing more is written (a flush that failed is never tried again).
    struct Broken: Error {}

    private struct Waiting {
        let bytes: [UInt8]
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var waiting: [Waiting] = []
        var isDraining = false
        var isBroken = false
    }

    private let file: Int32
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "bare-pipe-log")

    /// Starts an empty file.
    init?(path: String) {
        file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        if file < 0 { return nil }
    }

    deinit { _ = close(file) }

    /// Returns once the bytes are durable.
    func append(_ bytes: [UInt8]) async throws {
        try await withCheckedThrowingContinuation { continuation in
            let (starts, isBroken) = state.withLock { state in
                if state.isBroken { return (false, true) }
                state.waiting.append(Waiting(bytes: bytes, continuation: continuation))
                defer { state.isDraining = true }
                return (!state.isDraining, false)
            }
            if isBroken { continuation.resume(throwing: Broken()) }
            if starts { queue.async { self.drain() } }
        }
    }

    private func drain() {
        while let group = nextGroup() {
            if group.allSatisfy({ write($0.bytes) }), fdatasync(file) == 0 {
                for waiting in group { waiting.continuation.resume() }
            } else {
                let stranded = state.withLock { state in
                    state.isBroken = true
                    defer { state.waiting = [] }
                    return state.waiting
                }
                for waiting in group + stranded { waiting.continuation.resume(throwing: Broken()) }
            }
        }
    }

    private func nextGroup() -> [Waiting]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isDraining = false
                return nil
            }
            let group = Array(state.waiting.prefix(Self.groupLimit))
            state.waiting.removeFirst(group.count)
            return group
        }
    }

    private func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return false }
            rest = rest.dropFirst(written)
        }
        return true
    }
}
