import AccessRules
import Foundation
import GRDB
public import HealthRecord
public import Sealing

/// A tag that the host files under another record than before.
public struct MovedTag: Sendable, Hashable, Codable {
    /// The tag, with the record that it now leads to and the code that binds both.
    public let reference: RecordReference
    /// The record that it led to; nil for none.
    public let from: RecordID?
}

/// Matricules that change, records that turn out to be of one person, links that turn out wrong (access-and-lifecycle § 7.1).
///
/// A record keeps its own name and its keys whatever its matricules are: nothing is ever sealed anew for an identity.
extension Custodian {
    /// What is written on a record that was set aside for another.
    static let closedByMerge = "identity.merged"

    /// Takes a matricule from a record that was linked by error; the last one stays.
    public func removeIdentifier(_ ins: QualifiedINS) async throws(CustodyError) -> MovedTag {
        let tag = try tag(of: ins)
        let record = try await record(of: ins)
        _ = try await turn(ins, .linkIdentity, "identity.matriculeRemoved", [:]) { transaction, context in
            guard context.file.identifiers.count > 1 else { throw CustodyError.conflict("last") }
            context.change { file in
                file.identifiers.removeAll { $0 == ins.ins }
                file.days.drop(ins.ins, present: file.identifiers.first)
            }
            try transaction.database.execute(
                sql: "DELETE FROM login WHERE tag = ?",
                arguments: [Data(try self.loginTag(ins.ins).bytes)]
            )
            try self.move(ins.ins, from: context.record, to: nil, transaction)
        }
        return MovedTag(
            reference: RecordReference(
                record: record,
                tag: tag,
                bindCode: working.bind.code(record: record, tag: tag)
            ),
            from: record
        )
    }

    /// Joins a duplicate to the record that stays: its matricules lead there from now on, what its holder had refused holds
    /// there too, and it is set aside whole, so that the join can be undone.
    ///
    /// - Parameter differing: the strict traits by which the two are told apart, all of them: twins are not joined unseen.
    /// - Throws: `conflict` with `birthDate`, or with `differs.` and what differs where something else is named.
    public func merge(
        _ duplicate: QualifiedINS,
        into kept: QualifiedINS,
        differing: Set<StrictTrait> = []
    ) async throws(CustodyError) -> [MovedTag] {
        let from = try await record(of: duplicate)
        let target = try await record(of: kept)
        guard from != target else { throw .conflict("same") }
        let identifiers = try await ledger.commit { transaction -> [INS] in
            guard var old = try transaction.context(of: from), var new = try transaction.context(of: target),
                new.policy.state.isOpen, old.file.mergedInto == nil
            else { throw CustodyError.conflict("state") }
            // Somebody waits for its erasure: that is done, or taken back, before the record is anybody else's part.
            guard !old.file.requests.contains(where: { $0.kind == .earlyErasure && $0.standing == .pending }) else {
                throw CustodyError.conflict("erasure")
            }
            try self.requireOnePerson(old, new, differing: differing)
            let identifiers = old.file.identifiers
            let former = old.policy
            if !old.policy.state.isClosed { try transaction.close(&old, .authority, text: Self.closedByMerge) }
            var policy = new.policy
            let brought = BroughtWishes(from: old.policy, into: &policy)
            let parts = [from] + old.file.joined
            let days = old.file.days
            try transaction.moveWaits(from: from, to: target)
            old.change { file in
                file.mergedInto = target
                file.takenOver = identifiers
                file.identifiers = []
                file.days = []
                file.brought = brought
            }
            new.change { file in
                file.identifiers.append(contentsOf: identifiers)
                file.days.append(contentsOf: days)
                file.policy = policy
                // Its documents are read with the others from now on, under this record's rules.
                file.joined += parts
                file.parted.removeAll(where: parts.contains)
            }
            // Under its terms as well, which the duplicate's own set may not have had.
            transaction.takeRespite(&new, of: former)
            try transaction.remakeWaits(of: new)
            for ins in identifiers {
                try transaction.database.execute(
                    sql: "UPDATE login SET record_id = ? WHERE tag = ?",
                    arguments: [Data(target.bytes), Data(try self.loginTag(ins).bytes)]
                )
                try self.move(ins, from: from, to: target, transaction)
            }
            try self.traceMerge("identity.merged", differing, &old, &new, &transaction)
            return identifiers
        }.value
        return try identifiers.map { ins throws(CustodyError) in try moved(ins, from: from, to: target) }
    }

