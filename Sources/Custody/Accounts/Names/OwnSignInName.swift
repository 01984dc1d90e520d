import Foundation
import GRDB
import HealthRecord
import Sealing

/// Whether the person of a session may choose a name to sign in by, and which one he has.
public enum OwnSignInName: Sendable, Hashable, Codable {
    /// In this session; nil where he has none.
    case here(SignInName?)
    /// On his own record, not while he acts for somebody else.
    case elsewhere
}

/// Where the names of a kind of account lie.
extension AccountOwner {
    func sealedName(in database: Database) throws -> Data? {
        switch self {
        case .record(let record):
            try Data.fetchOne(
                database,
                sql: "SELECT sealed FROM sign_in_name WHERE record_id = ?",
                arguments: [Data(record.bytes)]
            )
        case .proxy(let tag):
            try Data.fetchOne(
                database,
                sql: "SELECT sealed FROM proxy_name WHERE proxy = ?",
                arguments: [Data(tag.bytes)]
            )
        }
    }

    func dropName(in database: Database) throws {
        switch self {
        case .record(let record):
            try database.execute(
                sql: "DELETE FROM sign_in_name WHERE record_id = ?",
                arguments: [Data(record.bytes)]
            )
        case .proxy(let tag):
            try database.execute(sql: "DELETE FROM proxy_name WHERE proxy = ?", arguments: [Data(tag.bytes)])
        }
    }

    /// Keeps a name under its tag; a name is of one person, whichever kind of account that one has.
    func keepName(_ name: BlindTag, _ sealed: [UInt8], in database: Database) throws {
        let isTaken = try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM sign_in_name WHERE tag = ?1) OR EXISTS (SELECT 1 FROM proxy_name WHERE tag = ?1)
                """,
            arguments: [Data(name.bytes)]
        )
        guard isTaken == false else { throw CustodyError.conflict("name") }
        switch self {
        case .record(let record):
            try database.execute(
                sql: "INSERT INTO sign_in_name (tag, record_id, sealed) VALUES (?, ?, ?)",
                arguments: [Data(name.bytes), Data(record.bytes), Data(sealed)]
            )
        case .proxy(let tag):
            try database.execute(
                sql: "INSERT INTO proxy_name (tag, proxy, sealed) VALUES (?, ?, ?)",
                arguments: [Data(name.bytes), Data(tag.bytes), Data(sealed)]
            )
        }
    }

    /// Forgets accounts for acting for others that lead nowhere any more, and names of those who have come to an account of
    /// their own: a mandate that has ended keeps nobody's telephone, and a name that opens nothing is free again.
    static func forgetIdle(in database: Database) throws {
        try database.execute(
            sql: "DELETE FROM proxy WHERE NOT EXISTS (SELECT 1 FROM mandate WHERE mandate.tag = proxy.tag)"
        )
        try database.execute(
            sql: """
                DELETE FROM proxy_name WHERE proxy NOT IN (SELECT tag FROM proxy)
                    OR proxy IN (SELECT login.tag FROM login JOIN account USING (record_id))
                """
        )
    }

    /// Under what the name is sealed.
    var sealingID: UniqueID {
        get throws {
            switch self {
            case .record(let record): try UniqueID(record)
            case .proxy(let tag): try UniqueID(bytes: tag.bytes.prefix(16)).orFault
            }
        }
    }

    /// What names asked for are counted by.
    var namingText: String {
        switch self {
        case .record(let record): record.hex
        case .proxy(let tag): "proxy/" + tag.bytes.map { String($0, radix: 16) }.joined(separator: ".")
        }
    }
}
