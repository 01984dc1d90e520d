import DurableSQL
import Foundation
import GRDB
import HealthRecord
import Sealing
import Testing

@testable import Custody

/// The lists across records are made anew a few records at a time, and go on where a kill left them.
@Suite struct RegisterWorkTests {
    private struct Killed: Error {}

    private static let count = 5

    /// Records, each with a line in the list of a doctor of its own: one doctor may not ask for so many matricules in a row.
    private static func records(_ house: House, _ custodian: Custodian) async throws {
        for number in 1...count {
            let doctor = try People.doctor(number)
            let person = try await house.person(custodian, number, activated: false)
            let visit = try await house.admit(custodian, doctor, for: person)
            _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: person.reference)
        }
    }

    /// Records of which a list has no line yet.
    private static func unmade(_ database: Database) throws -> [Data] {
        try Data.fetchAll(
            database,
            sql: "SELECT DISTINCT record_id FROM standing WHERE line_ct IS NULL ORDER BY record_id"
        )
    }

    private static func ids(_ database: Database) throws -> [Data] {
        try Data.fetchAll(database, sql: "SELECT record_id FROM record ORDER BY record_id")
    }

    private static func work(_ custodian: Custodian, batch: Int) -> RegisterWork {
        RegisterWork(keys: custodian.ledger.keys, registers: custodian.ledger.registers, batch: batch)
    }

    @Test func aKillInBetweenLosesNoMoreThanItsBatch() async throws {
        let house = try House()
        let custodian = try house.open()
        try await Self.records(house, custodian)
        let work = Self.work(custodian, batch: 2)
        try custodian.ledger.database.writeNow { database in
            #expect(try Self.unmade(database).isEmpty)
            try database.execute(sql: "UPDATE standing SET line_ct = NULL")
            try database.execute(sql: "UPDATE register_work SET after = x''")
            let ids = try Self.ids(database)
            #expect(ids.count == Self.count)
            #expect(try Self.unmade(database) == ids)
            var seen = 0
            #expect(throws: Killed.self) {
                try work.run(in: database) { _ in
                    seen += 1
                    if seen == 4 { throw Killed() }
                }
            }
            // The first batch stands, the second one is undone whole.
            #expect(try RegisterWork.place(in: database) == ids[1])
            #expect(try Self.unmade(database) == Array(ids.dropFirst(2)))
            var rest: [Data] = []
            try work.run(in: database) { rest.append(Data($0.bytes)) }
            #expect(rest == Array(ids.dropFirst(2)))
            #expect(try RegisterWork.place(in: database) == nil)
            #expect(try Self.unmade(database).isEmpty)
            // What is made is not made again.
            try work.run(in: database) { _ in Issue.record("made again") }
        }
        try custodian.close()
    }

    /// As many records as batches hold: the last, empty one ends it.
    @Test(arguments: [1, count, count + 1]) func everyRecordHasItsTurnOnce(batch: Int) async throws {
        let house = try House()
        let custodian = try house.open()
        try await Self.records(house, custodian)
        let work = Self.work(custodian, batch: batch)
        try custodian.ledger.database.writeNow { database in
            try database.execute(sql: "UPDATE register_work SET after = x''")
            var seen: [Data] = []
            try work.run(in: database) { seen.append(Data($0.bytes)) }
            #expect(seen == (try Self.ids(database)))
            #expect(try RegisterWork.place(in: database) == nil)
        }
        try custodian.close()
    }

    /// A database whose lines an earlier version had begun to write again: how far it came was not kept.
    @Test func whatAnEarlierVersionLeftIsMadeAtTheStart() async throws {
        let house = try House()
        let custodian = try house.open()
        try await Self.records(house, custodian)
        try custodian.ledger.database.writeNow { database in
            try database.execute(sql: "DELETE FROM register_work")
            let one = try #require(try Self.ids(database).first)
            try database.execute(sql: "UPDATE standing SET line_ct = NULL WHERE record_id = ?", arguments: [one])
        }
        try custodian.close()
        let again = try house.open()
        try again.ledger.database.writeNow { database in
            let unmade = try Self.unmade(database)
            #expect(unmade.isEmpty)
            let isDone = try Bool.fetchOne(database, sql: "SELECT after IS NULL FROM register_work")
            #expect(isDone == true)
        }
        try again.close()
    }
}
