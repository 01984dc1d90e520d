import Foundation
import GRDB
import HealthRecord
import Sealing

/// What each person keeps for himself on a record, sealed in one piece: pins, folders.
struct KeptList<Value: Codable & Equatable & Sendable>: Sendable {
    /// The table, a row for each person.
    let table: String
    /// What there is before anything is kept.
    let empty: Value
}

extension Custodian {
    /// What a person keeps.
    func kept<Value>(
        _ list: KeptList<Value>,
        of person: SessionPerson,
        in database: Database
    ) throws -> Value {
        let sealed = try Data.fetchOne(
            database,
            sql: "SELECT sealed FROM \(list.table) WHERE record_id = ? AND mandate = ?",
            arguments: [person.recordBytes, person.mandateKey]
        )
        guard let sealed else { return list.empty }
        return try openLoose(Value.self, [UInt8](sealed), id: try UniqueID(person.record))
    }

    /// Reads and writes in one piece, so that of two changes at once none is lost.
    ///
    /// A change that throws changes nothing.
    func changeKept<Value>(
        _ list: KeptList<Value>,
        _ admission: Admission,
        _ change: @escaping @Sendable (inout Value) throws -> Void
    ) async throws(CustodyError) {
        let person = try keeper(admission)
        _ = try await ledger.commit { transaction in
            let before = try self.kept(list, of: person, in: transaction.database)
            var value = before
            try change(&value)
            guard value != before else { return }
            let sealed = try self.sealLoose(value, id: try UniqueID(person.record))
            try transaction.database.execute(
                sql: "INSERT OR REPLACE INTO \(list.table) (record_id, mandate, sealed) VALUES (?, ?, ?)",
                arguments: [person.recordBytes, person.mandateKey, Data(sealed)]
            )
        }
    }
}
