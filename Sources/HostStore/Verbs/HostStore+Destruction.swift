import DurableSQL
import GRDB
public import Sealing

extension HostStore {
    /// Destroys all that is held of a record: rows, contents, sets, staged changes, tags, and then the object files.
    ///
    /// The custodian has destroyed its keys before; a record that is not there any more is done already.
    @discardableResult
    public func destroyRecord(_ recordID: RecordID) async throws(HostStoreError) -> Outcome {
        let (outcome, keys) = try await database.write { db -> (Outcome, [ObjectKey]) in
            let keys = try db.rows(
                "SELECT object_key FROM documents WHERE record_id = ? AND object_key IS NOT NULL",
                [.id(recordID)]
            ).map { try $0.value("object_key", as: ObjectKey.self) }
            for key in keys { try db.run("INSERT OR IGNORE INTO erasures (object_key) VALUES (?)", [.id(key)]) }
            var isDone = false
            for table in ["staged_changes", "documents", "submission_sets", "tags", "records"] {
                try db.run("DELETE FROM \(table) WHERE record_id = ?", [.id(recordID)])
                isDone = isDone || db.changesCount > 0
            }
            return (isDone ? .done : .alreadyDone, keys)
        }
        await removeObjects(keys)
        return outcome
    }

    /// Files a tag under another record than before, with a new binding code.
    @discardableResult
    public func moveTag(
        _ tag: Bytes32,
        bindMAC: Bytes32,
        from old: RecordID,
        to new: RecordID
    ) async throws(HostStoreError) -> Outcome {
        try await database.write { db in
            guard try db.row("SELECT 1 FROM records WHERE record_id = ?", [.id(new)]) != nil else {
                throw HostStoreError.unknownRecord
            }
            guard let found = try db.row("SELECT record_id FROM tags WHERE ins_tag = ?", [.id(tag)]) else {
                throw HostStoreError.unknownRecord
            }
            let owner: RecordID = try found.value("record_id")
            if owner == new { return .alreadyDone }
            guard owner == old else { throw HostStoreError.tagTaken(by: owner) }
            try db.run(
                "UPDATE tags SET record_id = ?, bind_mac = ? WHERE ins_tag = ?",
                [.id(new), .id(bindMAC), .id(tag)]
            )
            return .done
        }
    }

    /// Takes a tag from a record.
    @discardableResult
    public func removeTag(_ tag: Bytes32, from recordID: RecordID) async throws(HostStoreError) -> Outcome {
        try await database.write { db in
            try db.run("DELETE FROM tags WHERE ins_tag = ? AND record_id = ?", [.id(tag), .id(recordID)])
            return db.changesCount > 0 ? .done : .alreadyDone
        }
    }
}
