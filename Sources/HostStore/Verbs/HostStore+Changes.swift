import DurableSQL
import Foundation
import GRDB
public import Sealing

extension HostStore {
    /// Keeps a change of a row aside until the custodian has decided it; readers see nothing of it.
    @discardableResult
    public func stageChange(_ change: StagedChange) async throws(HostStoreError) -> Outcome {
        guard change.newRow.count <= HostLimits.sealedRow, change.newWrappedKey.count <= HostLimits.sealedRow,
            change.expectedMetaVersion < Int.max
        else { throw .invalid(.change) }
        return try await database.write(weight: change.newRow.count) { db in
            let sql = "SELECT * FROM staged_changes WHERE change_id = ?"
            if let found = try db.row(sql, [.id(change.changeID)]) {
                guard try decodeChange(found) == change.asKept else { throw HostStoreError.conflict(.change) }
                return .alreadyDone
            }
            try requireExpected(change, db)
            let kept = change.asKept
            try db.run(
                """
                INSERT INTO staged_changes (change_id, record_id, doc_id, expected_meta_version, expected_leaf_hash,
                    row_ct, wrapped_dek, leaf_hash, effect, ingest_day, work_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .id(kept.changeID), .id(kept.recordID), .id(kept.documentID), .number(kept.expectedMetaVersion),
                    .id(kept.expectedLeafHash), .blob(kept.newRow), .blob(kept.newWrappedKey), .id(kept.newLeafHash),
                    .number(kept.effect.rawValue), .number(kept.ingestDay), .id(kept.work),
                ]
            )
            return .done
        }
    }

    /// Makes a staged change true if its row is still the one that it was made from.
    @discardableResult
    public func applyChange(_ changeID: ChangeID) async throws(HostStoreError) -> Outcome {
        let applied = try await database.write { db in try applyStagedChange(changeID, db) }
        await removeObjects(applied.erased.map { [$0] } ?? [])
        return applied.outcome
    }

    /// Forgets a staged change; one that is not staged is forgotten already.
    @discardableResult
    public func dropChange(_ changeID: ChangeID) async throws(HostStoreError) -> Outcome {
        try await database.write { db in
            try db.run("DELETE FROM staged_changes WHERE change_id = ?", [.id(changeID)])
            return db.changesCount > 0 ? .done : .alreadyDone
        }
    }

    /// Forgets what is staged of a work that the custodian has taken back.
    @discardableResult
    public func dropChanges(of work: DepositID) async throws(HostStoreError) -> Outcome {
        try await database.write { db in
            try db.run("DELETE FROM staged_changes WHERE work_id = ?", [.id(work)])
            return db.changesCount > 0 ? .done : .alreadyDone
        }
    }

    /// What is still staged of a work, by name.
    public func stagedChanges(of work: DepositID) async throws(HostStoreError) -> [ChangeID] {
        try await read { db in
            try db.rows("SELECT change_id FROM staged_changes WHERE work_id = ? ORDER BY change_id", [.id(work)])
                .map { try $0.value("change_id") }
        }
    }

    /// The works of which something was staged on or before a day.
    public func changingWorks(notAfter day: Int, limit: Int = 1_000) async throws(HostStoreError) -> [DepositID] {
        guard limit > 0 else { throw .invalid(.change) }
        return try await read { db in
            let sql = """
                SELECT DISTINCT work_id FROM staged_changes WHERE work_id IS NOT NULL AND ingest_day <= ?
                ORDER BY work_id LIMIT ?
                """
            return try db.rows(sql, [.number(day), .number(limit)]).map { try $0.value("work_id") }
        }
    }

    /// The changes staged on or before a day by a version that did not name their works.
    public func namelessChanges(notAfter day: Int, limit: Int = 1_000) async throws(HostStoreError) -> [StagedChange] {
        guard limit > 0 else { throw .invalid(.change) }
        return try await read { db in
            let sql = """
                SELECT * FROM staged_changes WHERE work_id IS NULL AND ingest_day <= ? ORDER BY change_id LIMIT ?
                """
            return try db.rows(sql, [.number(day), .number(limit)]).map(decodeChange)
        }
    }
}

/// What applying a change did: how it ended, and the object that it made superfluous.
struct AppliedChange: Sendable {
    var outcome: Outcome
    var erased: ObjectKey?
}

func applyStagedChange(_ changeID: ChangeID, _ db: Database) throws -> AppliedChange {
    guard let staged = try db.row("SELECT * FROM staged_changes WHERE change_id = ?", [.id(changeID)]) else {
        guard try db.row("SELECT 1 FROM documents WHERE last_change = ?", [.id(changeID)]) != nil else {
            throw HostStoreError.unknownChange
        }
        return AppliedChange(outcome: .alreadyDone)
    }
    let change = try decodeChange(staged)
    try requireExpected(change, db)
    try db.run(
        """
        UPDATE documents SET meta_version = meta_version + 1, row_ct = ?, wrapped_dek = ?, leaf_hash = ?,
            last_change = ? WHERE doc_id = ?
        """,
        [
            .blob(change.newRow), .blob(change.newWrappedKey), .id(change.newLeafHash), .id(changeID),
            .id(change.documentID),
        ]
    )
    try db.run("DELETE FROM staged_changes WHERE change_id = ?", [.id(changeID)])
    switch change.effect {
    case .keep: return AppliedChange(outcome: .done)
    case .erase: return AppliedChange(outcome: .done, erased: try erase(change.documentID, db))
    }
}

/// Leaves a tombstone: place and leaf hash; the unique identifiers go with the content.
private func erase(_ documentID: DocumentID, _ db: Database) throws -> ObjectKey? {
    let row = try db.row("SELECT object_key FROM documents WHERE doc_id = ?", [.id(documentID)])
    let key = try row?.optionalValue("object_key", as: ObjectKey.self)
    if let key { try db.run("INSERT INTO erasures (object_key) VALUES (?)", [.id(key)]) }
    try db.run("DELETE FROM inline_contents WHERE doc_id = ?", [.id(documentID)])
    try db.run(
        """
        UPDATE documents SET state = 4, uid_tag = NULL, uuid_tag = NULL, object_key = NULL, ct_len = 0,
            ct_sha256 = zeroblob(32), row_ct = x'', wrapped_dek = x'', receipt = x'' WHERE doc_id = ?
        """,
        [.id(documentID)]
    )
    return key
}

private func requireExpected(_ change: StagedChange, _ db: Database) throws {
    let sql = "SELECT state, meta_version, leaf_hash FROM documents WHERE doc_id = ? AND record_id = ?"
    guard let row = try db.row(sql, [.id(change.documentID), .id(change.recordID)]), try row.state() == .active else {
        throw HostStoreError.unknownDocument
    }
    guard try row.number("meta_version") == change.expectedMetaVersion,
        try row.blob("leaf_hash") == change.expectedLeafHash.bytes
    else { throw HostStoreError.stale }
}

@Sendable private func decodeChange(_ row: Row) throws -> StagedChange {
    guard let effect = ChangeEffect(rawValue: try row.number("effect")) else {
        throw HostStoreError.corrupted(.database)
    }
    return StagedChange(
        changeID: try row.value("change_id"),
        work: try row.optionalValue("work_id"),
        recordID: try row.value("record_id"),
        documentID: try row.value("doc_id"),
        expectedMetaVersion: try row.number("expected_meta_version"),
        expectedLeafHash: try row.value("expected_leaf_hash"),
        newRow: try row.blob("row_ct"),
        newWrappedKey: try row.blob("wrapped_dek"),
        newLeafHash: try row.value("leaf_hash"),
        effect: effect,
        ingestDay: try row.number("ingest_day")
    )
}

extension StagedChange {
    /// An erasure keeps no new row and no new key.
    fileprivate var asKept: StagedChange {
        guard effect == .erase else { return self }
        var kept = self
        kept.newRow = []
        kept.newWrappedKey = []
        return kept
    }
}
