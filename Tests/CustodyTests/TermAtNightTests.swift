import AccessRules
import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

/// The law's terms run by the days of France, for whoever files, reads or proves (R1111-53): the house begins half past one on
/// 1 April there, while it is 31 March elsewhere.
@Suite struct TermAtNightTests {
    private static let day: Int64 = 86_400
    /// From the time of the filing to half past eleven in the evening before.
    private static let toTheEvening: Int64 = 7400

    private struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person
        let shelf = Shelf()
        let filed: UniqueID
        let due: [HostTask]

        init() async throws {
            let house = try House()
            let custodian = try house.open { $0.policySet = "mes2026" }
            let person = try await house.person(custodian)
            let author = try People.doctor()
            let entries = try await house.deposit(
                custodian,
                [.hiddenFromPatient],
                by: author,
                for: person,
                on: shelf
            )
            let filed = try #require(entries.first).id
            due = [.release(record: person.record, document: filed)]
            (self.house, self.custodian, self.person, self.filed) = (house, custodian, person, filed)
        }

        func holder() async throws -> Admission {
            try await house.holder(custodian, try await house.session(custodian, person))
        }

        /// Whether its holder may read the document.
        func reads() async throws -> Bool {
            let outcome = try await custodian.release([try await shelf.shown(0)], try await holder(), of: nil).first
            if case .released = outcome { return true }
            return false
        }

        /// Whether the history names the document.
        func isTold() async throws -> Bool {
            try await custodian.history(try await holder(), of: nil).events.contains { $0.documents == [filed] }
        }
    }

    @Test func theAuthorTheCalendarAndThePatientKnowOneDay() async throws {
        let scene = try await Scene()
        let (house, custodian) = (scene.house, scene.custodian)
        let notice = try #require(
            try await custodian.careNotices(try await house.admit(custodian, try People.doctor())).first
        )
        let release = try #require(CalendarDate(year: 2026, month: 5, day: 1))
        #expect(notice.matter == .announcementWaits(scene.filed, until: release))
        func announced() async throws -> Int {
            try await custodian.chain(of: scene.person.record).count { $0.act == .announce }
        }
        house.pass(14 * Self.day - Self.toTheEvening)
        try await house.bringTime(custodian)
        #expect(try await announced() == 0)
        house.pass(3600)
        try await house.bringTime(custodian)
        #expect(try await announced() == 1)

        house.pass(16 * Self.day - 3600)
        #expect(try await house.bringTime(custodian).isEmpty)
        #expect(try await !scene.reads())
        #expect(try await !scene.isTold())
        // Nothing of that day is proved yet, be it hidden or not.
        #expect(try await custodian.exportTraces(try await scene.holder()).events.isEmpty)
        house.pass(3600)
        #expect(try await house.bringTime(custodian) == scene.due)
        #expect(try await scene.reads())
        #expect(try await scene.isTold())
        let proved = try await custodian.exportTraces(try await scene.holder()).events
        #expect(!proved.isEmpty && proved.allSatisfy { $0.event != nil })
        for event in try await custodian.chain(of: scene.person.record) {
            #expect([.same, .undecided].contains(TracedDecision(event, in: custodian.rules)), "\(event.act)")
        }
        try custodian.close()
    }

    /// A line of before, which comes a day early, is not lost: it comes again on the day of the release.
    @Test func aLineThatComesEarlyWaitsForItsDay() async throws {
        let scene = try await Scene()
        let (house, custodian) = (scene.house, scene.custodian)
        let early = try #require(CalendarDate(year: 2026, month: 4, day: 30)).midnight.milliseconds
        _ = try await custodian.ledger.commit { transaction in
            try transaction.database.execute(sql: "UPDATE due SET at = ? WHERE kind = 'release'", arguments: [early])
        }
        house.pass(30 * Self.day - Self.toTheEvening)
        #expect(try await house.bringTime(custodian) == scene.due)
        try await custodian.forgetRelease(of: scene.filed, on: scene.person.record)
        #expect(try await house.bringTime(custodian).isEmpty)
        house.pass(3600)
        #expect(try await house.bringTime(custodian) == scene.due)
        // What has nothing left to do goes.
        try await custodian.forgetRelease(of: scene.filed, on: scene.person.record)
        #expect(try await house.bringTime(custodian).isEmpty)
        try custodian.close()
    }
}
