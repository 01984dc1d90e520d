import AccessRules
import HealthRecord
import Sealing
import Synchronization

/// What the visibility of a record's documents has been, as its own traces tell, up to one of them.
struct VisibilityMarks: Sendable {
    struct Mark: Sendable {
        var visibility: Visibility
        /// When the record first heard of the document.
        let since: Instant
        /// Whether it came into this very record: of another's, joined for a time, the changes alone stand here.
        let cameIn: Bool
        /// Whether it is the signature of a lot, which nobody has to be told of.
        let isLotSignature: Bool
        var isDeleted: Bool
        /// What stands for the day on which it came in, by which its wait runs; found out once.
        let day: Instant

        /// Whether it is to be announced to the patient.
        var waits: Bool { cameIn && !isLotSignature && !isDeleted && visibility.contains(.hiddenFromPatient) }
    }

    /// The last trace that was read.
    private(set) var sequence: UInt64 = 0
    private(set) var marks: [UniqueID: Mark] = [:]
    /// What the patient has been told to ask for.
    private(set) var announced: Set<UniqueID> = []
    /// What tells which traces somebody on the portal is shown nothing of.
    private(set) var veiled = VeiledTraces()

    /// Takes up the next trace.
    mutating func read(_ event: TraceEvent) {
        sequence = max(sequence, event.sequence)
        veiled.read(event)
        guard event.outcome == .permitted else { return }
        if event.act == .announce { announced.formUnion(event.documents) }
        guard let visibility = event.visibilityAfter else { return }
        for document in event.documents {
            if marks[document] == nil {
                marks[document] = Mark(
                    visibility: visibility,
                    since: event.time,
                    cameIn: event.act == .deposit,
                    isLotSignature: event.isAboutLotSignature,
                    isDeleted: event.isDeletedAfter,
                    day: DocumentFacts.hiddenSince(event.time)
                )
            } else {
                marks[document]?.visibility = visibility
                marks[document]?.isDeleted = event.isDeletedAfter
            }
        }
    }
}

/// The marks of the records lately looked at: traces never change, so that only those that came since are opened.
final class VisibilityBook: Sendable {
    /// How many records are remembered.
    static let capacity = 1024

    private let known = Mutex<[RecordID: VisibilityMarks]>([:])

    /// What is known of a record so far, up to one of its traces; what was read beyond it is of no use there.
    func marks(of record: RecordID, upTo sequence: UInt64) -> VisibilityMarks {
        let marks = known.withLock { $0[record] } ?? VisibilityMarks()
        return marks.sequence <= sequence ? marks : VisibilityMarks()
    }

    func keep(_ marks: VisibilityMarks, of record: RecordID) {
        known.withLock { known in
            if known.count >= Self.capacity, known[record] == nil, let any = known.keys.first { known[any] = nil }
            guard known[record].map({ $0.sequence < marks.sequence }) ?? true else { return }
            known[record] = marks
        }
    }

    /// Forgets a record that is no more.
    func forget(_ record: RecordID) { known.withLock { $0[record] = nil } }
}
