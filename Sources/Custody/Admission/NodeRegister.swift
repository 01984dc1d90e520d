import Sealing
import Synchronization

/// Application nodes of this moment and the keys that releases to them are sealed with.
final class NodeRegister: Sendable {
    private let senders = Mutex<[String: ReleaseSender]>([:])

    func register(_ sender: ReleaseSender, node: String) { senders.withLock { $0[node] = sender } }

    func sender(for node: String) -> ReleaseSender? { senders.withLock { $0[node] } }
}
