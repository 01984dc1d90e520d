import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

/// When the newest came in and changed of the documents that somebody may see.
struct DocumentDates: Sendable, Hashable {
    /// The last that came in; nil where he sees none.
    var lastAdd: Instant?
    /// The last that came in or changed.
    var lastUpdate: Instant?
}

/// A date that a document bears.
private enum DocumentDate: String {
    case added, changed
}

extension CustodyTransaction {
    /// Keeps when a document came in or changed and, sealed, what the rules need to know of it.
    ///
    /// A document of before its dates were kept is known from its first change on, by the day on which it was filed.
    func keepDates(of entry: DocumentEntry, isNew: Bool, in record: RecordID) throws {
        let plain = Array(try JSONEncoder().encode(EntryStanding(entry)))
        let sealed = try registers.lines.seal(plain, record: record, nonce: SealNonce(random: random))
        let tag = try registers.documentTag(entry.id)
        try database.cachedStatement(
            sql: """
                INSERT INTO document_date (record_id, document_tag, added, changed, standing_ct) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (record_id, document_tag) DO UPDATE SET
                    changed = excluded.changed, standing_ct = excluded.standing_ct
                """
        ).execute(arguments: [
            Data(record.bytes), Data(tag.bytes), (isNew ? now : entry.depositedAt).milliseconds, now.milliseconds,
            Data(sealed),
        ])
    }

}

extension Registers {
    /// The rows of the records that a subject stands to, with whether something waits to be told him.
    func standings(of subject: CareSubject, in database: Database) throws -> [Row] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT standing.*, EXISTS (SELECT 1 FROM care_notice WHERE care_notice.subject_tag = standing.subject_tag
                    AND care_notice.record_id = standing.record_id) AS message
                FROM standing WHERE subject_tag = ?
                """,
            arguments: [Data(try tag(subject).bytes)]
        )
    }

    /// The dates of those documents of some records that a reader sees, as they stand now.
    func documentDates(
        in records: [RecordID],
        _ database: Database,
        sees: (EntryStanding) -> Bool
    ) throws -> DocumentDates {
        DocumentDates(
            lastAdd: try records.compactMap { try newest(.added, in: $0, database, sees: sees) }.max(),
            lastUpdate: try records.compactMap { try newest(.changed, in: $0, database, sees: sees) }.max()
        )
    }

    /// What the rules need to know of some documents of some records, as far as it is kept.
    func documentStandings(
        of documents: [UniqueID],
        in records: [RecordID],
        _ database: Database
    ) throws -> [UniqueID: EntryStanding] {
        var named: [[UInt8]: UniqueID] = [:]
        for document in documents { named[try documentTag(document).bytes] = document }
        var standings: [UniqueID: EntryStanding] = [:]
        for record in records {
            let rows = try Row.fetchCursor(
                database,
                sql: "SELECT document_tag, standing_ct FROM document_date WHERE record_id = ?",
                arguments: [Data(record.bytes)]
            )
            while let row = try rows.next() {
                guard let document = named[[UInt8](row["document_tag"] as Data)] else { continue }
                let plain = try lines.open([UInt8](row["standing_ct"] as Data), record: record)
                standings[document] = try JSONDecoder().decode(EntryStanding.self, from: Data(plain))
            }
        }
        return standings
    }

    /// The tag under which a document's dates are kept.
    fileprivate func documentTag(_ document: UniqueID) throws -> BlindTag {
        try index.tag(login: "document/" + document.text)
    }

    /// From when on dates are known; nil in a database that has kept them from its beginning.
    func datesKnown(in database: Database) throws -> Instant? {
        try Int64.fetchOne(database, sql: "SELECT max(since) FROM dates_known").map(Instant.init(milliseconds:))
    }

    /// The newest of the dates that somebody may know of: as a rule that of the first document looked at.
    private func newest(
        _ date: DocumentDate,
        in record: RecordID,
        _ database: Database,
        sees: (EntryStanding) -> Bool
    ) throws -> Instant? {
        let rows = try Row.fetchCursor(
            database,
            sql:
                "SELECT \(date.rawValue), standing_ct FROM document_date WHERE record_id = ? ORDER BY \(date.rawValue) DESC",
            arguments: [Data(record.bytes)]
        )
        while let row = try rows.next() {
            let plain = try lines.open([UInt8](row["standing_ct"] as Data), record: record)
            guard sees(try JSONDecoder().decode(EntryStanding.self, from: Data(plain))) else { continue }
            return Instant(milliseconds: row[date.rawValue])
        }
        return nil
    }
}
