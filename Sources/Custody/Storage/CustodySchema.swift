import GRDB

/// The custodian's tables: wrapped keys, sealed files, sealed traces, commitments, and what sign-in needs.
///
/// No document is here, and no metadata.
enum CustodySchema {
    /// `DMPG` in the file's header.
    static let applicationID: Int32 = 0x444D_5047

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 keys and records") { database in
            try database.execute(sql: keysAndRecords)
        }
        migrator.registerMigration("2 traces") { database in
            try database.execute(sql: traces)
        }
        migrator.registerMigration("3 acts under way") { database in
            try database.execute(sql: actsUnderWay)
        }
        migrator.registerMigration("4 sign-in") { database in
            try database.execute(sql: signIn)
        }
        return migrator
    }

    private static let keysAndRecords = """
        CREATE TABLE shard_key (
            shard INTEGER NOT NULL, epoch INTEGER NOT NULL, wrapped BLOB NOT NULL,
            PRIMARY KEY (shard, epoch)) STRICT, WITHOUT ROWID;
        CREATE TABLE record (
            record_id BLOB PRIMARY KEY CHECK (length(record_id) = 16),
            epoch INTEGER NOT NULL, wrapped_rk BLOB NOT NULL, wrapped_tk BLOB NOT NULL,
            leaf_count INTEGER NOT NULL, peaks BLOB NOT NULL, state_seq INTEGER NOT NULL,
            file_version INTEGER NOT NULL, file_ct BLOB NOT NULL,
            trace_seq INTEGER NOT NULL, trace_head BLOB NOT NULL CHECK (length(trace_head) = 32)) STRICT, WITHOUT ROWID;
        """

    private static let traces = """
        CREATE TABLE trace (
            record_id BLOB NOT NULL REFERENCES record, rec_seq INTEGER NOT NULL, ct BLOB NOT NULL, log_index INTEGER NOT NULL,
            PRIMARY KEY (record_id, rec_seq)) STRICT, WITHOUT ROWID;
        CREATE TABLE log_entry (
            log_index INTEGER PRIMARY KEY, commitment BLOB NOT NULL CHECK (length(commitment) = 32)) STRICT;
        CREATE TABLE log_checkpoint (
            origin TEXT PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL, note TEXT NOT NULL) STRICT;
        CREATE TABLE security_event (
            id INTEGER PRIMARY KEY, day INTEGER NOT NULL, kind TEXT NOT NULL) STRICT;
        """

    private static let actsUnderWay = """
        CREATE TABLE assertion_seen (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32), expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX assertion_seen_expires ON assertion_seen (expires);
        CREATE TABLE deposit (
            deposit_id BLOB PRIMARY KEY CHECK (length(deposit_id) = 16), record_id BLOB NOT NULL REFERENCES record,
            state TEXT NOT NULL CHECK (state IN ('prepared', 'committed', 'aborted')), deadline INTEGER NOT NULL,
            plan BLOB NOT NULL, outcome BLOB) STRICT, WITHOUT ROWID;
        CREATE INDEX deposit_deadline ON deposit (state, deadline);
        CREATE TABLE opening (
            tag BLOB PRIMARY KEY CHECK (length(tag) = 32), record_id BLOB NOT NULL CHECK (length(record_id) = 16),
            epoch INTEGER NOT NULL, wrapped_rk BLOB NOT NULL, wrapped_tk BLOB NOT NULL, file_ct BLOB NOT NULL) STRICT, WITHOUT ROWID;
        """

    private static let signIn = """
        CREATE TABLE invitation (
            tag BLOB PRIMARY KEY CHECK (length(tag) = 32), traits_ct BLOB NOT NULL, created INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE letter_code (
            tag BLOB NOT NULL CHECK (length(tag) = 32), purpose TEXT NOT NULL CHECK (purpose IN ('open', 'activate')),
            salt BLOB NOT NULL, digest BLOB NOT NULL, expires INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
            used INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (tag, purpose)) STRICT, WITHOUT ROWID;
        CREATE TABLE account (
            record_id BLOB PRIMARY KEY REFERENCES record, salt BLOB NOT NULL, digest BLOB NOT NULL, rounds INTEGER NOT NULL,
            failures INTEGER NOT NULL DEFAULT 0, locked_until INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
        CREATE TABLE login (
            tag BLOB PRIMARY KEY CHECK (length(tag) = 32), record_id BLOB NOT NULL REFERENCES record) STRICT, WITHOUT ROWID;
        CREATE TABLE sign_in (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32), record_id BLOB NOT NULL REFERENCES record,
            code_salt BLOB NOT NULL, code_digest BLOB NOT NULL, expires INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
            sent INTEGER NOT NULL, channel TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE session (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32), record_id BLOB NOT NULL REFERENCES record,
            created INTEGER NOT NULL, seen INTEGER NOT NULL, previous INTEGER) STRICT, WITHOUT ROWID;
        CREATE INDEX session_record ON session (record_id);
        """
}
