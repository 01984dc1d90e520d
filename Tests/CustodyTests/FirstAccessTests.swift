import HealthRecord
import Testing

@testable import Custody

/// The holder hears of a professional's first access, whatever opens the record first, and once (order of 26/10/2023).
@Suite struct FirstAccessTests {
    enum Opening: CaseIterable {
        case consent, list, identity, professionals, document, treating
    }

    private struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person
        let reader: CareActor
        let shelf = Shelf()

        init(_ set: String = "mes2026", born: CalendarDate? = nil, leave: Bool = true) async throws {
            house = try House()
            custodian = try house.open { $0.policySet = set }
            person = try await house.person(custodian, born: born)
            reader = try People.doctor(2, structure: 2)
            try await house.deposit(custodian, [[]], by: try People.doctor(1), for: person, on: shelf)
            guard leave else { return }
            let holder = try await holder()
            _ = try await custodian.carryOut(.authorise(People.leave(reader)), holder)
        }

        func holder() async throws -> Admission {
            try await house.holder(custodian, try await house.session(custodian, person))
        }

        func open(
            _ opening: Opening,
            _ actor: CareActor? = nil,
            mode: AccessMode = .normal,
            isSecret: Bool = false
        ) async throws {
            let visit = try await house.admit(custodian, actor ?? reader, for: person, mode: mode, isSecret: isSecret)
            switch opening {
            case .consent:
                _ = try await custodian.setAuthorisation(
                    .add(asTreatingPhysician: false),
                    visit,
                    of: person.reference
                )
            case .treating:
                _ = try await custodian.setAuthorisation(
                    .add(asTreatingPhysician: true),
                    visit,
                    of: person.reference
                )
            case .list: _ = try await custodian.list(visit, of: person.reference)
            case .identity:
                _ = try await custodian.testExistence(visit, of: person.reference, readingTraits: true)
            case .professionals: _ = try await custodian.listAuthorisations(visit, of: person.reference)
            case .document: _ = try await custodian.release(try await shelf.allShown(), visit, of: person.reference)
            }
        }

        var told: Int {
            get async throws {
                try await house.news.count { if case .firstAccess = $0.notice { true } else { false } }
            }
        }
    }

    @Test(arguments: Opening.allCases)
    func whateverOpensARecordFirstIsToldOnce(_ opening: Opening) async throws {
        let scene = try await Scene()
        try await scene.open(opening)
        #expect(try await scene.told == 1, "\(opening)")
        for other in Opening.allCases { try await scene.open(other) }
        #expect(try await scene.told == 1, "\(opening)")
        let colleague = try People.doctor(3, structure: 3)
        try await scene.open(.consent, colleague)
        try await scene.open(.list, colleague)
        #expect(try await scene.told == 2)
        try scene.custodian.close()
        // It is kept with the record, not in memory.
        let again = try scene.house.open()
        let visit = try await scene.house.admit(again, scene.reader, for: scene.person)
        _ = try await again.list(visit, of: scene.person.reference)
        #expect(try await scene.told == 2)
        try again.close()
    }

    /// TD0.2 says whether there is a record; that opens nothing.
    @Test func askingWhetherARecordStandsIsNoAccess() async throws {
        let scene = try await Scene()
        let visit = try await scene.house.admit(scene.custodian, scene.reader, for: scene.person)
        _ = try await scene.custodian.testExistence(visit, of: scene.person.reference)
        #expect(try await scene.told == 0)
        try scene.custodian.close()
    }

    /// Whoever was refused, or named by the holder, opened nothing.
    @Test func aTryThatWasRefusedIsNoAccess() async throws {
        let scene = try await Scene(leave: false)
        for opening in [Opening.list, .professionals] {
            await #expect(throws: CustodyError.self) { try await scene.open(opening) }
        }
        let holder = try await scene.holder()
        _ = try await scene.custodian.carryOut(.block(People.block(scene.reader)), holder)
        for opening in [Opening.list, .consent, .identity] {
            await #expect(throws: CustodyError.self) { try await scene.open(opening) }
        }
        #expect(try await scene.told == 0)
        try scene.custodian.close()
    }

    /// § 3.7: a minor's secret connection tells nobody and leaves nothing; the first open access is the one that is told.
    @Test func aSecretConnectionIsNotToldAndNotRemembered() async throws {
        let birth = try #require(CalendarDate(year: 2010, month: 1, day: 15))
        let scene = try await Scene(born: birth, leave: false)
        for opening in [Opening.consent, .list, .document] { try await scene.open(opening, isSecret: true) }
        #expect(try await scene.told == 0)
        let file = try await scene.custodian.ledger.commit { try $0.context(of: scene.person.record) }.value?.file
        #expect(file?.knownReaders == [])
        try await scene.open(.list)
        try await scene.open(.list)
        #expect(try await scene.told == 1)
        try scene.custodian.close()
    }

    /// R1111-48: an emergency is told as what it is, and is no first access afterwards.
    @Test func anEmergencyIsToldAsSuchAlone() async throws {
        let scene = try await Scene()
        try await scene.open(.list, mode: .breakGlass(reason: "inconscient"))
        try await scene.open(.list)
        #expect(try await scene.told == 0)
        #expect(try await scene.house.news.count { if case .emergencyAccess = $0.notice { true } else { false } } == 1)
        try scene.custodian.close()
    }

    /// Key `notify.firstAccess`: where the set says so it is always told, whatever choice was kept before (§ 5).
    @Test func theSetAloneSaysWhetherItIsTold() async throws {
        let old = try await Scene("era2011")
        try await old.open(.list)
        #expect(try await old.told == 0)
        try old.custodian.close()
        for set in ["mes2022", "mes2026"] {
            let scene = try await Scene(set)
            let holder = try await scene.holder()
            let none = NoticeChoices(firstAccess: false, newDocument: false, channel: .email)
            _ = try await scene.custodian.carryOut(.notices(none), holder)
            try await scene.open(.list)
            #expect(try await scene.told == 1, "\(set)")
            #expect(try await scene.house.news.last?.channel.kind == .email, "\(set)")
            try scene.custodian.close()
        }
    }
}
