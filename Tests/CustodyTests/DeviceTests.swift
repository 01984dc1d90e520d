import HealthRecord
import Testing

@testable import Custody

/// Kinds of devices that have served, each known again, disowned or forgotten (identity and experience § 7.1, page 26).
@Suite struct UsedDeviceTests {
    private static let phone = SessionDevice(browser: .safari, system: .iPhone)
    private static let desk = SessionDevice(browser: .firefox, system: .windows)

    private func signIn(
        _ house: House,
        _ custodian: Custodian,
        _ person: Person,
        with device: SessionDevice?
    ) async throws -> String {
        let begun = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        return try await custodian.completeSignIn(token: begun.token, code: try house.lastCode(), device: device).text
    }

    private func isLive(_ house: House, _ custodian: Custodian, _ token: String) async -> Bool {
        (try? await house.holder(custodian, token)) != nil
    }

    private func told(_ house: House) async throws -> Int {
        try await house.news.count { if case .newDevice = $0.notice { true } else { false } }
    }

    @Test func eachKindIsListedOnceWithItsTimes() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let start = house.now
        _ = try await signIn(house, custodian, person, with: Self.phone)
        house.pass(86_400)
        _ = try await signIn(house, custodian, person, with: Self.phone)
        let token = try await signIn(house, custodian, person, with: Self.desk)
        let used = try await custodian.devices(try await house.holder(custodian, token), token: token)
        #expect(Set(used.map(\.device)) == [Self.phone, Self.desk] && used.count == 2)
        let phone = try #require(used.first { $0.device == Self.phone })
        #expect(phone.first == start && phone.last >= house.now && !phone.isThis && phone.verdict == nil)
        #expect(used.contains { $0.device == Self.desk && $0.isThis })
        try custodian.close()
    }

    @Test func whatSomebodyDisownsEndsButForTheSessionThatAsks() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (first, second) = (
            try await signIn(house, custodian, person, with: Self.desk),
            try await signIn(house, custodian, person, with: Self.desk)
        )
        let phone = try await signIn(house, custodian, person, with: Self.phone)
        let admission = try await house.holder(custodian, first)
        try await custodian.judge(Self.desk, .foreign, token: first, admission)
        #expect(await isLive(house, custodian, first))
        #expect(await !isLive(house, custodian, second))
        #expect(await isLive(house, custodian, phone))
        let asking = try await house.holder(custodian, first)
        let used = try await custodian.devices(asking, token: first)
        #expect(used.first { $0.device == Self.desk }?.verdict == .foreign)
        let last = try #require(try await custodian.chain(of: person.record).last { $0.act == .changeAccess })
        #expect(last.details["changed"] == "device" && last.details["verdict"] == "foreign")
        // Said again, otherwise: the last word stands, and nothing ends.
        try await custodian.judge(Self.desk, .mine, token: first, try await house.holder(custodian, first))
        let again = try await custodian.devices(try await house.holder(custodian, first), token: first)
        #expect(again.first { $0.device == Self.desk }?.verdict == .mine)
        await #expect(throws: CustodyError.conflict("device")) {
            try await custodian.judge(
                SessionDevice(browser: .opera, system: .mac),
                .mine,
                token: first,
                try await house.holder(custodian, first)
            )
        }
        try custodian.close()
    }

    @Test func whatIsForgottenIsNewAgain() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let desk = try await signIn(house, custodian, person, with: Self.desk)
        let phone = try await signIn(house, custodian, person, with: Self.phone)
        let before = try await told(house)
        try await custodian.judge(Self.phone, .mine, token: desk, try await house.holder(custodian, desk))
        try await custodian.forget(Self.phone, token: desk, try await house.holder(custodian, desk))
        #expect(await !isLive(house, custodian, phone))
        let left = try await custodian.devices(try await house.holder(custodian, desk), token: desk)
        #expect(left.map(\.device) == [Self.desk])
        await #expect(throws: CustodyError.conflict("device")) {
            try await custodian.forget(nil, token: desk, try await house.holder(custodian, desk))
        }
        _ = try await signIn(house, custodian, person, with: Self.phone)
        #expect(try await told(house) == before + 1)
        // And nothing is remembered of what was said of it.
        let after = try await custodian.devices(try await house.holder(custodian, desk), token: desk)
        #expect(after.first { $0.device == Self.phone }?.verdict == nil)
        try await custodian.forget(nil, token: desk, try await house.holder(custodian, desk))
        #expect(await isLive(house, custodian, desk))
        try custodian.close()
    }
}
