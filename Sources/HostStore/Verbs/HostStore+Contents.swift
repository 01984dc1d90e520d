import GRDB
public import Sealing

extension HostStore {
    /// Rows, leaves and sets of a record from an ordinal on, all of one instant.
    public func contents(of recordID: RecordID, since ordinal: Int = 0) async throws(HostStoreError) -> RecordContents {
        try await read { db in
            RecordContents(
                rows: try documentRows(recordID, ordinal, db),
                leaves: try leafRows(recordID, ordinal, db),
                sets: try submissionSets(recordID, ordinal, db)
            )
        }
    }

    /// The active rows of a record from an ordinal on, by ordinal.
    public func rows(of recordID: RecordID, since ordinal: Int = 0) async throws(HostStoreError) -> [DocumentRow] {
        try await read { db in try documentRows(recordID, ordinal, db) }
    }

    /// Every leaf of a record, tombstones included, by ordinal.
    public func leafHashes(of recordID: RecordID) async throws(HostStoreError) -> [LeafRow] {
        try await read { db in try leafRows(recordID, 0, db) }
    }

    /// The active submission sets of a record, by ordinal.
    public func setRows(of recordID: RecordID) async throws(HostStoreError) -> [SetRow] {
        try await read { db in try submissionSets(recordID, 0, db) }
    }

    /// One active row, or nothing.
    public func row(of documentID: DocumentID) async throws(HostStoreError) -> DocumentRow? {
        try await read { db in
            try db.row("SELECT * FROM documents WHERE doc_id = ? AND state = 1", [.id(documentID)]).map(decodeRow)
        }
    }

    /// The active row whose unique identifier or entry identifier has this tag, or nothing.
    public func row(forUIDTag tag: Bytes32) async throws(HostStoreError) -> DocumentRow? {
        try await read { db in
            let sql = "SELECT * FROM documents WHERE (uid_tag = ? OR uuid_tag = ?) AND state = 1 LIMIT 1"
            return try db.row(sql, [.id(tag), .id(tag)]).map(decodeRow)
        }
    }
}

private func documentRows(_ recordID: RecordID, _ ordinal: Int, _ db: Database) throws -> [DocumentRow] {
    let sql = "SELECT * FROM documents WHERE record_id = ? AND ordinal >= ? AND state = 1 ORDER BY ordinal"
    return try db.rows(sql, [.id(recordID), .number(ordinal)]).map(decodeRow)
}

private func leafRows(_ recordID: RecordID, _ ordinal: Int, _ db: Database) throws -> [LeafRow] {
    let sql = """
        SELECT ordinal, doc_id, leaf_hash, state FROM documents
        WHERE record_id = ? AND ordinal >= ? ORDER BY ordinal
        """
    return try db.rows(sql, [.id(recordID), .number(ordinal)]).map { row in
        LeafRow(
            ordinal: try row.number("ordinal"),
            documentID: try row.value("doc_id"),
            leafHash: try row.value("leaf_hash"),
            state: try row.state()
        )
    }
}

private func submissionSets(_ recordID: RecordID, _ ordinal: Int, _ db: Database) throws -> [SetRow] {
    let sql = """
        SELECT set_id, set_ct, ordinal FROM submission_sets
        WHERE record_id = ? AND ordinal >= ? ORDER BY ordinal, set_id
        """
    return try db.rows(sql, [.id(recordID), .number(ordinal)]).map { row in
        SetRow(
            setID: try row.value("set_id"),
            ciphertext: try row.blob("set_ct"),
            ordinal: try row.number("ordinal")
        )
    }
}

@Sendable private func decodeRow(_ row: Row) throws -> DocumentRow {
    DocumentRow(
        documentID: try row.value("doc_id"),
        recordID: try row.value("record_id"),
        ordinal: try row.number("ordinal"),
        version: try row.number("version"),
        suite: try row.number("suite"),
        metaVersion: try row.number("meta_version"),
        rowCiphertext: try row.blob("row_ct"),
        wrappedKey: try row.blob("wrapped_dek"),
        objectKey: try row.optionalValue("object_key"),
        ciphertextLength: try row.number("ct_len"),
        ciphertextSHA256: try row.value("ct_sha256"),
        leafHash: try row.value("leaf_hash"),
        receipt: try row.blob("receipt")
    )
}
