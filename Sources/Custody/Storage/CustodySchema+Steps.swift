import GRDB

/// What the custodian's tables were given after their first shape.
extension CustodySchema {
    /// All steps, those of the first shape before these.
    static var steps: DatabaseMigrator {
        var steps = migrator
        steps.registerMigration("tags to be moved") { database in
            try database.execute(sql: tagMoves)
        }
        steps.registerMigration("joined records") { database in
            try database.execute(sql: joined)
        }
        steps.registerMigration("devices of sessions") { database in
            try database.execute(sql: "ALTER TABLE session ADD COLUMN device TEXT")
        }
        steps.registerMigration("familiar networks") { database in
            try database.execute(sql: familiar)
        }
        steps.registerMigration("openings by request") { database in
            try database.execute(sql: openingsByRequest)
        }
        steps.registerMigration("sessions by person") { database in
            try database.execute(sql: sessionsByPerson)
        }
        steps.registerMigration("lines of registers") { database in
            // What a professional's own list shows stands in it, sealed: showing it opens no record.
            try database.execute(sql: "ALTER TABLE standing ADD COLUMN line_ct BLOB")
            // Notices of before name nobody without the record.
            try database.execute(sql: "DELETE FROM care_notice")
        }
        steps.registerMigration("orders of operators") { database in
            try database.execute(sql: orders)
        }
        steps.registerMigration("keys of holders") { database in
            try database.execute(sql: keysOfHolders)
        }
        steps.registerMigration("reports and waiting letters") { database in
            try database.execute(sql: reportsAndLetters)
        }
        steps.registerMigration("letters of recovery") { database in
            try database.execute(sql: lettersOfRecovery)
        }
        steps.registerMigration("who opens in emergencies") { database in
            // Tags of before name nobody: those are counted without a name.
            try database.execute(
                sql: """
                    CREATE TABLE emergency_actor (
                        subject_tag BLOB PRIMARY KEY CHECK (length(subject_tag) = 32), person_ct BLOB NOT NULL)
                        STRICT, WITHOUT ROWID;
                    """
            )
        }
        steps.registerMigration("notes of quotas") { database in
            try database.execute(sql: quotaNotes)
        }
        steps.registerMigration("names of holders") { database in
            try database.execute(sql: namesOfHolders)
        }
        steps.registerMigration("verdicts on devices") { database in
            try database.execute(
                sql: """
                    CREATE TABLE device_verdict (
                        record_id BLOB NOT NULL REFERENCES record, mandate BLOB NOT NULL, device TEXT NOT NULL,
                        verdict TEXT NOT NULL CHECK (verdict IN ('mine', 'foreign')),
                        PRIMARY KEY (record_id, mandate, device)) STRICT, WITHOUT ROWID;
                    """
            )
        }
        steps.registerMigration("pins") { database in
            try database.execute(
                sql: """
                    CREATE TABLE pin (
                        record_id BLOB NOT NULL REFERENCES record, mandate BLOB NOT NULL, sealed BLOB NOT NULL,
                        PRIMARY KEY (record_id, mandate)) STRICT, WITHOUT ROWID;
                    """
            )
        }
        steps.registerMigration("register of incidents") { database in
            try database.execute(sql: registerOfIncidents)
        }
        steps.registerMigration("folders") { database in
            try database.execute(
                sql: """
                    CREATE TABLE folder (
                        record_id BLOB NOT NULL REFERENCES record, mandate BLOB NOT NULL, sealed BLOB NOT NULL,
                        PRIMARY KEY (record_id, mandate)) STRICT, WITHOUT ROWID;
                    """
            )
        }
        steps.registerMigration("names of those who act for others") { database in
            try database.execute(
                sql: """
                    CREATE TABLE proxy_name (
                        tag BLOB PRIMARY KEY CHECK (length(tag) = 32), proxy BLOB NOT NULL UNIQUE CHECK (length(proxy) = 32),
                        sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
                    """
            )
        }
        steps.registerMigration("effects and measures of incidents") { database in
            try database.execute(sql: notesOfIncidents)
        }
        steps.registerMigration("lines of administrators") { database in
            // Lines of before name no administrator: all are written again, a few records at a time.
            try database.execute(sql: registerWork + "INSERT INTO register_work (id, after) VALUES (1, x'');")
        }
        steps.registerMigration("waiting news") { database in
            try database.execute(sql: waitingNews)
        }
        steps.registerMigration("work on registers") { database in
            // Where the lines were written again in one go, how far that came was not kept.
            try database.execute(sql: registerWork)
        }
        steps.registerMigration("epochs of keys") { database in
            try database.execute(sql: epochsOfKeys)
        }
        steps.registerMigration("refused orders") { database in
            try database.execute(sql: "ALTER TABLE operator_order ADD COLUMN refused TEXT")
        }
        steps.registerMigration("dates of documents") { database in
            try database.execute(sql: datesOfDocuments)
        }
        steps.registerMigration("beginnings of names") { database in
            // Lists of before know whole names alone: all are made again, a few records at a time.
            try database.execute(sql: "INSERT OR REPLACE INTO register_work (id, after) VALUES (1, x'')")
        }
        steps.registerMigration("shards of the log") { database in
            // The log of before becomes the first at the opening, which knows the name that its promises bear.
            try database.execute(
                sql: """
                    CREATE TABLE log_shard (
                        year INTEGER PRIMARY KEY, origin TEXT NOT NULL UNIQUE, first INTEGER NOT NULL UNIQUE CHECK (first >= 0))
                        STRICT;
                    """
            )
        }
        return steps
    }

