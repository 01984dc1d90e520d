import Foundation
import GRDB
public import HealthRecord
import TraceTree

/// One line of the journal of orders: who ordered what, when, and where its trace stands; never on whose record.
public struct JournalLine: Sendable, Hashable, Codable {
    /// The order.
    public let order: UniqueID
    /// What was ordered.
    public let verb: String
    /// Whether it has been carried out; else it waits for a second person, or was refused.
    public let isDone: Bool
    /// The word by which it was refused; nil for every other.
    public let refused: String?
    /// When it was carried out or refused, or began to wait.
    public let at: Instant
    /// By whom.
    public let name: String
    /// In what role.
    public let role: String
    /// The second person, where it took two.
    public let second: String?
    /// In what role.
    public let secondRole: String?
    /// The number of its first event in the trace log, over all years; nil for what concerns no record yet.
    public let index: UInt64?
}

/// What an auditor is given: proofs and the journal, nothing of any record (security design § 1.2, § 2.13).
extension Custodian {
    /// The most lines of one page of the journal.
    public static let journalLimit = 500

    /// Orders since a moment, the oldest first.
    public func journal(since: Instant, limit: Int) async throws(CustodyError) -> [JournalLine] {
        let count = min(max(1, limit), Self.journalLimit)
        return try await ledger.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM operator_order WHERE at >= ? ORDER BY at, order_id LIMIT ?",
                arguments: [since.milliseconds, count]
            ).map { row in
                let kept = try KeptOrder(row)
                return JournalLine(
                    order: kept.id,
                    verb: row["verb"],
                    isDone: !kept.isAwaiting && kept.refused == nil,
                    refused: kept.refused,
                    at: kept.at,
                    name: kept.first.name,
                    role: kept.first.role.rawValue,
                    second: kept.second?.name,
                    secondRole: kept.second?.role.rawValue,
                    index: kept.index
                )
            }
        }
    }

    /// The proof that the log holds an entry (C2SP tlog-proof), under the checkpoint of its shard at this moment.
    ///
    /// Asked for is its number in the whole log, as the journal has it; the proof has its place in the shard that it names.
    ///
    /// - Throws: `conflict("index")` where the log has no such entry yet.
    public func proof(ofEntry index: UInt64) async throws(CustodyError) -> String {
        do {
            try await log.integrate()
            return try log.proofs.proof(of: index).proof.text
        } catch LogFault.notIntegrated {
            throw .conflict("index")
        } catch {
            throw .unavailable
        }
    }
}

/// A row of the journal.
struct KeptOrder {
    let id: UniqueID
    let verb: OperatorVerb
    let content: [UInt8]
    let isAwaiting: Bool
    let first: OperatorName
    let second: OperatorName?
    let at: Instant
    let index: UInt64?
    let result: String?
    /// The word by which it was refused before anybody was asked to confirm it.
    let refused: String?

    init?(_ id: UniqueID, in database: Database) throws {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT * FROM operator_order WHERE order_id = ?",
            arguments: [Data(id.bytes)]
        )
        guard let row else { return nil }
        try self.init(row)
    }

    init(_ row: Row) throws {
        id = try UniqueID(bytes: [UInt8](row["order_id"] as Data)).orFault
        verb = try OperatorVerb(rawValue: row["verb"] as String).orFault
        content = [UInt8](row["content"] as Data)
        isAwaiting = row["state"] as String == "awaiting"
        first = OperatorName(
            name: row["name"],
            role: try OperatorRole(rawValue: row["role"] as String).orFault,
            certificate: [UInt8](row["certificate"] as Data)
        )
        second = try (row["second_name"] as String?).map { name in
            OperatorName(
                name: name,
                role: try (row["second_role"] as String?).flatMap { OperatorRole(rawValue: $0) }.orFault,
                certificate: [UInt8](try (row["second_certificate"] as Data?).orFault)
            )
        }
        at = Instant(milliseconds: row["at"])
        index = try (row["log_index"] as Int64?).map { try UInt64(exactly: $0).orFault }
        result = row["result"]
        refused = row["refused"]
    }

    func isBy(_ name: OperatorName) -> Bool {
        first.certificate == name.certificate || second?.certificate == name.certificate
    }
}
