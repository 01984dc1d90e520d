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
        guard admissions.hasClaimed(admission, now: clock()) != nil else { throw .notAdmitted }
        let record = try record(of: admission, nil)
        let sealed = try await ledger.read { database in
            try Data.fetchOne(
                database,
                sql: "SELECT sealed FROM pin WHERE record_id = ? AND mandate = ?",
                arguments: [Data(record.bytes), admission.pinOwner]
            )
        }
        guard let sealed else { return [] }
        do { return try openLoose(Set<UniqueID>.self, [UInt8](sealed), id: try UniqueID(record)) } catch {
            throw .unavailable
        }
    }

    /// Pins a document, or takes the pin away.
    ///
    /// - Throws: `conflict("pins")` where there are as many as may be.
    public func pin(_ document: UniqueID, _ isPinned: Bool, _ admission: Admission) async throws(CustodyError) {
        var pins = try await self.pins(admission)
        if isPinned {
            guard pins.insert(document).inserted else { return }
            guard pins.count <= Self.pinLimit else { throw .conflict("pins") }
        } else {
            guard pins.remove(document) != nil else { return }
        }
        let record = try record(of: admission, nil)
        let kept: [UInt8]
        do { kept = try sealLoose(pins, id: try UniqueID(record)) } catch { throw .unavailable }
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "INSERT OR REPLACE INTO pin (record_id, mandate, sealed) VALUES (?, ?, ?)",
                arguments: [Data(record.bytes), admission.pinOwner, Data(kept)]
            )
        }
    }
}

extension Admission {
    /// By whose list pins go: of the holder an empty one, no mandate is that.
    fileprivate var pinOwner: Data { Data(mandate?.bytes ?? []) }
}