    /// When documents came in and changed, under blind tags, with what the rules need of each, sealed.
    ///
    /// Dates of before told of what was masked since: they are emptied as the lines are made again, a few records at a time, with
    /// what dates go by. From when on dates are known is kept, where records are there already.
    private static let datesOfDocuments = """
        CREATE TABLE document_date (
            record_id BLOB NOT NULL REFERENCES record, document_tag BLOB NOT NULL CHECK (length(document_tag) = 32),
            added INTEGER NOT NULL, changed INTEGER NOT NULL, standing_ct BLOB NOT NULL,
            PRIMARY KEY (record_id, document_tag)) STRICT, WITHOUT ROWID;
        CREATE INDEX document_date_changed ON document_date (record_id, changed);
        CREATE INDEX document_date_added ON document_date (record_id, added);
        CREATE TABLE dates_known (since INTEGER NOT NULL) STRICT;
        INSERT INTO dates_known SELECT unixepoch() * 1000 WHERE EXISTS (SELECT 1 FROM record);
        INSERT OR REPLACE INTO register_work (id, after) VALUES (1, x'');
        """

    /// When each epoch of the keys began, written before its root key is made, and on which order; what stands under which.
    private static let epochsOfKeys = """
        CREATE TABLE key_epoch (epoch INTEGER PRIMARY KEY, began INTEGER NOT NULL, ordered BLOB) STRICT;
        CREATE INDEX record_epoch ON record (epoch);
        CREATE INDEX opening_epoch ON opening (epoch);
        """

    /// After which record the lists across records are still to be made; no record where all are.
    private static let registerWork = """
        CREATE TABLE IF NOT EXISTS register_work (id INTEGER PRIMARY KEY CHECK (id = 1), after BLOB) STRICT;
        """

