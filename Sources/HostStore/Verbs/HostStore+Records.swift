import DurableSQL
import GRDB
public import Sealing

extension HostStore {
    /// Makes a record with its first tag; the same request again is done already.
    @discardableResult
    public func createRecord(_ new: NewRecord) async throws(HostStoreError) -> Outcome {
        guard new.identityCiphertext.count <= HostLimits.sealedRow else { throw .invalid(.record) }
        return try await database.write(weight: new.identityCiphertext.count) { db in
            if let found = try db.row("SELECT record_id, bind_mac FROM tags WHERE ins_tag = ?", [.id(new.tag)]) {
                let owner: RecordID = try found.value("record_id")
                guard owner == new.recordID, try found.blob("bind_mac") == new.bindMAC.bytes else {
                    throw HostStoreError.tagTaken(by: owner)
                }
                return .alreadyDone
            }
            let known = try db.row("SELECT 1 FROM records WHERE record_id = ?", [.id(new.recordID)])
            guard known == nil else { throw HostStoreError.conflict(.record) }
            try db.run(
                "INSERT INTO records (record_id, identity_ct, identity_version, ingest_day) VALUES (?, ?, 1, ?)",
                [.id(new.recordID), .blob(new.identityCiphertext), .number(new.ingestDay)]
            )
            try db.run(
                "INSERT INTO tags (ins_tag, record_id, bind_mac) VALUES (?, ?, ?)",
                [.id(new.tag), .id(new.recordID), .id(new.bindMAC)]
            )
            return .done
        }
    }

    /// The record that a tag leads to, or nothing.
    public func record(forTag tag: Bytes32) async throws(HostStoreError) -> RecordHead? {
        try await readOne { db in
            let sql = """
                SELECT record_id, bind_mac, identity_ct, identity_version
                FROM tags JOIN records USING (record_id) WHERE ins_tag = ?
                """
            guard let row = try db.row(sql, [.id(tag)]) else { return nil }
            return RecordHead(
                recordID: try row.value("record_id"),
                bindMAC: try row.value("bind_mac"),
                identityCiphertext: try row.blob("identity_ct"),
                identityVersion: try row.number("identity_version")
            )
        }
    }

    /// Gives a record one more tag (a further matricule), or renews the binding code of a tag that it has.
    @discardableResult
    public func addTag(_ tag: Bytes32, bindMAC: Bytes32, to recordID: RecordID) async throws(HostStoreError) -> Outcome
    {
        try await database.write { db in
            guard try db.row("SELECT 1 FROM records WHERE record_id = ?", [.id(recordID)]) != nil else {
                throw HostStoreError.unknownRecord
            }
            if let found = try db.row("SELECT record_id, bind_mac FROM tags WHERE ins_tag = ?", [.id(tag)]) {
                let owner: RecordID = try found.value("record_id")
                guard owner == recordID else { throw HostStoreError.tagTaken(by: owner) }
                if try found.blob("bind_mac") == bindMAC.bytes { return .alreadyDone }
                try db.run("UPDATE tags SET bind_mac = ? WHERE ins_tag = ?", [.id(bindMAC), .id(tag)])
                return .done
            }
            try db.run(
                "INSERT INTO tags (ins_tag, record_id, bind_mac) VALUES (?, ?, ?)",
                [.id(tag), .id(recordID), .id(bindMAC)]
            )
            return .done
        }
    }

    /// Replaces the sealed identity if it still has the expected version; answers the new version.
    @discardableResult
    public func updateIdentity(
        of recordID: RecordID,
        expectedVersion: Int,
        ciphertext: [UInt8]
    ) async throws(HostStoreError) -> Int {
        let (next, overflow) = expectedVersion.addingReportingOverflow(1)
        guard !overflow, ciphertext.count <= HostLimits.sealedRow else { throw .invalid(.record) }
        return try await database.write(weight: ciphertext.count) { db in
            let found = try db.row("SELECT identity_version FROM records WHERE record_id = ?", [.id(recordID)])
            guard let found else { throw HostStoreError.unknownRecord }
            guard try found.number("identity_version") == expectedVersion else { throw HostStoreError.stale }
            try db.run(
                "UPDATE records SET identity_ct = ?, identity_version = ? WHERE record_id = ?",
                [.blob(ciphertext), .number(next), .id(recordID)]
            )
            return next
        }
    }
}
