import Sealing
import Synchronization

/// Contexts of the records lately used; the custodian is the only writer of its tables, so they stay true until it changes them.
final class RecordCache: Sendable {
    /// How many records are remembered.
    static let capacity = 4096

    private let contexts = Mutex<[RecordID: RecordContext]>([:])

    func context(of record: RecordID) -> RecordContext? { contexts.withLock { $0[record] } }

    func keep(_ changed: some Sequence<RecordContext>) {
        contexts.withLock { contexts in
            for context in changed {
                if contexts.count >= Self.capacity, contexts[context.record] == nil, let any = contexts.keys.first {
                    contexts[any] = nil
                }
                contexts[context.record] = context
            }
        }
    }

    func forget(_ records: some Sequence<RecordID>) {
        contexts.withLock { contexts in
            for record in records { contexts[record] = nil }
        }
    }
}