    /// What is written beside an incident is added to and never changed: the database itself refuses.
    private static let notesOfIncidents = """
        CREATE TABLE incident_note (
            place INTEGER PRIMARY KEY, note_id BLOB NOT NULL UNIQUE CHECK (length(note_id) = 16),
            incident_id BLOB NOT NULL REFERENCES incident, at INTEGER NOT NULL, note_ct BLOB NOT NULL) STRICT;
        CREATE INDEX incident_note_incident ON incident_note (incident_id);
        CREATE TRIGGER incident_note_is_not_changed BEFORE UPDATE ON incident_note
            BEGIN SELECT RAISE (ABORT, 'an entry of the register is never changed'); END;
        CREATE TRIGGER incident_note_is_not_taken_away BEFORE DELETE ON incident_note
            BEGIN SELECT RAISE (ABORT, 'an entry of the register is never taken away'); END;
        """

    /// News on their way, sealed until a carrier has taken them: about whom and to whom only as keyed digests, by which those
    /// of one record and of one reader keep their order.
    ///
    /// They do not hang on the record: of its destruction too somebody is told.
    private static let waitingNews = """
        CREATE TABLE waiting_news (
            place INTEGER PRIMARY KEY AUTOINCREMENT, news_id BLOB NOT NULL CHECK (length(news_id) = 16),
            about BLOB NOT NULL CHECK (length(about) = 32), line BLOB NOT NULL CHECK (length(line) = 32),
            lane TEXT NOT NULL, news_ct BLOB NOT NULL, next INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
            until INTEGER NOT NULL) STRICT;
        CREATE INDEX waiting_news_next ON waiting_news (next);
        CREATE INDEX waiting_news_line ON waiting_news (line);
        """

    /// Incidents, what is known of them sealed; whom the law wants told and since when he is; on which records it stands.
    private static let registerOfIncidents = """
        CREATE TABLE incident (
            incident_id BLOB PRIMARY KEY CHECK (length(incident_id) = 16), declared INTEGER NOT NULL, facts_ct BLOB NOT NULL,
            authority INTEGER, state INTEGER, persons INTEGER, alarmed TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
        CREATE TABLE incident_person (
            incident_id BLOB NOT NULL REFERENCES incident, record_id BLOB NOT NULL REFERENCES record ON DELETE CASCADE,
            PRIMARY KEY (incident_id, record_id)) STRICT, WITHOUT ROWID;
        CREATE INDEX incident_person_record ON incident_person (record_id);
        """

    /// What actors looked up within a day, under blind tags on both sides.
    private static let quotaNotes = """
        CREATE TABLE quota_note (
            kind TEXT NOT NULL CHECK (kind IN ('lookup', 'walk', 'search', 'presence')),
            key BLOB NOT NULL CHECK (length(key) = 32), record BLOB CHECK (length(record) = 32), at INTEGER NOT NULL,
            weight INTEGER NOT NULL) STRICT;
        CREATE INDEX quota_note_at ON quota_note (at);
        """

    /// Letters have one purpose more: a forgotten secret.
    private static let lettersOfRecovery = """
        CREATE TABLE letter_code_new (
            tag BLOB NOT NULL CHECK (length(tag) = 32),
            purpose TEXT NOT NULL CHECK (purpose IN ('open', 'activate', 'recover')),
            salt BLOB NOT NULL, digest BLOB NOT NULL, expires INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
            used INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (tag, purpose)) STRICT, WITHOUT ROWID;
        INSERT INTO letter_code_new (tag, purpose, salt, digest, expires, attempts, used)
            SELECT tag, purpose, salt, digest, expires, attempts, used FROM letter_code;
        DROP TABLE letter_code;
        ALTER TABLE letter_code_new RENAME TO letter_code;
        """

    /// By what holders sign in beside the secret: secrets and names sealed, credentials under their digests.
    private static let keysOfHolders = """
        CREATE TABLE code_app (
            record_id BLOB NOT NULL REFERENCES record, state TEXT NOT NULL CHECK (state IN ('waiting', 'held')),
            sealed BLOB NOT NULL, since INTEGER NOT NULL, last_step INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (record_id, state)) STRICT, WITHOUT ROWID;
        CREATE TABLE passkey (
            credential BLOB PRIMARY KEY CHECK (length(credential) = 32), record_id BLOB NOT NULL REFERENCES record,
            sealed BLOB NOT NULL, counter INTEGER NOT NULL, since INTEGER NOT NULL, used INTEGER) STRICT, WITHOUT ROWID;
        CREATE INDEX passkey_record ON passkey (record_id);
        CREATE TABLE passkey_challenge (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32), record_id BLOB REFERENCES record, purpose TEXT NOT NULL,
            expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX passkey_challenge_record ON passkey_challenge (record_id);
        """

