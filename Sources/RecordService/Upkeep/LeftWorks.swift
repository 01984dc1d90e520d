import Custody
import HealthRecord
import HostStore
import Sealing
import Synchronization

/// A work that was left between custodian and host, because what would have ended it failed.
struct LeftWork: Hashable, Sendable {
    let id: UniqueID
    let hasDocuments: Bool

    init(_ work: PreparedWork) {
        id = work.id
        hasDocuments = !work.documents.isEmpty
    }

    /// A work as the host names it; nil for a name that is none.
    init?(_ work: DepositID, hasDocuments: Bool) {
        guard let id = UniqueID(bytes: work.bytes) else { return nil }
        (self.id, self.hasDocuments) = (id, hasDocuments)
    }
}

/// The works that were left since the process started, and those of before that could not be settled when it did.
///
/// Only what nobody carries out any more is here: a work under way is never settled by somebody else.
final class LeftWorks: Sendable {
    private let works = Mutex<Set<LeftWork>>([])

    var all: Set<LeftWork> { works.withLock { $0 } }

    func add(_ work: LeftWork) { works.withLock { _ = $0.insert(work) } }

    func remove(_ work: LeftWork) { works.withLock { _ = $0.remove(work) } }
}
