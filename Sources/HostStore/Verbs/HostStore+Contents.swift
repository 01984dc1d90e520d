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
        try await readOne { db in try documentRows(recordID, ordinal, db) }
    }

    /// Every leaf of a record, tombstones included, by ordinal.
    public func leafHashes(of recordID: RecordID) async throws(HostStoreError) -> [LeafRow] {
        try await readOne { db in try leafRows(recordID, 0, db) }
    }

    /// The active submission sets of a record, by ordinal.
    public func setRows(of recordID: RecordID) async throws(HostStoreError) -> [SetRow] {
        try await readOne { db in try submissionSets(recordID, 0, db) }
    }

    /// One active row, or nothing.
    public func row(of documentID: DocumentID) async throws(HostStoreError) -> DocumentRow? {
        try await readOne { db in
            try db.row("SELECT \(columns) FROM documents WHERE doc_id = ? AND state = 1", [.id(documentID)]).map(
                decodeRow
            )
        }
    }

    /// The active row whose unique identifier or entry identifier has this tag, or nothing.
    public func row(forUIDTag tag: Bytes32) async throws(HostStoreError) -> DocumentRow? {
        try await readOne { db in
            let sql = "SELECT \(columns) FROM documents WHERE (uid_tag = ? OR uuid_tag = ?) AND state = 1 LIMIT 1"
            return try db.row(sql, [.id(tag), .id(tag)]).map(decodeRow)
        }
    }
}

private func documentRows(_ recordID: RecordID, _ ordinal: Int, _ db: Database) throws -> [DocumentRow] {
    let sql = "SELECT \(columns) FROM documents WHERE record_id = ? AND ordinal >= ? AND state = 1 ORDER BY ordinal"
    return try db.rows(sql, [.id(recordID), .number(ordinal)]).map(decodeRow)
}

private func leafRows(_ recordID: RecordID, _ ordinal: Int, _ db: Database) throws -> [LeafRow] {
    let sql = """
        SELECT ordinal, doc_id, leaf_hash, state FROM documents
        WHERE record_id = ? AND ordinal >= ? ORDER BY ordinal
        """
    return try db.rows(sql, [.id(recordID), .number(ordinal)]).map { row in
        LeafRow(
            ordinal: try row.number(0),
            documentID: try row.value(1),
            leafHash: try row.value(2),
            state: try row.state(3)
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
            setID: try row.value(0),
            ciphertext: try row.blob(1),
            ordinal: try row.number(2)
        )
    }
}

/// The columns of a row, in the order in which `decodeRow` reads them: by position, as a record has hundreds.
private let columns = """
    doc_id, record_id, ordinal, version, suite, meta_version, row_ct, wrapped_dek, object_key, ct_len, ct_sha256, \
    leaf_hash, receipt
    """

@Sendable private func decodeRow(_ row: Row) throws -> DocumentRow {
    DocumentRow(
        documentID: try row.value(0),
        recordID: try row.value(1),
        ordinal: try row.number(2),
        version: try row.number(3),
        suite: try row.number(4),
        metaVersion: try row.number(5),
        rowCiphertext: try row.blob(6),
        wrappedKey: try row.blob(7),
        objectKey: try row.optionalValue(8),
        ciphertextLength: try row.number(9),
        ciphertextSHA256: try row.value(10),
        leafHash: try row.value(11),
        receipt: try row.blob(12)
    )
}
