import HealthRecord
import Sealing
import Testing

@testable import Custody

/// Neither an address nor a bundle tells how much there is that its reader may not know.
@Suite struct HistoryCursorTests {
    @Test func aCursorSaysNothingAndIsGoodForItsRecordAlone() async throws {
        let house = try House()
        let custodian = try house.open()
        let (one, other) = (try await house.person(custodian, 1), try await house.person(custodian, 2))
        for rank in [UInt64(0), 1, 255, 256, 1 << 40, .max] {
            let cursors = try (0..<3).map { _ in try custodian.cursor(rank, of: one.record) }
            #expect(Set(cursors).count == 3 && Set(cursors.map(\.text.count)) == [54])
            for cursor in cursors {
                let carried = try #require(HistoryCursor(cursor.text))
                #expect(try custodian.rank(of: carried, on: one.record) == rank)
                #expect(throws: CustodyError.conflict("cursor")) { try custodian.rank(of: carried, on: other.record) }
            }
        }
        var text = Array(try custodian.cursor(5, of: one.record).text)
        text[30] = text[30] == "A" ? "B" : "A"
        let changed = try #require(HistoryCursor(String(text)))
        #expect(throws: CustodyError.conflict("cursor")) { try custodian.rank(of: changed, on: one.record) }
        let holder = try await house.holder(custodian, try await house.session(custodian, one))
        for forged in ["12", "AAAA", String(repeating: "a", count: 54)] {
            let cursor = try #require(HistoryCursor(forged))
            await #expect(throws: CustodyError.conflict("cursor")) {
                try await custodian.history(before: cursor, holder, of: nil)
            }
        }
        #expect(HistoryCursor("") == nil && HistoryCursor("a b") == nil && HistoryCursor("a+b") == nil)
        #expect(HistoryCursor(String(repeating: "a", count: 65)) == nil)
        try custodian.close()
    }

    /// A bundle is whole, and a minor may keep some of it from the representatives: it is for the holder alone (§ 3.7).
    @Test func whoActsForTheHolderTakesNoBundleAway() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let parent = try await house.holder(custodian, try await house.relative(custodian, 50))
        await #expect(throws: CustodyError.conflict("representative")) { try await custodian.exportTraces(parent) }
        #expect(try await !custodian.history(parent, of: nil).events.isEmpty)
        try custodian.close()
    }
}
