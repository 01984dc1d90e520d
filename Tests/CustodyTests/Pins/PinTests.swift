import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

/// Documents that somebody keeps at hand (identity and experience § 7.1, page 7).
@Suite struct PinTests {
    @Test func pinsAreOnesOwnAndOutliveARestart() async throws {
        let house = try House()
        var custodian = try house.open()
        let (one, other) = (try await house.person(custodian, 1), try await house.person(custodian, 2))
        let first = try await house.holder(custodian, try await house.session(custodian, one))
        let second = try await house.holder(custodian, try await house.session(custodian, other))
        let traces = try await custodian.chain(of: one.record).count
        let document = house.requestID()
        try await custodian.pin(document, true, first)
        try await custodian.pin(document, true, first)
        #expect(try await custodian.pins(first) == [document])
        #expect(try await custodian.pins(second).isEmpty)
        // A way of looking, and no act on the record.
        #expect(try await custodian.chain(of: one.record).count == traces)
        let row = try #require(try await custodian.ledger.read { try Data.fetchOne($0, sql: "SELECT sealed FROM pin") })
        #expect(row.range(of: Data(document.bytes)) == nil && row.range(of: Data(document.text.utf8)) == nil)
        let token = try await house.session(custodian, one)
        try custodian.close()
        custodian = try house.open()
        let back = try await house.holder(custodian, token)
        #expect(try await custodian.pins(back) == [document])
        try await custodian.pin(document, false, back)
        #expect(try await custodian.pins(back).isEmpty)
        try custodian.close()
    }

    @Test func thereAreAsManyAsMayBe() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        for _ in 0..<Custodian.pinLimit { try await custodian.pin(house.requestID(), true, holder) }
        await #expect(throws: CustodyError.conflict("pins")) {
            try await custodian.pin(house.requestID(), true, holder)
        }
        #expect(try await custodian.pins(holder).count == Custodian.pinLimit)
        try custodian.close()
    }
}
