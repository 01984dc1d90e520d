import HostStore
import Sealing
import Synchronization

/// Which document of a record an identifier names, by its keyed tag: nothing that the host does not hold as well.
///
/// A place is remembered for its own record only, so that a search elsewhere takes no less time for what exists. A document
/// never moves, and one that has gone is no longer in its record's snapshot: what is remembered too long finds nothing.
final class DocumentLocations: Sendable {
    /// The most places remembered; about a hundred bytes each.
    static let capacity = 16_384

    /// An identifier as it is asked for in one record.
    struct Question: Hashable {
        let record: RecordID
        let tag: Bytes32
    }

    private let kept = Mutex<[Question: DocumentID]>([:])

    func document(_ question: Question) -> DocumentID? { kept.withLock { $0[question] } }

    func keep(_ document: DocumentID, for question: Question) {
        kept.withLock { kept in
            if kept.count >= Self.capacity { kept.removeAll(keepingCapacity: true) }
            kept[question] = document
        }
    }
}
