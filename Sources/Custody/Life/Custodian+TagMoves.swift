import Foundation
import GRDB
import HealthRecord
public import Sealing

/// A tag that the host has yet to file under another record: true at the custodian already, and due until it is confirmed.
public struct TagMove: Sendable, Hashable, Codable {
    /// The handle by which it is confirmed.
    public let id: Int64
    /// The tag.
    public let tag: BlindTag
    /// The record that it is taken from; nil for a tag that is new.
    public let from: RecordID?
    /// The record that it leads to from now on, with the code that binds both; nil for none.
    public let to: RecordReference?
}

extension Custodian {
    /// What the host has yet to file elsewhere: of each tag the oldest move, for the next one starts where it ends.
    public func tagMoves() async throws(CustodyError) -> [TagMove] {
        let rows = try await ledger.read { database in
            try Row.fetchAll(
                database,
                sql:
                    "SELECT * FROM tag_move WHERE id IN (SELECT MIN(id) FROM tag_move GROUP BY tag) ORDER BY id LIMIT 100"
            ).map { row in
                (
                    id: row["id"] as Int64, tag: [UInt8](row["tag"] as Data),
                    from: (row["from_record"] as Data?).flatMap { RecordID(bytes: [UInt8]($0)) },
                    to: (row["to_record"] as Data?).flatMap { RecordID(bytes: [UInt8]($0)) }
                )
            }
        }
        return rows.compactMap { row in
            guard let tag = BlindTag(bytes: row.tag) else { return nil }
            let to = row.to.map {
                RecordReference(record: $0, tag: tag, bindCode: working.bind.code(record: $0, tag: tag))
            }
            return TagMove(id: row.id, tag: tag, from: row.from, to: to)
        }
    }

    /// The host has filed a tag where it belongs.
    public func confirmMove(_ id: Int64) async throws(CustodyError) {
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(sql: "DELETE FROM tag_move WHERE id = ?", arguments: [id])
        }
    }

    /// Leaves a move of a matricule's tag to the host, within the transaction that makes it true.
    func move(_ ins: INS, from: RecordID?, to target: RecordID?, _ transaction: CustodyTransaction) throws {
        guard let patient = QualifiedINS(ins, in: settings.domain) else { throw CustodyError.notAccepted }
        try transaction.database.execute(
            sql: "INSERT INTO tag_move (tag, from_record, to_record) VALUES (?, ?, ?)",
            arguments: [Data(try tag(of: patient).bytes), from.map { Data($0.bytes) }, target.map { Data($0.bytes) }]
        )
    }
}

extension CustodyTransaction {
    /// Forgets moves to and from a record that is no more: the host forgets its tags with it.
    func forgetMoves(of record: RecordID) throws {
        try database.execute(
            sql: "DELETE FROM tag_move WHERE from_record = ? OR to_record = ?",
            arguments: [Data(record.bytes), Data(record.bytes)]
        )
    }
}
