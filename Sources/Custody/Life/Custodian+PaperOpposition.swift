import Foundation
import GRDB
public import HealthRecord
import Sealing

/// An objection to an opening that comes on paper: by the person in charge of a protection with representation (CSP L1111-14),
/// or by whoever has lost the letter with its code.
extension Custodian {
    /// Records the objection; no record opens by itself for this person, whether it has been announced or not.
    ///
    /// - Throws: `conflict("open")` where a record stands: closing it is another order.
    public func opposeOnPaper(_ ins: QualifiedINS) async throws(CustodyError) {
        let tag = try tag(of: ins)
        let now = clock()
        let code = oppositionCode(tag, now)
        _ = try await ledger.commit { transaction in
            guard try self.file(of: ins.ins, in: transaction) == nil else { throw CustodyError.conflict("open") }
            try transaction.keepOpposition(tag, at: now, proof: code)
        }
    }
}

extension CustodyTransaction {
    /// Keeps an objection, and lets go what would have opened.
    func keepOpposition(_ tag: BlindTag, at moment: Instant, proof: [UInt8]) throws {
        try database.execute(
            sql: "INSERT OR IGNORE INTO opposition (tag, at, proof) VALUES (?, ?, ?)",
            arguments: [Data(tag.bytes), moment.milliseconds, Data(proof)]
        )
        try database.execute(sql: "DELETE FROM announcement WHERE tag = ?", arguments: [Data(tag.bytes)])
        try WaitingLetter.Slot.announcement(tag).empty(in: database)
        // Nor does one open whose keys are made already; the host may have filed it.
        if let prepared = try dropOpening(tag) {
            try database.execute(
                sql: "INSERT INTO tag_move (tag, from_record) VALUES (?, ?)",
                arguments: [Data(tag.bytes), prepared]
            )
        }
    }

    /// Destroys the keys of a record to be; answers its name where there was one.
    private func dropOpening(_ tag: BlindTag) throws -> Data? {
        let prepared = try Data.fetchOne(
            database,
            sql: "SELECT record_id FROM opening WHERE tag = ?",
            arguments: [Data(tag.bytes)]
        )
        try database.execute(sql: "DELETE FROM opening WHERE tag = ?", arguments: [Data(tag.bytes)])
        return prepared
    }
}
