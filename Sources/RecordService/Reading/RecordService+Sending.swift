public import Custody
public import HealthRecord
import HostStore
import Sealing

/// A document that leaves its record, with the set that it leaves in.
public struct SendingLot: Sendable {
    /// The document.
    public let document: ReadDocument
    /// The set, by the person who sends.
    public let set: SubmissionSet
}

/// What became of a document that was to be sent.
public enum SendingOutcome: Sendable {
    /// The secured messaging has taken it.
    case sent
    /// The secured messaging has not taken it; the history says so.
    case unsent
    /// There is none of that identifier for this reader.
    case notFound
    /// The reader may know why not.
    case refused(Refusal)
}

extension RecordService {
    /// Sends a document out of its record: decided as a reading and as a copy, traced as a sending, and only then handed to
    /// whoever carries it.
    ///
    /// - Parameter deliver: carries the document; false where it did not leave.
    /// - Throws: `conflict` with `sent` for a sending that was begun before, with `sendings` where there were as many as may be.
    public func send(
        _ document: UniqueID,
        _ sending: Sending,
        _ visit: Visit,
        by deliver: @Sendable (SendingLot) async -> Bool
    ) async throws(ServiceError) -> SendingOutcome {
        let file = try await file(visit)
        let snapshots = try await currentSnapshots(visit)
        guard let id = DocumentID(bytes: document.bytes), let (row, shown) = snapshots.found(id) else {
            if case .refused(let refusal) = try await traceFruitless(visit) { return .refused(refusal) }
            return .notFound
        }
        let released = try await custody { () async throws(CustodyError) in
            try await custodian.release([shown], visit.admission, of: visit.reference, for: .sending(sending)).first
        }
        switch released {
        case nil: throw .unavailable
        case .refused(let refusal): return refusal.isSilent ? .notFound : .refused(refusal)
        case .released(let key, let entry):
            let read: ReadDocument
            do {
                read = ReadDocument(entry: entry, bytes: try await open(row, entry, with: key))
            } catch {
                try await noteUnsent(sending, of: document, visit)
                throw error
            }
            let ins = file.identifiers.first ?? entry.patient
            let set = personalSet(of: ins, by: Self.author(ins, file, visit), now: clock())
            guard await deliver(SendingLot(document: read, set: set)) else {
                try await noteUnsent(sending, of: document, visit)
                return .unsent
            }
            return .sent
        }
    }

    private func noteUnsent(
        _ sending: Sending,
        of document: UniqueID,
        _ visit: Visit
    ) async throws(ServiceError) {
        let (custodian, admission) = (custodian, visit.admission)
        // A task of its own: whoever has left the page meanwhile finds it in the history all the same.
        let note = Task { try await custodian.noteUnsent(sending, of: document, admission) }
        do { try await note.value } catch {
            throw (error as? CustodyError).map(ServiceError.init) ?? .unavailable
        }
    }
}
