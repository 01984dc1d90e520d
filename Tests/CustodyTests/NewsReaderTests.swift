import GRDB
import HealthRecord
import Synchronization
import Testing

@testable import Custody

/// Who is told is looked at again when news leave: a mandate may have ended since, a telephone be another's.
@Suite struct NewsReaderTests {
    /// A record whose carer asked to be told of everything.
    private struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person
        let holder: Admission
        let carer: Admission
        let mandate: UniqueID

        init(lost: @escaping @Sendable (NewsLoss) -> Void = { _ in }) async throws {
            house = try House()
            custodian = try house.open(edit: { $0.newsLost = lost })
            person = try await house.person(custodian)
            holder = try await house.holder(custodian, try await house.session(custodian, person))
            let end = house.now.advanced(bySeconds: 90 * 86_400)
            mandate = try await custodian.inviteRepresentative(try Relatives.new(60, .carer, until: end), holder)
            try await house.accept(custodian, try Relatives.acceptance(60, code: try house.lastCode()))
            carer = try await house.holder(custodian, try await house.relative(custodian, 60))
            try await custodian.chooseNotices(NoticeChoices(channel: .sms), carer)
            try await custodian.settleNews()
        }

        /// Something becomes true of which the carer is told, and nothing leaves yet.
        func fileDocument() async throws {
            try await house.deposit(custodian, [[]], by: try People.doctor(), for: person, on: Shelf())
        }

        /// What the carer was told of.
        var told: [RepresentedNews] {
            get async throws {
                try await house.news.compactMap {
                    if case .ofRepresented(let news, _) = $0.notice { news } else { nil }
                }
            }
        }

        var withheld: Int { get async throws { try await NewsReaderTests.withheld(custodian) } }
    }

    private static func withheld(_ custodian: Custodian) async throws -> Int {
        try await custodian.ledger.read { database in
            try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM security_event WHERE kind = 'newsWithheld'") ?? 0
        }
    }

    private static func waiting(_ custodian: Custodian) async throws -> Int {
        try await custodian.ledger.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM waiting_news") ?? 0 }
    }

    @Test func whoActsStillIsTold() async throws {
        let scene = try await Scene()
        try await scene.fileDocument()
        #expect(try await scene.told == [.newDocument])
        #expect(try await scene.withheld == 0)
        try scene.custodian.close()
    }

    @Test func aMandateThatEndsFirstTakesTheNewsAlong() async throws {
        let lost = Mutex<[NewsLoss]>([])
        let scene = try await Scene { loss in lost.withLock { $0.append(loss) } }
        try await scene.fileDocument()
        try await scene.custodian.endRepresentation(scene.mandate, scene.holder)
        #expect(try await scene.told.isEmpty)
        // It is not kept for later, and it is counted.
        #expect(try await Self.waiting(scene.custodian) == 0)
        #expect(try await scene.withheld == 1)
        #expect(lost.withLock { $0 } == [.withheld])
        try scene.custodian.close()
    }

    @Test func aMandateThatTimeEndsFirstDoesSoToo() async throws {
        let scene = try await Scene()
        try await scene.fileDocument()
        scene.house.pass(91 * 86_400)
        #expect(try await scene.told.isEmpty)
        #expect(try await scene.withheld == 1)
        try scene.custodian.close()
    }

    @Test func whoAsksToHearNoMoreHearsNoMore() async throws {
        let scene = try await Scene()
        try await scene.fileDocument()
        try await scene.custodian.chooseNotices(nil, scene.carer)
        #expect(try await scene.told.isEmpty)
        #expect(try await scene.withheld == 1)
        try scene.custodian.close()
    }

    /// Gives the holder another e-mail address, proved.
    private static func move(_ house: House, _ custodian: Custodian, _ holder: Admission) async throws {
        let change = ChannelChange(email: "neuf@example.org")
        let known = try await custodian.holderFile(holder).ways
        let proof = try #require(
            try await custodian.beginChannelChange(change, from: known, secret: House.secret, holder).first
        )
        let typed = TypedProof(token: proof.token, code: try house.lastCode())
        try await custodian.completeChannelChange(change, from: known, [typed], holder)
    }

    @Test func theHolderIsToldWhereHeIsReachedNow() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        try await custodian.settleNews()
        let visit = try await house.admit(
            custodian,
            try People.doctor(),
            for: person,
            mode: .breakGlass(reason: "Personne inconsciente")
        )
        _ = try await custodian.list(visit, of: person.reference)
        try await Self.move(house, custodian, holder)
        let news = try await house.news
        let emergencies = news.compactMap { sent -> ContactChannel? in
            if case .emergencyAccess = sent.notice { sent.channel } else { nil }
        }
        #expect(emergencies == [.email("neuf@example.org")])
        #expect(try await Self.withheld(custodian) == 0)
        try custodian.close()
    }

    /// Whoever changes the address may be the one whom the news warn of.
    @Test func whatWarnsOfAChangedAccessGoesWhereItWasMeantTo() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        try await custodian.settleNews()
        let count = house.notices.count
        try await custodian.nameSignIn(SignInName("jardin.bleu"), holder)
        try await Self.move(house, custodian, holder)
        let warned = try await house.news.dropFirst(count).compactMap { sent -> ContactChannel? in
            if case .accessChanged = sent.notice { sent.channel } else { nil }
        }
        let (old, new) = (ContactChannel.email("dominique@example.org"), ContactChannel.email("neuf@example.org"))
        #expect(warned.sorted { "\($0)" < "\($1)" } == [old, old, new])
        try custodian.close()
    }

    /// Whether the physician who was asked at first is told of an emergency, though he may treat nobody by then.
    @Test(arguments: [false, true]) func aPhysicianIsToldWhileHeTreats(isDismissed: Bool) async throws {
        let house = try House()
        let gp = try People.doctor(2, structure: 2)
        let mailbox = try #require(SecureMailbox("cabinet@sante.mssante.example"))
        let custodian = try house.open(edit: { settings in
            settings.careContact = { asked in
                asked == gp.person ? CareContact(name: gp.name, mailbox: mailbox) : nil
            }
        })
        let person = try await house.person(custodian)
        let consent = try await house.admit(custodian, gp, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), consent, of: person.reference)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        try await custodian.settleNews()
        let visit = try await house.admit(
            custodian,
            try People.doctor(1),
            for: person,
            mode: .breakGlass(reason: "Personne inconsciente")
        )
        _ = try await custodian.list(visit, of: person.reference)
        if isDismissed {
            _ = try await custodian.carryOut(.removeTreatingPhysician(try #require(gp.person)), holder)
        }
        let told = try await house.news.count { if case .patientEmergency = $0.notice { true } else { false } }
        #expect(told == (isDismissed ? 0 : 1))
        #expect(try await Self.withheld(custodian) == (isDismissed ? 1 : 0))
        try custodian.close()
    }
}
