import HealthRecord
import Testing

@testable import Custody

/// Of what a minor keeps from the family the author alone is reminded: a child's mail is theirs (R1111-53, § 3.7).
@Suite struct MinorAnnouncementTests {
    private static let day: Int64 = 86_400

    /// What anybody was told of what waits, or waited, to be announced.
    private func told(_ house: House) async throws -> [String] {
        try await house.news.compactMap { sent in
            switch sent.notice {
            case .announcementDue: "due"
            case .announcementReleased: "released"
            default: nil
            }
        }
    }

    /// The documents that an author is to announce.
    private func tasks(_ house: House, _ custodian: Custodian, _ author: CareActor) async throws -> [UniqueID] {
        try await custodian.careNotices(try await house.admit(custodian, author)).compactMap { notice in
            if case .announcementDue(let id) = notice.matter { id } else { nil }
        }
    }

    /// § 3.7, R1111-53: two weeks, then a month, the same of each but for those who are told.
    @Test(
        arguments: [
            (House.childhood, [.hiddenFromPatient], ["due", "released"]),
            (House.childhood, [.hiddenFromPatient, .hiddenFromRepresentatives], []),
            (nil, [.hiddenFromPatient, .hiddenFromRepresentatives], ["due", "released"]),
        ] as [(CalendarDate?, Visibility, [String])]
    )
    func whatIsClosedToTheFamilyIsToldToNobody(
        born: CalendarDate?,
        visibility: Visibility,
        heard: [String]
    ) async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2026" }
        let person = try await house.person(custodian, born: born)
        let (author, shelf) = (try People.doctor(), Shelf())
        let filed = try await house.deposit(custodian, [visibility], by: author, for: person, on: shelf).map(\.id)
        house.pass(15 * Self.day)
        try await house.bringTime(custodian)
        #expect(try await told(house) == Array(heard.prefix(1)))
        #expect(try await tasks(house, custodian, author) == filed)
        let traces = try await custodian.chain(of: person.record).count { $0.act == .announce }
        #expect(traces == heard.prefix(1).count)
        house.pass(17 * Self.day)
        #expect(try await house.bringTime(custodian) == filed.map { .release(record: person.record, document: $0) })
        let service = try custodian.admitService(
            Custodian.calendarService,
            for: person.record,
            request: house.requestID(),
            node: "app"
        )
        try await house.change(custodian, .reveal(.hiddenFromPatient), 0, service, nil, on: shelf)
        #expect(try await told(house) == heard)
        try custodian.close()
    }

    /// § 3.7: what a secret connection files is closed to them, and a secret to the post as well.
    @Test func whatIsFiledInSecretIsNotWrittenHome() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2026" }
        let child = try await house.person(custodian, born: House.childhood)
        let author = try People.doctor()
        let entry = try house.entry(
            child,
            by: author,
            visibility: [.hiddenFromPatient, .hiddenFromRepresentatives, .secretConnection]
        )
        let work = try await custodian.prepare(
            documents: [PlannedDocument(entry: entry)],
            changes: [],
            submissionSet: nil,
            try await house.admit(custodian, author, for: child, isSecret: true),
            of: child.reference
        )
        _ = try await custodian.commit(work.id, paths: [])
        house.pass(15 * Self.day)
        try await house.bringTime(custodian)
        #expect(try await told(house).isEmpty)
        #expect(try await tasks(house, custodian, author) == [entry.id])
        // Another set takes its lines up again, and tells nobody either.
        try await custodian.migrate(try People.qualified(1), to: "era2019")
        try await custodian.migrate(try People.qualified(1), to: "mes2026")
        try await house.bringTime(custodian)
        #expect(try await told(house).isEmpty)
        #expect(try await tasks(house, custodian, author) == [entry.id])
        try custodian.close()
    }

    /// Whoever comes of age while it waits hears of it then, when the family's ways are off the record.
    @Test func whoComesOfAgeHearsOfWhatWaits() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2026" }
        let birthday = try #require(CalendarDate(year: 2008, month: 4, day: 21))
        let youth = try await house.person(custodian, born: birthday)
        try await house.represent(custodian, youth, 50)
        let closed: Visibility = [.hiddenFromPatient, .hiddenFromRepresentatives]
        try await house.deposit(custodian, [closed], by: try People.doctor(), for: youth, on: Shelf())
        for (days, heard) in [(15, []), (5, []), (2, ["due"]), (2, ["due"])] as [(Int64, [String])] {
            house.pass(days * Self.day)
            try await house.bringTime(custodian)
            #expect(try await told(house) == heard)
        }
        let notice = try await house.news.last { if case .announcementDue = $0.notice { true } else { false } }
        #expect(notice?.channel.kind == .letter)
        #expect(try await custodian.chain(of: youth.record).count { $0.act == .announce } == 1)
        try custodian.close()
    }
}
