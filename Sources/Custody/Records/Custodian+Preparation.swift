public import AccessRules
import Crypto
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// What the custodian remembers of work under way: enough to commit it without being shown anything again.
struct WorkPlan: Sendable, Codable {
    struct NewLeaf: Codable {
        let document: DocumentID
        let entryID: UniqueID
        let leafHash: [UInt8]
        let rule: String
        let details: [String: String]
        /// The entry, by which the filing is judged once more at the commit.
        let entry: DocumentEntry
        let judged: Act
        /// What its author asked for, which is judged; what the holder's wishes and a replaced version add is not his.
        ///
        /// Nil in plans of before it was kept.
        var asked: Visibility?

        /// The entry as its author asked for it.
        var filed: DocumentEntry {
            var filed = entry
            filed.visibility = asked ?? entry.visibility
            return filed
        }
    }

    struct ChangedLeaf: Codable {
        let entryID: UniqueID
        let ordinal: UInt64
        let oldLeafHash: [UInt8]
        let leafHash: [UInt8]
        let act: TracedAct
        let rule: String
        let details: [String: String]
        /// The entry before the change, by which it is judged once more at the commit, and after it.
        let before: DocumentEntry
        let after: DocumentEntry
        let judged: Act
        /// The joined record whose document it is; nil for the record's own.
        var record: RecordID?
        /// The document whose change this one follows as another version of it: that one is judged in its place.
        var followed: DocumentEntry?
    }

    let actor: Actor
    let mode: AccessMode
    let request: UniqueID
    let node: String
    let software: String
    /// Whether it came from a browser; absent in plans of before this was told.
    var isWeb: Bool?
    let policy: String
    var presence = HolderPresence.declared
    var isSecret = false
    var mandate: UniqueID?
    /// Under which matricule it was prepared; nil for a session, and in plans of before it was kept.
    var patient: INS?
    /// What the structure of its preparer rests on; nil in plans of before it was kept.
    var structureStanding: StructureStanding?
    let leaves: [NewLeaf]
    let changes: [ChangedLeaf]
}

extension Custodian {
    /// How long prepared work waits for its commit, in seconds.
    static let workLifetime: Int64 = 600

    /// Decides on a filing before anything is told of what the record holds; a refusal is traced.
    public func checkFiling(
        of document: DocumentFacts,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) {
        let record = try record(of: admission, reference)
        try await meter(admission, .filing)
        let refusal = try await ledger.commit { transaction -> Refusal? in
            try self.claim(admission, in: transaction)
            var context = try self.context(of: record, for: admission, in: transaction)
            let judgement = self.judge(
                admission.feedingAct,
                .document(document),
                by: admission,
                on: context,
                now: transaction.now
            )
            guard let refusal = judgement.refusal else { return nil }
            _ = try transaction.append(TraceDraft(.deposit, by: admission).judged(judgement), to: &context)
            return refusal
        }.value
        admissions.setClaimed(admission)
        if let refusal { throw .refused(refusal) }
    }

    /// Accepts work on a record: decides each part, makes keys, seals rows.
    ///
    /// Nothing is readable and nothing traced yet.
    ///
    /// - Parameter versions: the rows of the record, among which are the other versions of what is changed: what hides a
    ///   document, or shows it again, does so to all of them.
    /// - Returns: the changes in the order asked for, and after them those of other versions.
    /// - Throws: `refused` for the first part that the rules refuse, which is traced; `stateMismatch` for a row that is not
    ///   the record's.
    public func prepare(
        documents: [PlannedDocument],
        changes: [PlannedChange],
        versions: [ShownRow] = [],
        submissionSet: SubmissionSet?,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> PreparedWork {
        let record = try record(of: admission, reference)
        try await meter(admission, .filing)
        let id = newID()
        let (result, _) = try await ledger.commit { transaction -> ActResult<PreparedWork> in
            try self.claim(admission, in: transaction)
            var context = try self.context(of: record, for: admission, in: transaction)
            var preparation = Preparation(custodian: self, admission: admission, context: context, now: transaction.now)
            do {
                for document in documents {
                    let former = changes.first { $0.change == .replace(by: document.entry.id) }
                    try preparation.add(document, replacing: former)
                }
                for change in changes { try preparation.add(change) }
                try preparation.addVersions(among: versions)
            } catch CustodyError.conflict(let what) {
                // Nothing has been made yet but the evidence used up.
                return .conflict(what)
            }
            if let (refusal, draft) = preparation.refusal {
                _ = try transaction.append(draft, to: &context)
                return .refused(refusal)
            }
            let deadline = transaction.now.advanced(bySeconds: Self.workLifetime)
            let plan: [UInt8]
            // A plan names people and documents: it lies sealed like everything else.
            do { plan = try self.sealLoose(preparation.plan, id: id, bound: .plan) } catch SealingError.tooLarge {
                return .conflict(CustodyError.tooManyChanges)
            }
            try transaction.database.execute(
                sql:
                    "INSERT INTO deposit (deposit_id, record_id, state, deadline, plan) VALUES (?, ?, 'prepared', ?, ?)",
                arguments: [Data(id.bytes), Data(record.bytes), deadline.milliseconds, Data(plan)]
            )
            return .done(
                PreparedWork(
                    id: id,
                    record: record,
                    documents: try preparation.preparedDocuments(work: id),
                    changes: preparation.preparedChanges,
                    submissionSet: try preparation.seal(submissionSet),
                    deadline: deadline
                )
            )
        }
        admissions.setClaimed(admission)
        return try result.get()
    }
}
