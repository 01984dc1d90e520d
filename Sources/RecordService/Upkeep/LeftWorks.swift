import Custody
import HealthRecord
import Synchronization

/// A work that was left between custodian and host, because what would have ended it failed.
struct LeftWork: Hashable, Sendable {
    let id: UniqueID
    let hasDocuments: Bool

    init(_ work: PreparedWork) {
        id = work.id
        hasDocuments = !work.documents.isEmpty
    }
}

/// The works that were left since the process started; those of before are found at the host when it starts.
///
/// Only what nobody carries out any more is here: a work under way is never settled by somebody else.
final class LeftWorks: Sendable {
    private let works = Mutex<Set<LeftWork>>([])

    var all: Set<LeftWork> { works.withLock { $0 } }

    func add(_ work: LeftWork) { works.withLock { _ = $0.insert(work) } }

    func remove(_ work: LeftWork) { works.withLock { _ = $0.remove(work) } }
}
