import AccessRules
public import HealthRecord
import Sealing

/// What became of one document that was asked for.
public enum ReleaseOutcome: Sendable, Hashable, Codable {
    /// Its key, sealed to the node, and its entry as the custodian proved it.
    case released(SealedKey, DocumentEntry)
    /// Refused; the reader hears of it only as far as the refusal says.
    case refused(Refusal)
}

extension Custodian {
    /// The most documents of one release.
    public static let releaseLimit = 100

    /// Releases the keys of documents: each row proved, each document decided and traced, and only then the keys.
    ///
    /// - Parameter purpose: for a copy of the record and for a sending the right to a copy is asked for as well.
    /// - Throws: `conflict` with `sent` for a sending that was begun before, with `sendings` where there were as many as may be.
    public func release(
        _ rows: [ShownRow],
        _ admission: Admission,
        of reference: RecordReference?,
        for purpose: ReleasePurpose = .reading
    ) async throws(CustodyError) -> [ReleaseOutcome] {
        guard rows.count <= Self.releaseLimit else {
            throw .conflict("at most \(Self.releaseLimit) documents a release")
        }
        try await meter(admission)
        let record = try record(of: admission, reference)
        let (verdicts, traces) = try await ledger.commit { transaction -> [Verdict] in
            try self.claim(admission, in: transaction)
            var context = try self.context(of: record, for: admission, in: transaction)
            let verdicts = try rows.map { shown in
                let proven = try context.prove(shown)
                var judgement = self.judge(
                    .read,
                    .document(DocumentFacts(proven.entry, for: admission.actor)),
                    by: admission,
                    on: context,
                    now: transaction.now
                )
                if purpose.takesCopy, judgement.refusal == nil {
                    let copying = self.judge(.export, .record, by: admission, on: context, now: transaction.now)
                    if copying.refusal != nil { judgement = copying }
                }
                var draft = TraceDraft(purpose.act, by: admission, documents: [proven.entry.id]).judged(judgement)
                if let sending = purpose.sending { draft.details.merge(sending.details) { own, _ in own } }
                if judgement.refusal == nil {
                    if let sending = purpose.sending {
                        try context.begin(sending, from: proven.place.record, admission.mandate, now: transaction.now)
                    }
                    try self.openEmergency(admission, &context, &transaction, &draft)
                    try self.noteReader(admission, judgement, &context, &transaction)
                }
                _ = try transaction.append(draft, to: &context)
                return Verdict(proven: proven, refusal: judgement.refusal, draft: draft)
            }
            for verdict in verdicts {
                try transaction.mirror(verdict.draft, in: verdict.proven.place.record, of: &context)
            }
            if verdicts.contains(where: { $0.refusal == nil }) {
                try self.noteAccess(admission, record, transaction)
                try self.tellOfHostAccess(admission, on: context, &transaction)
            }
            return verdicts
        }
        admissions.setClaimed(admission)
        guard let context = try await contextAfterCommit(of: record) else { throw .recordMismatch }
        var outcomes: [ReleaseOutcome] = []
        for (verdict, trace) in zip(verdicts, traces) {
            if let refusal = verdict.refusal {
                outcomes.append(.refused(refusal))
            } else {
                let key = try key(of: verdict.proven, in: context, for: admission, against: trace)
                outcomes.append(.released(key, verdict.proven.entry))
            }
        }
        return outcomes
    }

    private struct Verdict {
        let proven: ProvenRow
        let refusal: Refusal?
        let draft: TraceDraft
    }

    private func key(
        of proven: ProvenRow,
        in context: RecordContext,
        for admission: Admission,
        against trace: CommittedTrace
    ) throws(CustodyError) -> SealedKey {
        guard let part = context.part(proven.place.record) else { throw .stateMismatch }
        let wrapping = part.recordKey.documentWrappingKey(record: part.record)
        let key: DocumentKey
        do {
            key = try wrapping.unwrap(proven.shown.wrappedKey, at: proven.place)
        } catch {
            throw .stateMismatch
        }
        return try seal(key.exportBytes(), for: admission, against: trace)
    }

    /// A record as the last commit left it, with all that was joined to it.
    func contextAfterCommit(of record: RecordID) async throws(CustodyError) -> RecordContext? {
        if let known = ledger.known(record), known.file.joined.isEmpty { return known }
        return try await ledger.commit { transaction in
            try transaction.context(of: record).map { try transaction.whole($0) }
        }.value
    }
}
