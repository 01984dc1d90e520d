import DurableSQL
import GRDB
import Sealing

extension HostStore {
    /// Inserts a whole lot as pending rows: all or none (security design § 2.7, step 3).
    ///
    /// The same deposit again is done already. A unique identifier that any row of the host has, pending or active,
    /// is refused with that row's document; a set's identifier, with whether that set stands already.
    @discardableResult
    public func insertPending(_ deposit: PendingDeposit) async throws(HostStoreError) -> Outcome {
        try deposit.check()
        return try await database.write(weight: deposit.weight) { db in
            guard try db.row("SELECT 1 FROM records WHERE record_id = ?", [.id(deposit.recordID)]) != nil else {
                throw HostStoreError.unknownRecord
            }
            var outcome = Outcome.alreadyDone
            for document in deposit.documents where try !isPending(document, of: deposit, db) {
                try insert(document, of: deposit, db)
                outcome = .done
            }
            for set in deposit.sets where try !isPending(set, of: deposit, db) {
                try insert(set, of: deposit, db)
                outcome = .done
            }
            return outcome
        }
    }
}

/// Whether this very document waits already; throws where its identifiers are used for another.
private func isPending(_ document: PendingDocument, of deposit: PendingDeposit, _ db: Database) throws -> Bool {
    let columns = "SELECT doc_id, record_id, deposit_id, state, ct_sha256, row_ct, wrapped_dek FROM documents WHERE "
    let byUID = try db.row(columns + "uid_tag = ?", [.id(document.uidTag)])
    let byUUID = try document.uuidTag.flatMap { try db.row(columns + "uuid_tag = ?", [.id($0)]) }
    guard let found = byUID ?? byUUID else {
        let taken = try db.row("SELECT 1 FROM documents WHERE doc_id = ?", [.id(document.documentID)])
        guard taken == nil else { throw HostStoreError.conflict(.document) }
        return false
    }
    let existing: DocumentID = try found.value("doc_id")
    let isSame =
        try existing == document.documentID
        && found.blob("record_id") == deposit.recordID.bytes
        && found.optionalBlob("deposit_id") == deposit.depositID.bytes
        && found.blob("ct_sha256") == document.ciphertextSHA256.bytes
        && found.blob("row_ct") == document.rowCiphertext
        && found.blob("wrapped_dek") == document.wrappedKey
    guard isSame else { throw HostStoreError.duplicateUniqueID(existing: existing, state: try found.state()) }
    return true
}

private func isPending(_ set: PendingSet, of deposit: PendingDeposit, _ db: Database) throws -> Bool {
    let sql = "SELECT deposit_id, set_ct FROM submission_sets WHERE set_id = ?"
    guard let found = try db.row(sql, [.id(set.setID)]) else { return false }
    let isSame =
        try found.optionalBlob("deposit_id") == deposit.depositID.bytes && found.blob("set_ct") == set.ciphertext
    // A set forgets its deposit at activation.
    let state: RowState = try found.optionalBlob("deposit_id") == nil ? .active : .pending
    guard isSame else { throw HostStoreError.duplicateSet(state: state) }
    return true
}

private func insert(_ document: PendingDocument, of deposit: PendingDeposit, _ db: Database) throws {
    // A name on the list of removals would lose its new file too.
    if let key = document.objectKey {
        let used = try db.row("SELECT 1 FROM erasures WHERE object_key = ?", [.id(key)])
        guard used == nil else { throw HostStoreError.conflict(.content) }
    }
    try db.run(
        """
        INSERT INTO documents (doc_id, record_id, deposit_id, state, version, meta_version, suite, uid_tag, uuid_tag,
            object_key, ct_len, ct_sha256, row_ct, wrapped_dek, ingest_day)
        VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
            .id(document.documentID), .id(deposit.recordID), .id(deposit.depositID), .number(document.version),
            .number(document.metaVersion), .number(document.suite), .id(document.uidTag), .id(document.uuidTag),
            .id(document.objectKey), .number(document.ciphertextLength), .id(document.ciphertextSHA256),
            .blob(document.rowCiphertext), .blob(document.wrappedKey), .number(deposit.ingestDay),
        ]
    )
    if case .inline(let bytes) = document.content {
        try db.run(
            "INSERT INTO inline_contents (doc_id, content) VALUES (?, ?)",
            [.id(document.documentID), .blob(bytes)]
        )
    }
}

private func insert(_ set: PendingSet, of deposit: PendingDeposit, _ db: Database) throws {
    try db.run(
        "INSERT INTO submission_sets (set_id, record_id, deposit_id, set_ct, ingest_day) VALUES (?, ?, ?, ?, ?)",
        [
            .id(set.setID), .id(deposit.recordID), .id(deposit.depositID), .blob(set.ciphertext),
            .number(deposit.ingestDay),
        ]
    )
}
