import Foundation
import GRDB
import HealthRecord
import Sealing
import Testing
import TraceTree

@testable import Custody

/// What becomes of a duplicate that was set aside (reference: access-and-lifecycle § 4, § 7.1).
@Suite struct JoinedRecordTests {
    private let day: Int64 = 86_400

    private func qualified(_ person: Person) throws -> QualifiedINS {
        try #require(QualifiedINS(person.ins, in: .rehearsal))
    }

    /// Whatever was joined to a record ends with it: keys, file, rows (security design § 2.11).
    @Test func aDestructionTakesTheDuplicatesWithIt() async throws {
        let house = try House()
        let custodian = try house.open()
        let kept = try await house.person(custodian, 1)
        let second = try await house.person(custodian, 2)
        let third = try await house.person(custodian, 3)
        // One was joined to one that was joined in its turn.
        _ = try await custodian.merge(try qualified(third), into: try qualified(second))
        _ = try await custodian.merge(try qualified(second), into: try qualified(kept))
        try await custodian.close(kept.record, reason: .holderRequest)
        house.pass(3654 * day)
        let all = [kept, second, third]
        #expect(Set(try await house.bringTime(custodian)) == Set(all.map { .purge(record: $0.record) }))
        for person in all {
            let stone = try #require(try await custodian.tombstone(of: person.record))
            let event = try TraceEvent.decode(stone.event).event
            #expect(event.act == .destroy && event.rule == "destruction.afterRetention")
        }
        let left = try await custodian.ledger.read { database in
            try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM record") ?? 0
        }
        #expect(left == 0)
        try custodian.close()
    }

    /// A database of before the list of joined records has it after the next start.
    @Test func theListOfJoinedRecordsIsMadeAfterwards() async throws {
        let house = try House()
        var custodian = try house.open()
        _ = try await house.person(custodian, 1)
        let duplicate = try await house.person(custodian, 2)
        _ = try await custodian.merge(try People.qualified(2), into: try People.qualified(1))
        _ = try await custodian.ledger.commit { try $0.database.execute(sql: "DELETE FROM joined") }
        try custodian.close()
        custodian = try house.open()
        let joined = try await custodian.ledger.read { database in
            try Data.fetchAll(database, sql: "SELECT record_id FROM joined")
        }
        #expect(joined == [Data(duplicate.record.bytes)])
        _ = try await custodian.undoMerge(try People.qualified(2))
        let parted = try await custodian.ledger.read { database in
            try Data.fetchAll(database, sql: "SELECT record_id FROM joined")
        }
        #expect(parted.isEmpty)
        try custodian.close()
    }

    /// An erasure that was asked for is not lost in a merge.
    @Test func aRecordThatWaitsForItsErasureIsNotMerged() async throws {
        let house = try House()
        let custodian = try house.open()
        let kept = try await house.person(custodian, 1)
        let duplicate = try await house.person(custodian, 2)
        let token = try await house.session(custodian, duplicate)
        try await custodian.closeOwn(secret: House.secret, erasing: true, try await house.holder(custodian, token))
        await #expect(throws: CustodyError.conflict("erasure")) {
            try await custodian.merge(try qualified(duplicate), into: try qualified(kept))
        }
        house.pass(31 * day)
        #expect(try await house.bringTime(custodian) == [.purge(record: duplicate.record)])
        try custodian.close()
    }
}
