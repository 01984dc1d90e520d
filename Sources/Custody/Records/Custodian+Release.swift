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
    /// - Throws: `conflict` with a ``SendingHindrance`` for a sending that was begun before, or where there were as many as may be;
    ///   it is traced as refused.
    public func release(
        _ rows: [ShownRow],
        _ admission: Admission,
        of reference: RecordReference?,
        for purpose: ReleasePurpose = .reading
    ) async throws(CustodyError) -> [ReleaseOutcome] {
        guard rows.count <= Self.releaseLimit else {
            throw .conflict("at most \(Self.releaseLimit) documents a release")
        }
        guard purpose.sending == nil || rows.count <= 1 else { throw .conflict("one document a sending") }
        try await meter(admission)
        let record = try record(of: admission, reference)
        let (verdicts, traces) = try await ledger.commit { transaction -> [Verdict] in
            try self.claim(admission, in: transaction)
            var context = try self.context(of: record, for: admission, in: transaction)
            let verdicts = try rows.map { try self.verdict(on: $0, admission, for: purpose, &context, &transaction) }
            for verdict in verdicts {
                try transaction.mirror(verdict.draft, in: verdict.proven.place.record, of: &context)
            }
            if verdicts.contains(where: \.isReleased) {
                try self.noteAccess(admission, record, transaction)
                try self.tellOfHostAccess(admission, on: context, &transaction)
            }
            return verdicts
        }
        admissions.setClaimed(admission)
        guard let context = try await contextAfterCommit(of: record) else { throw .recordMismatch }
        var outcomes: [ReleaseOutcome] = []
        for (verdict, trace) in zip(verdicts, traces) {
            switch verdict.result {
            case .conflict(let what): throw .conflict(what)
            case .refused(let refusal): outcomes.append(.refused(refusal))
            case .done:
                let key = try key(of: verdict.proven, in: context, for: admission, against: trace)
                outcomes.append(.released(key, verdict.proven.entry))
            }
        }
        return outcomes
    }

    private struct Verdict {
        let proven: ProvenRow
        let result: ActResult<Void>
        let draft: TraceDraft

        var isReleased: Bool { if case .done = result { true } else { false } }
    }

    /// Proves, decides and traces one document.
    private func verdict(
        on shown: ShownRow,
        _ admission: Admission,
        for purpose: ReleasePurpose,
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws -> Verdict {
        let proven = try context.prove(shown)
        let judgement = judge(proven, admission, for: purpose, context, now: transaction.now)
        var draft = TraceDraft(purpose.act, by: admission, documents: [proven.entry.id]).judged(judgement)
        if let sending = purpose.sending { draft.details.merge(sending.details) { own, _ in own } }
        var result = judgement.refusal.map { ActResult<Void>.refused($0) } ?? .done(())
        if case .done = result, let sending = purpose.sending,
            let hindrance = context.begin(
                sending,
                from: proven.place.record,
                admission.mandate,
                now: transaction.now
            )
        {
            draft.refuse(for: hindrance.rawValue)
            result = .conflict(hindrance.rawValue)
        }
        if case .done = result {
            try openEmergency(admission, &context, &transaction, &draft)
            try noteReader(admission, judgement, &context, &transaction)
        }
        _ = try transaction.append(draft, to: &context)
        return Verdict(proven: proven, result: result, draft: draft)
    }

    private func judge(
        _ proven: ProvenRow,
        _ admission: Admission,
        for purpose: ReleasePurpose,
        _ context: RecordContext,
        now: Instant
    ) -> Judgement {
        let reading = judge(
            .read,
            .document(DocumentFacts(proven.entry, for: admission.actor)),
            by: admission,
            on: context,
            now: now
        )
        guard purpose.takesCopy, reading.refusal == nil else { return reading }
        let copying = judge(.export, .record, by: admission, on: context, now: now)
        return copying.refusal == nil ? reading : copying
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