    /// Undoes a join: the duplicate's matricules lead to it again, and it is open as before.
    public func undoMerge(_ duplicate: QualifiedINS) async throws(CustodyError) -> [MovedTag] {
        let target = try await record(of: duplicate)
        let from = try await merged(duplicate.ins, into: target)
        let identifiers = try await ledger.commit { transaction -> [INS] in
            guard var old = try transaction.context(of: from), var new = try transaction.context(of: target),
                old.file.mergedInto == target
            else { throw CustodyError.conflict("state") }
            let identifiers = old.file.takenOver
            var policy = new.policy
            old.file.brought?.part(from: &policy, old.policy)
            let parts = [from] + old.file.joined
            for part in parts {
                guard let context = try transaction.context(of: part) else { continue }
                let documents = try transaction.depositedDocuments(of: context)
                try transaction.moveWaits(of: documents, from: target, to: from)
            }
            let days = new.file.days.filter { identifiers.contains($0.ins) }
            new.change { file in
                file.identifiers.removeAll(where: identifiers.contains)
                file.days.removeAll { identifiers.contains($0.ins) }
                file.policy = policy
                file.joined.removeAll(where: parts.contains)
                file.parted += parts
            }
            old.change { file in
                file.mergedInto = nil
                file.brought = nil
                file.takenOver = []
                file.identifiers = identifiers
                file.days = days
            }
            // A record that was closed before it was joined stays so.
            if old.file.closureText == Self.closedByMerge { try transaction.reopen(&old) }
            for ins in identifiers {
                try transaction.database.execute(
                    sql: "UPDATE login SET record_id = ? WHERE tag = ?",
                    arguments: [Data(from.bytes), Data(try self.loginTag(ins).bytes)]
                )
                try self.move(ins, from: target, to: from, transaction)
            }
            try self.traceMerge("identity.parted", [], &old, &new, &transaction)
            return identifiers
        }.value
        return try identifiers.map { ins throws(CustodyError) in try moved(ins, from: target, to: from) }
    }

    /// Traces both sides; each holder hears of it from his own history.
    private func traceMerge(
        _ rule: String,
        _ differing: Set<StrictTrait>,
        _ old: inout RecordContext,
        _ new: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        var (out, into) = (
            systemDraft(.merge, "identity", rule, old), systemDraft(.merge, "identity", rule, new)
        )
        if !differing.isEmpty {
            // Which of them, never what they say: each holder reads his own history.
            let names = differing.map(\.rawValue).sorted().joined(separator: " ")
            out.details["differs"] = names
            into.details["differs"] = names
        }
        _ = try transaction.append(out, to: &old)
        _ = try transaction.append(into, to: &new)
    }

    /// The record that was joined to another under a matricule.
    private func merged(_ ins: INS, into target: RecordID) async throws(CustodyError) -> RecordID {
        let candidates = try await ledger.read { database in
            try Data.fetchAll(
                database,
                sql: "SELECT record_id FROM record WHERE record_id NOT IN (SELECT record_id FROM login)"
            )
        }
        for bytes in candidates {
            guard let record = RecordID(bytes: [UInt8](bytes)), let context = try await contextAfterCommit(of: record)
            else { continue }
            if context.file.mergedInto == target, context.file.takenOver.contains(ins) { return record }
        }
        throw .conflict("unknown")
    }

    private func moved(_ ins: INS, from: RecordID, to target: RecordID) throws(CustodyError) -> MovedTag {
        guard let patient = QualifiedINS(ins, in: settings.domain) else { throw .notAccepted }
        let tag = try tag(of: patient)
        return MovedTag(
            reference: RecordReference(
                record: target,
                tag: tag,
                bindCode: working.bind.code(record: target, tag: tag)
            ),
            from: from
        )
    }
}

extension CustodyTransaction {
    /// Takes what waits to be announced along to the record that the documents are read with (R1111-53).
    fileprivate func moveWaits(from: RecordID, to target: RecordID) throws {
        try database.execute(
            sql: """
                UPDATE OR IGNORE due SET record_id = ? WHERE record_id = ? AND kind IN ('announce', 'release', 'directives')
                """,
            arguments: [Data(target.bytes), Data(from.bytes)]
        )
    }

    /// The same for some documents alone.
    fileprivate func moveWaits(of documents: Set<UniqueID>, from: RecordID, to target: RecordID) throws {
        for document in documents {
            try database.execute(
                sql: """
                    UPDATE OR IGNORE due SET record_id = ?
                    WHERE record_id = ? AND ref = ? AND kind IN ('announce', 'release', 'directives')
                    """,
                arguments: [Data(target.bytes), Data(from.bytes), Data(document.bytes)]
            )
        }
    }

    /// The documents that came into a record, by its own traces.
    fileprivate func depositedDocuments(of context: RecordContext) throws -> Set<UniqueID> {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT rec_seq, ct FROM trace WHERE record_id = ?",
            arguments: [Data(context.record.bytes)]
        )
        var documents: Set<UniqueID> = []
        for row in rows {
            let sequence = UInt64(clamping: row["rec_seq"] as Int64)
            let opened = try context.traceKey.open(
                [UInt8](row["ct"] as Data),
                record: context.record,
                sequence: sequence
            )
            let event = try TraceEvent.decode(opened.event).event
            if event.act == .deposit, event.outcome == .permitted { documents.formUnion(event.documents) }
        }
        return documents
    }
}