    /// Names that holders sign in by: a blind tag to be found by, and the name sealed; one a holder, and each of one alone.
    private static let namesOfHolders = """
        CREATE TABLE sign_in_name (
            tag BLOB PRIMARY KEY CHECK (length(tag) = 32), record_id BLOB NOT NULL UNIQUE REFERENCES record,
            sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
        """

    /// On which records a report waits, and letters on their way, sealed until the carrier has taken them.
    ///
    /// Of records of before it is not known, and each is looked at once.
    private static let reportsAndLetters = """
        CREATE TABLE reporting (record_id BLOB PRIMARY KEY REFERENCES record ON DELETE CASCADE) STRICT, WITHOUT ROWID;
        INSERT INTO reporting (record_id) SELECT record_id FROM record;
        CREATE TABLE waiting_letter (
            letter_id BLOB PRIMARY KEY CHECK (length(letter_id) = 16), slot BLOB NOT NULL UNIQUE, letter_ct BLOB NOT NULL,
            next INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX waiting_letter_next ON waiting_letter (next);
        """

    /// What operators ordered: who, what, when and where its trace stands; what was asked only as a keyed digest.
    private static let orders = """
        CREATE TABLE operator_order (
            order_id BLOB PRIMARY KEY CHECK (length(order_id) = 16), verb TEXT NOT NULL,
            content BLOB NOT NULL CHECK (length(content) = 32), state TEXT NOT NULL CHECK (state IN ('awaiting', 'done')),
            name TEXT NOT NULL, role TEXT NOT NULL, certificate BLOB NOT NULL CHECK (length(certificate) = 32),
            second_name TEXT, second_role TEXT, second_certificate BLOB, at INTEGER NOT NULL, log_index INTEGER,
            result TEXT) STRICT, WITHOUT ROWID;
        CREATE INDEX operator_order_at ON operator_order (at);
        """

    /// What the host has yet to file elsewhere, in the order in which it became true here.
    private static let tagMoves = """
        CREATE TABLE tag_move (
            id INTEGER PRIMARY KEY AUTOINCREMENT, tag BLOB NOT NULL CHECK (length(tag) = 32), from_record BLOB,
            to_record BLOB) STRICT;
        """

    /// Which record was set aside for which other: it shares the other's end.
    private static let joined = """
        CREATE TABLE joined (
            record_id BLOB PRIMARY KEY REFERENCES record, target BLOB NOT NULL CHECK (length(target) = 16)) STRICT, WITHOUT ROWID;
        CREATE INDEX joined_target ON joined (target);
        """

    /// From which networks, under blind tags with the identifier, the right secret was given.
    private static let familiar = """
        CREATE TABLE familiar (
            tag BLOB PRIMARY KEY CHECK (length(tag) = 32), last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """

    /// By which request an opening was last prepared: no other makes it true.
    private static let openingsByRequest = """
        ALTER TABLE opening ADD COLUMN request BLOB;
        """

    /// Who sits before a session, and since when he has been signed in: sessions on others' records go by it.
    private static let sessionsByPerson = """
        ALTER TABLE session ADD COLUMN person BLOB;
        ALTER TABLE session ADD COLUMN began INTEGER;
        CREATE INDEX session_person ON session (person);
        -- Of one by a mandate it is not known whose it is: it begins anew.
        UPDATE session SET seen = 0 WHERE mandate IS NOT NULL;
        """
}
