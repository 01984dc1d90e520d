import Foundation
import GRDB
import HealthRecord
import Sealing

/// Who sits before a session, under a blind tag, and when he signed in: the same for every session to which he passes from it.
struct SessionOrigin: Sendable {
    let person: Data?
    let began: Instant

    init(person: Data?, began: Instant) {
        self.person = person
        self.began = began
    }

    /// Reads a row of the table `session`.
    init(_ row: Row) {
        person = row["person"] as Data?
        began = Instant(milliseconds: row["began"] as Int64? ?? row["created"] as Int64)
    }
}

extension CustodyTransaction {
    /// Notes whose session it is; for one to which somebody passes, that of the session from which he comes.
    func setOrigin(_ origin: SessionOrigin, of token: String) throws {
        try database.execute(
            sql: "UPDATE session SET person = ?, began = ? WHERE digest = ?",
            arguments: [origin.person, origin.began.milliseconds, SecretHash.token(token)]
        )
    }

    /// Under what the one who sits before a session is known, whichever record it is on: his own record's name, or the
    /// matricule by which he acts for others.
    func person(on context: RecordContext, by mandate: UniqueID?) throws -> Data? {
        guard let mandate else { return try person(of: context.record) }
        return try context.policy.representatives.first { $0.id == mandate }.map { one in
            if let record = try account(under: try registers.tag(one.ins)) { return try person(of: record) }
            return Data(try registers.tag(one.ins).bytes)
        }
    }

    private func person(of record: RecordID) throws -> Data {
        Data(try registers.index.tag(login: "person/" + record.hex).bytes)
    }

    /// Ends what the holder of a record has open on the records of others.
    func endActing(by record: RecordID) throws {
        try database.execute(sql: "UPDATE session SET seen = 0 WHERE person = ?", arguments: [try person(of: record)])
    }
}
