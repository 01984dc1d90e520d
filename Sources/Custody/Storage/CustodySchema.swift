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
        migrator.registerMigration("5 people and calendar") { database in
            try database.execute(sql: peopleAndCalendar)
        }
        migrator.registerMigration("6 lines of registers") { database in
            // What a professional's own list shows stands in it, sealed: showing it opens no record.
            try database.execute(sql: "ALTER TABLE standing ADD COLUMN line_ct BLOB")
            // Notices of before name nobody without the record.
            try database.execute(sql: "DELETE FROM care_notice")
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

    /// Who stands how to which record is kept under blind tags; dates are in the clear, for the calendar goes by them.
    private static let peopleAndCalendar = """
        -- Plans lay here in the clear before: what was under way is taken back, as after a crash.
        UPDATE deposit SET state = 'aborted', plan = x'' WHERE state = 'prepared';
        CREATE TABLE attempt (
            kind TEXT NOT NULL, tag BLOB NOT NULL CHECK (length(tag) = 32), failures INTEGER NOT NULL,
            open_at INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (kind, tag)) STRICT, WITHOUT ROWID;
        CREATE TABLE proxy (
            tag BLOB PRIMARY KEY CHECK (length(tag) = 32), person_ct BLOB NOT NULL, salt BLOB NOT NULL, digest BLOB NOT NULL,
            rounds INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE mandate (
            mandate_id BLOB PRIMARY KEY CHECK (length(mandate_id) = 16), tag BLOB NOT NULL CHECK (length(tag) = 32),
            record_id BLOB NOT NULL REFERENCES record) STRICT, WITHOUT ROWID;
        CREATE INDEX mandate_tag ON mandate (tag);
        CREATE INDEX mandate_record ON mandate (record_id);
        CREATE TABLE mandate_letter (
            mandate_id BLOB PRIMARY KEY REFERENCES mandate ON DELETE CASCADE, salt BLOB NOT NULL, digest BLOB NOT NULL,
            expires INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
        ALTER TABLE session ADD COLUMN mandate BLOB;
        ALTER TABLE sign_in ADD COLUMN mandate BLOB;
        CREATE TABLE standing (
            subject_tag BLOB NOT NULL CHECK (length(subject_tag) = 32), record_id BLOB NOT NULL REFERENCES record,
            last_access INTEGER, last_update INTEGER, last_add INTEGER, PRIMARY KEY (subject_tag, record_id)) STRICT, WITHOUT ROWID;
        CREATE INDEX standing_record ON standing (record_id);
        CREATE TABLE trait (
            tag BLOB NOT NULL CHECK (length(tag) = 32), record_id BLOB NOT NULL REFERENCES record,
            PRIMARY KEY (tag, record_id)) STRICT, WITHOUT ROWID;
        CREATE INDEX trait_record ON trait (record_id);
        CREATE TABLE due (
            record_id BLOB NOT NULL REFERENCES record, kind TEXT NOT NULL, ref BLOB NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY (record_id, kind, ref)) STRICT, WITHOUT ROWID;
        CREATE INDEX due_at ON due (at);
        CREATE TABLE care_notice (
            notice_id BLOB PRIMARY KEY CHECK (length(notice_id) = 16), subject_tag BLOB NOT NULL CHECK (length(subject_tag) = 32),
            record_id BLOB NOT NULL REFERENCES record, at INTEGER NOT NULL, notice_ct BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX care_notice_subject ON care_notice (subject_tag);
        CREATE INDEX care_notice_record ON care_notice (record_id);
        CREATE TABLE emergency_count (
            subject_tag BLOB NOT NULL CHECK (length(subject_tag) = 32), day INTEGER NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY (subject_tag, day)) STRICT, WITHOUT ROWID;
        CREATE TABLE presence (
            presence_id BLOB PRIMARY KEY CHECK (length(presence_id) = 16), record_id BLOB NOT NULL REFERENCES record,
            subject_tag BLOB NOT NULL CHECK (length(subject_tag) = 32), person_ct BLOB NOT NULL, salt BLOB, digest BLOB,
            expires INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, confirmed INTEGER) STRICT, WITHOUT ROWID;
        CREATE INDEX presence_record ON presence (record_id, subject_tag);
        CREATE TABLE announcement (
            tag BLOB PRIMARY KEY CHECK (length(tag) = 32), traits_ct BLOB NOT NULL, opens INTEGER NOT NULL, salt BLOB NOT NULL,
            digest BLOB NOT NULL, attempts INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
        CREATE INDEX announcement_opens ON announcement (opens);
        CREATE TABLE opposition (
            tag BLOB PRIMARY KEY CHECK (length(tag) = 32), at INTEGER NOT NULL, proof BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE tombstone (
            record_id BLOB PRIMARY KEY CHECK (length(record_id) = 16), at INTEGER NOT NULL, log_index INTEGER NOT NULL,
            event BLOB NOT NULL, salt BLOB NOT NULL, purged INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
        """
}
