import Foundation
import GRDB
public import HealthRecord
import Sealing

/// Documents that somebody keeps at hand in his list (identity and experience § 7.1, page 7): each person his own, the holder
/// as well as who acts for him.
///
/// A pin is a way of looking and no act on the record: nobody else sees it, it says nothing of a document but its identity,
/// and it leaves no trace. It lies sealed.
extension Custodian {
    /// The most documents that one person keeps at hand.
    public static let pinLimit = 50

    /// The documents pinned by the person of a session; some of them may no longer be in sight.
    public func pins(_ admission: Admission) async throws(CustodyError) -> Set<UniqueID> {
        let person = try keeper(admission)
        return try await ledger.read { database in try self.pins(of: person, in: database) }
    }

    /// Pins a document, or takes the pin away.
    ///
    /// - Throws: `conflict("pins")` where there are as many as may be.
    public func pin(_ document: UniqueID, _ isPinned: Bool, _ admission: Admission) async throws(CustodyError) {
        try await changePins(admission) { pins in
            if isPinned { pins.insert(document) } else { pins.remove(document) }
        }
    }

    /// Lets the pin of a document, where it has one, go to the version that takes its place.
    public func movePin(
        from old: UniqueID,
        to new: UniqueID,
        _ admission: Admission
    ) async throws(CustodyError) {
        try await changePins(admission) { pins in
            if pins.remove(old) != nil { pins.insert(new) }
        }
    }

    /// Reads and writes in one piece: of two changes at once none is lost.
    private func changePins(
        _ admission: Admission,
        _ change: @escaping @Sendable (inout Set<UniqueID>) -> Void
    ) async throws(CustodyError) {
        let person = try keeper(admission)
        _ = try await ledger.commit { transaction in
            let before = try self.pins(of: person, in: transaction.database)
            var pins = before
            change(&pins)
            guard pins != before else { return }
            guard pins.count <= Self.pinLimit else { throw CustodyError.conflict("pins") }
            let sealed = try self.sealLoose(pins, id: try UniqueID(person.record))
            try transaction.database.execute(
                sql: "INSERT OR REPLACE INTO pin (record_id, mandate, sealed) VALUES (?, ?, ?)",
                arguments: [person.recordBytes, person.mandateKey, Data(sealed)]
            )
        }
    }

    private func pins(of person: SessionPerson, in database: Database) throws -> Set<UniqueID> {
        let sealed = try Data.fetchOne(
            database,
            sql: "SELECT sealed FROM pin WHERE record_id = ? AND mandate = ?",
            arguments: [person.recordBytes, person.mandateKey]
        )
        guard let sealed else { return [] }
        return try openLoose(Set<UniqueID>.self, [UInt8](sealed), id: try UniqueID(person.record))
    }
}
