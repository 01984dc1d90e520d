import Sealing
import Synchronization

/// Contexts of the records lately used; the custodian is the only writer of its tables, so they stay true until it changes them.
final class RecordCache: Sendable {
    /// How many records are remembered.
    static let capacity = 4096

    private let contexts = Mutex<[RecordID: RecordContext]?>([:])

    func context(of record: RecordID) -> RecordContext? { contexts.withLock { $0?[record] } }

    func keep(_ changed: some Sequence<RecordContext>) {
        contexts.withLock { kept in
            guard var contexts = kept else { return }
            // The dictionary is changed in its place: a second owner would copy it whole.
            kept = nil
            for context in changed {
                if contexts.count >= Self.capacity, contexts[context.record] == nil, let any = contexts.keys.first {
                    contexts[any] = nil
                }
                contexts[context.record] = context
            }
            kept = contexts
        }
    }

    /// Forgets a record that is no more.
    func forget(_ record: RecordID) { contexts.withLock { $0?[record] = nil } }

    /// Forgets everything for good: after a failed commit nothing in memory is known to be true.
    func stop() { contexts.withLock { $0 = nil } }
}
