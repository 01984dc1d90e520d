import GRDB

/// The tables: the clear columns of security design § 2.5 and sealed bytes, nothing else.
///
/// `deposit_id` and `last_change` are random and serve retries only; the first is forgotten at activation, so that the
/// active rows do not say which documents came together.
enum HostSchema {
    /// "DMPH".
    static let applicationID: Int32 = 0x444D_5048
    static let version = 4

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: first)
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("2 changes by work") { db in
            try db.execute(sql: changesByWork)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3 the log watched") { db in
            try db.execute(sql: watchedLog)
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("4 a head for each shard") { db in
            try db.execute(sql: watchedHeads)
            try db.execute(sql: "PRAGMA user_version = \(version)")
        }
        return migrator
    }

    /// The work that a change belongs to is what its custodian knows; a change of before has none.
    private static let changesByWork = """
        ALTER TABLE staged_changes ADD COLUMN work_id BLOB CHECK (work_id IS NULL OR length(work_id) = 16);
        CREATE INDEX changes_by_work ON staged_changes (work_id);
        """

    /// The promises of before are those beside the rows; what came together has the same.
    private static let watchedLog = """
        CREATE TABLE promises (
            place INTEGER PRIMARY KEY AUTOINCREMENT,
            promise BLOB NOT NULL,
            fault TEXT
        ) STRICT;
        CREATE INDEX promises_open ON promises (place) WHERE fault IS NULL;
        CREATE INDEX promises_broken ON promises (place) WHERE fault IS NOT NULL;
        INSERT INTO promises (promise)
            SELECT DISTINCT receipt FROM documents WHERE state = 1 AND length(receipt) > 0;

        CREATE TABLE watched_log (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            head TEXT NOT NULL,
            kept INTEGER NOT NULL CHECK (kept >= 0)
        ) STRICT;
        """

    /// The head of before is that of the log which its first line names.
    private static let watchedHeads = """
        CREATE TABLE watched_heads (
            origin TEXT NOT NULL PRIMARY KEY,
            head TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO watched_heads (origin, head)
            SELECT substr(head, 1, instr(head, char(10)) - 1), head FROM watched_log WHERE instr(head, char(10)) > 1;
        ALTER TABLE watched_log DROP COLUMN head;
        """

    private static let first = """
        CREATE TABLE records (
            record_id BLOB NOT NULL PRIMARY KEY CHECK (length(record_id) = 16),
            identity_ct BLOB NOT NULL,
            identity_version INTEGER NOT NULL CHECK (identity_version >= 1),
            ingest_day INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE tags (
            ins_tag BLOB NOT NULL PRIMARY KEY CHECK (length(ins_tag) = 32),
            record_id BLOB NOT NULL REFERENCES records (record_id),
            bind_mac BLOB NOT NULL CHECK (length(bind_mac) = 32)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tags_by_record ON tags (record_id);

        CREATE TABLE documents (
            doc_id BLOB NOT NULL PRIMARY KEY CHECK (length(doc_id) = 16),
            record_id BLOB NOT NULL REFERENCES records (record_id),
            deposit_id BLOB CHECK (deposit_id IS NULL OR length(deposit_id) = 16),
            state INTEGER NOT NULL CHECK (state IN (0, 1, 4)),
            ordinal INTEGER CHECK (ordinal IS NULL OR ordinal >= 0),
            version INTEGER NOT NULL,
            meta_version INTEGER NOT NULL,
            suite INTEGER NOT NULL,
            uid_tag BLOB UNIQUE CHECK (uid_tag IS NULL OR length(uid_tag) = 32),
            uuid_tag BLOB UNIQUE CHECK (uuid_tag IS NULL OR length(uuid_tag) = 32),
            object_key BLOB UNIQUE CHECK (object_key IS NULL OR length(object_key) = 16),
            ct_len INTEGER NOT NULL CHECK (ct_len >= 0),
            ct_sha256 BLOB NOT NULL CHECK (length(ct_sha256) = 32),
            row_ct BLOB NOT NULL,
            wrapped_dek BLOB NOT NULL,
            leaf_hash BLOB CHECK (leaf_hash IS NULL OR length(leaf_hash) = 32),
            receipt BLOB,
            last_change BLOB UNIQUE,
            ingest_day INTEGER NOT NULL,
            CHECK ((state = 0) = (deposit_id IS NOT NULL)),
            CHECK ((state = 0) = (ordinal IS NULL)),
            CHECK ((state = 0) = (leaf_hash IS NULL)),
            CHECK ((state = 0) = (receipt IS NULL)),
            CHECK ((state = 4) = (uid_tag IS NULL)),
            UNIQUE (record_id, ordinal)
        ) STRICT;
        CREATE INDEX documents_by_deposit ON documents (deposit_id) WHERE deposit_id IS NOT NULL;

        CREATE TABLE inline_contents (
            doc_id BLOB NOT NULL PRIMARY KEY REFERENCES documents (doc_id) ON DELETE CASCADE,
            content BLOB NOT NULL CHECK (length(content) <= \(HostLimits.inlineContent))
        ) STRICT;

        CREATE TABLE submission_sets (
            set_id BLOB NOT NULL PRIMARY KEY CHECK (length(set_id) = 16),
            record_id BLOB NOT NULL REFERENCES records (record_id),
            deposit_id BLOB CHECK (deposit_id IS NULL OR length(deposit_id) = 16),
            ordinal INTEGER,
            set_ct BLOB NOT NULL,
            ingest_day INTEGER NOT NULL,
            CHECK ((deposit_id IS NULL) = (ordinal IS NOT NULL))
        ) STRICT;
        CREATE INDEX sets_by_record ON submission_sets (record_id, ordinal);
        CREATE INDEX sets_by_deposit ON submission_sets (deposit_id) WHERE deposit_id IS NOT NULL;

        CREATE TABLE staged_changes (
            change_id BLOB NOT NULL PRIMARY KEY CHECK (length(change_id) = 16),
            record_id BLOB NOT NULL REFERENCES records (record_id),
            doc_id BLOB NOT NULL REFERENCES documents (doc_id),
            expected_meta_version INTEGER NOT NULL,
            expected_leaf_hash BLOB NOT NULL CHECK (length(expected_leaf_hash) = 32),
            row_ct BLOB NOT NULL,
            wrapped_dek BLOB NOT NULL,
            leaf_hash BLOB NOT NULL CHECK (length(leaf_hash) = 32),
            effect INTEGER NOT NULL CHECK (effect IN (1, 4)),
            ingest_day INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX changes_by_document ON staged_changes (doc_id);

        CREATE TABLE erasures (
            object_key BLOB NOT NULL PRIMARY KEY CHECK (length(object_key) = 16)
        ) STRICT, WITHOUT ROWID;
        """
}
