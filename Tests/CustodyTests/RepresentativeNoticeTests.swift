import HealthRecord
import Testing

@testable import Custody

/// What those who act for a holder are told, each for each profile (identity and experience § 7.1, page 23; § 2.5).
@Suite struct RepresentativeNoticeTests {
    private func told(_ house: House, since count: Int) async throws -> [RepresentedNews] {
        try await house.news.dropFirst(count).compactMap { sent in
            guard case .ofRepresented(let news, _) = sent.notice, sent.channel == .sms("+33687654321") else {
                return nil
            }
            return news
        }
    }

    @Test func whoAsksIsToldByHisOwnWayAndNobodyElse() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let parent = try await house.holder(custodian, try await house.relative(custodian, 50))
        let doctor = try People.doctor()
        var count = try await house.news.count
        try await house.deposit(custodian, [[]], by: doctor, for: child, on: Shelf())
        // Nobody who acts for others is told before he asks.
        #expect(try await custodian.ownNotices(parent) == nil)
        #expect(try await told(house, since: count).isEmpty)
        let asked = NoticeChoices(firstAccess: true, newDocument: true, channel: .sms)
        try await custodian.chooseNotices(asked, parent)
        #expect(try await custodian.ownNotices(parent) == asked)
        #expect(try await custodian.holderFile(parent).notices == NoticeChoices())
        let trace = try #require(try await custodian.chain(of: child.record).last)
        #expect(trace.act == .changeAccess && trace.actor == parent.actor && trace.details["changed"] == "notices")
        count = try await house.news.count
        try await house.deposit(custodian, [[]], by: doctor, for: child, on: Shelf())
        #expect(try await told(house, since: count) == [.newDocument])
        // Each matter for itself, and none at all.
        try await custodian.chooseNotices(NoticeChoices(newDocument: false, channel: .sms), parent)
        count = try await house.news.count
        try await house.deposit(custodian, [[]], by: doctor, for: child, on: Shelf())
        #expect(try await told(house, since: count).isEmpty)
        try await custodian.chooseNotices(nil, parent)
        #expect(try await custodian.ownNotices(parent) == nil)
        try custodian.close()
    }

    /// Access and life cycle § 3.7: of what is kept from him he hears nothing.
    @Test func ofWhatIsKeptFromThemTheyHearNothing() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let parent = try await house.holder(custodian, try await house.relative(custodian, 50))
        try await custodian.chooseNotices(NoticeChoices(channel: .sms), parent)
        let count = try await house.news.count
        for visibility in [Visibility.hiddenFromRepresentatives, .hiddenFromPatient] {
            try await house.deposit(custodian, [visibility], by: try People.doctor(), for: child, on: Shelf())
        }
        #expect(try await told(house, since: count).isEmpty)
        try custodian.close()
    }

    @Test func twoWhoActForOneChooseApart() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        try await house.represent(custodian, child, 51)
        let first = try await house.holder(custodian, try await house.relative(custodian, 50))
        let second = try await house.holder(custodian, try await house.relative(custodian, 51))
        try await custodian.chooseNotices(NoticeChoices(channel: .sms), first)
        #expect(try await custodian.ownNotices(second) == nil)
        try await custodian.chooseNotices(NoticeChoices(firstAccess: false, channel: .email), second)
        #expect(try await custodian.ownNotices(first) == NoticeChoices(channel: .sms))
        #expect(try await custodian.ownNotices(second) == NoticeChoices(firstAccess: false, channel: .email))
        // The holder's own choices are a wish of his.
        let count = try await house.news.count
        try await house.deposit(custodian, [[]], by: try People.doctor(), for: child, on: Shelf())
        #expect(try await told(house, since: count) == [.newDocument, .newDocument])
        try custodian.close()
    }

    @Test func aMandateThatHasEndedBringsNoNews() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        await #expect(throws: CustodyError.conflict("kind")) {
            try await custodian.chooseNotices(NoticeChoices(), holder)
        }
        let end = house.now.advanced(bySeconds: 90 * 86_400)
        let mandate = try await custodian.inviteRepresentative(try Relatives.new(60, .carer, until: end), holder)
        try await house.accept(custodian, try Relatives.acceptance(60, code: try house.lastCode()))
        let carer = try await house.holder(custodian, try await house.relative(custodian, 60))
        try await custodian.chooseNotices(NoticeChoices(channel: .sms), carer)
        var count = try await house.news.count
        try await house.deposit(custodian, [[]], by: try People.doctor(), for: person, on: Shelf())
        #expect(try await told(house, since: count) == [.newDocument])
        try await custodian.endRepresentation(mandate, holder)
        count = try await house.news.count
        try await house.deposit(custodian, [[]], by: try People.doctor(), for: person, on: Shelf())
        #expect(try await told(house, since: count).isEmpty)
        try custodian.close()
    }
}
