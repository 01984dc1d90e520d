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
    /// The secured messaging may have taken it; the history says so, and nothing begins this sending again.
    case uncertain
    /// There is none of that identifier for this reader.
    case notFound
    /// The reader may know why not.
    case refused(Refusal)
}

extension RecordService {
    /// Sends a document out of its record: decided as a reading and as a copy, traced as a sending, and only then handed to
    /// whoever carries it.
    ///
    /// - Parameter deliver: carries the document, and says what became of it.
    /// - Throws: `conflict` with a `SendingHindrance` for a sending that was begun before, or where there were as many as may be.
    public func send(
        _ document: UniqueID,
        _ sending: Sending,
        _ visit: Visit,
        by deliver: @Sendable (SendingLot) async -> SecureDelivery
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
                try await note(.unsent, of: sending, with: document, visit)
                throw error
            }
            let ins = file.identifiers.first ?? entry.patient
            let set = personalSet(of: ins, by: Self.author(ins, file, visit), now: clock())
            switch await deliver(SendingLot(document: read, set: set)) {
            case .taken: return .sent
            case .notTaken:
                try await note(.unsent, of: sending, with: document, visit)
                return .unsent
            case .uncertain:
                try await note(.uncertain, of: sending, with: document, visit)
                return .uncertain
            }
        }
    }

    private func note(
        _ failure: SendingFailure,
        of sending: Sending,
        with document: UniqueID,
        _ visit: Visit
    ) async throws(ServiceError) {
        let (custodian, admission) = (custodian, visit.admission)
        // A task of its own: whoever has left the page meanwhile finds it in the history all the same.
        let note = Task { try await custodian.note(failure, of: sending, with: document, admission) }
        do { try await note.value } catch {
            throw (error as? CustodyError).map(ServiceError.init) ?? .unavailable
        }
    }
}
