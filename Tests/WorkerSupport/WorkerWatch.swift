public import ConfinedWorkers
internal import Synchronization

/// What became of a pool's workers, in order.
public final class WorkerWatch: Sendable {
    private let seen = Mutex<[WorkerEvent]>([])

    /// Sees nothing yet.
    public init() {}

    /// All that was seen.
    public var events: [WorkerEvent] { seen.withLock { $0 } }

    /// How workers ended.
    public var ends: [WorkerEnd] {
        events.compactMap { if case .ended(let end) = $0 { end } else { nil } }
    }

    /// Takes note.
    public func note(_ event: WorkerEvent) { seen.withLock { $0.append(event) } }
}
