import Foundation
import HealthRecord
import Synchronization
import Testing

@testable import Custody

/// What is unusual is told to whoever watches the service, kept for a year, and counted of nobody (security design § 2.10).
@Suite struct SecurityCountTests {
    /// Somebody far from the others: nobody walks along the register.
    private func stranger(_ number: Int) throws -> INS {
        let body = "1" + String(10 + number * 37 % 90) + "05" + String(10 + number * 53 % 80) + "230"
        return INS(try #require(NIR(body: body + String(100 + number * 191 % 900))), root: .test)
    }

    private func lookUp(_ number: Int, _ house: House, _ custodian: Custodian, mode: AccessMode) async throws {
        let envelope = house.envelope(try People.doctor(), patient: try stranger(number), mode: mode)
        let admission = try await custodian.admit(envelope, request: house.requestID(), node: "app")
        _ = try? await custodian.testExistence(admission, of: nil)
    }

    private func counts(
        _ custodian: Custodian,
        _ kind: SecurityEvent,
        since day: CalendarDate = CalendarDate(daysSinceEpoch: 0)
    ) async throws -> [String] {
        try await custodian.securityCounts(since: day).filter { $0.kind == kind.rawValue }.map {
            "\($0.day) \($0.count)"
        }
    }

    /// Access and life cycle § 3.4: many openings in emergencies are heard of at once, and counted by day.
    @Test func manyEmergenciesAreHeardOfAndCountedByDay() async throws {
        let house = try House()
        let heard = Mutex<[UnusualUse]>([])
        let custodian = try house.open { settings in
            settings.quotas.emergencies = 2
            settings.unusualUse = { use in heard.withLock { $0.append(use) } }
        }
        let glass = AccessMode.breakGlass(reason: "Perte de connaissance")
        for number in 1...2 { try await lookUp(number, house, custodian, mode: glass) }
        #expect(heard.withLock { $0 } == [])
        #expect(try await counts(custodian, .manyEmergencies) == [])
        for number in 3...4 { try await lookUp(number, house, custodian, mode: glass) }
        let first = house.now.date
        house.pass(2 * 86_400)
        for number in 1...3 { try await lookUp(number, house, custodian, mode: glass) }
        #expect(heard.withLock { $0 } == [.manyEmergencies, .manyEmergencies, .manyEmergencies])
        let second = house.now.date
        // The newest day first.
        #expect(
            try await counts(custodian, .manyEmergencies) == ["\(second.iso8601) 1", "\(first.iso8601) 2"]
        )
        #expect(try await counts(custodian, .manyEmergencies, since: second) == ["\(second.iso8601) 1"])
        // A year after, nothing of it is kept.
        house.pass(366 * 86_400)
        try await custodian.forgetExpired()
        #expect(try await counts(custodian, .manyEmergencies) == [])
        try custodian.close()
    }

    @Test func whoAsksForTooMuchIsHeardOf() async throws {
        let house = try House()
        let heard = Mutex<[UnusualUse]>([])
        let custodian = try house.open { settings in
            settings.quotas.professional = ReadingQuota(hourly: 1, daily: 1)
            settings.unusualUse = { use in heard.withLock { $0.append(use) } }
        }
        for number in 1...2 { try await lookUp(number, house, custodian, mode: .normal) }
        #expect(heard.withLock { $0 } == [.quotaExceeded])
        #expect(try await counts(custodian, .quotaExceeded) == ["\(house.now.date.iso8601) 1"])
        try custodian.close()
    }
}
