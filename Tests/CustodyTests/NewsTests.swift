import Foundation
import GRDB
import HealthRecord
import Sealing
import Synchronization
import Testing

@testable import Custody

/// What is told is kept with the act and leaves after it: nobody waits for a carrier, and nothing is lost (R1111-48).
@Suite struct NewsTests {
    private static let address = "cabinet@sante.mssante.example"
    private static let contact = ContactChannel.email(address)

    /// A record, who treats its holder, and who breaks the glass.
    private struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person
        let doctor: CareActor

        func breakGlass(_ reason: String) async throws {
            let mode = AccessMode.breakGlass(reason: reason)
            let visit = try await house.admit(custodian, doctor, for: person, mode: mode)
            _ = try await custodian.list(visit, of: person.reference)
        }

        var waiting: Int {
            get async throws {
                try await custodian.ledger.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM waiting_news") ?? 0 }
            }
        }
    }

    private static func open(
        _ house: House,
        lost: @escaping @Sendable (NewsLoss) -> Void = { _ in }
    ) throws -> Custodian {
        let gp = try People.doctor(2, structure: 2)
        let mailbox = try #require(SecureMailbox(address))
        return try house.open(edit: { settings in
            settings.careContact = { asked in
                asked == gp.person ? CareContact(name: gp.name, mailbox: mailbox) : nil
            }
            settings.newsLost = lost
        })
    }

    private func scene(lost: @escaping @Sendable (NewsLoss) -> Void = { _ in }) async throws -> Scene {
        let house = try House()
        let custodian = try Self.open(house, lost: lost)
        let person = try await house.person(custodian)
        let gp = try await house.admit(custodian, try People.doctor(2, structure: 2), for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), gp, of: person.reference)
        // The holder hears by another way than the physician.
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.notices(NoticeChoices(channel: .sms)), holder)
        try await custodian.settleNews()
        return Scene(house: house, custodian: custodian, person: person, doctor: try People.doctor(1))
    }

    private func emergencies(_ house: House) -> Int {
        house.notices.count { if case .emergencyAccess = $0.notice { true } else { false } }
    }

    private func written(_ house: House) -> Int { house.notices.count { $0.channel == Self.contact } }

    /// A carrier of text messages that hangs keeps neither the professional waiting nor what leaves by another way.
    @Test(.timeLimit(.minutes(2))) func aCarrierThatHangsKeepsNobodyWaiting() async throws {
        let scene = try await scene()
        let post = Task { await scene.custodian.carryNews() }
        scene.house.carrier.withLock { $0 = .hanging(.sms) }
        try await scene.breakGlass("Personne inconsciente")
        while written(scene.house) == 0 { try await Task.sleep(for: .milliseconds(5)) }
        #expect(emergencies(scene.house) == 0)
        // It stops between two messages, and what waits stays.
        post.cancel()
        await post.value
        #expect(try await scene.waiting == 1)
        scene.house.carrier.withLock { $0 = .working }
        scene.house.pass(WaitingNews.patience.pause)
        #expect(try await scene.house.news.count { $0.channel == Self.contact } == 1)
        #expect(emergencies(scene.house) == 1)
        try scene.custodian.close()
    }

    /// Security design § 2.7: what is committed is told, though the process ends before it was.
    @Test func whatWaitedWhenTheProcessEndedLeavesAfterwards() async throws {
        let scene = try await scene()
        try await scene.breakGlass("Personne inconsciente")
        #expect(emergencies(scene.house) == 0 && written(scene.house) == 0)
        #expect(try await scene.waiting == 2)
        try scene.custodian.close()
        let again = try Self.open(scene.house)
        try await again.settleNews()
        #expect(emergencies(scene.house) == 1 && written(scene.house) == 1)
        // Once, and not once more.
        try await again.settleNews()
        #expect(emergencies(scene.house) == 1 && written(scene.house) == 1)
        try again.close()
    }

    /// What was put off is tried at once after a start: what stood in its way may be mended.
    @Test(.timeLimit(.minutes(2))) func aStartTriesAtOnceWhatWasPutOff() async throws {
        let scene = try await scene()
        scene.house.carrier.withLock { $0 = .failing(.sms) }
        try await scene.breakGlass("Personne inconsciente")
        try await scene.custodian.settleNews()
        #expect(try await scene.waiting == 1)
        try scene.custodian.close()
        scene.house.carrier.withLock { $0 = .working }
        let again = try Self.open(scene.house)
        try await again.settleNews()
        #expect(emergencies(scene.house) == 0)
        let post = Task { await again.carryNews() }
        while emergencies(scene.house) == 0 { try await Task.sleep(for: .milliseconds(5)) }
        post.cancel()
        await post.value
        try again.close()
    }

    /// What a carrier does not take is tried again after a growing wait, in its order, and other ways go on.
    @Test func aWayThatFailsIsTriedAgainInOrder() async throws {
        let scene = try await scene()
        scene.house.carrier.withLock { $0 = .failing(.sms) }
        try await scene.breakGlass("Personne inconsciente")
        try await scene.custodian.settleNews()
        #expect(written(scene.house) == 1 && emergencies(scene.house) == 0)
        // A second try fails as well; what comes later waits behind it.
        scene.house.pass(WaitingNews.patience.pause)
        try await scene.custodian.settleNews()
        let later = try await scene.house.admit(scene.custodian, try People.doctor(3), for: scene.person)
        _ = try await scene.custodian.setAuthorisation(
            .add(asTreatingPhysician: true),
            later,
            of: scene.person.reference
        )
        scene.house.carrier.withLock { $0 = .working }
        scene.house.pass(2 * WaitingNews.patience.pause - 1)
        let before = try await scene.house.news.count
        #expect(emergencies(scene.house) == 0)
        scene.house.pass(1)
        let told = try await scene.house.news.dropFirst(before).compactMap { sent -> String? in
            switch sent.notice {
            case .emergencyAccess: "emergency"
            case .treatingPhysicianDeclared: "treating"
            default: nil
            }
        }
        #expect(told == ["emergency", "treating"])
        #expect(try await scene.waiting == 0)
        try scene.custodian.close()
    }

    /// A way that stays shut is given up after its time, and counted.
    @Test func whatCannotLeaveIsGivenUpAndCounted() async throws {
        let lost = Mutex<[NewsLoss]>([])
        let scene = try await scene { loss in lost.withLock { $0.append(loss) } }
        scene.house.carrier.withLock { $0 = .failing(.sms) }
        try await scene.breakGlass("Personne inconsciente")
        func givenUp() async throws -> Int {
            try await scene.custodian.ledger.read { database in
                try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM security_event WHERE kind = 'newsGivenUp'") ?? 0
            }
        }
        var passed: Int64 = 0
        while passed < WaitingNews.patience.whole {
            try await scene.custodian.settleNews()
            #expect(try await scene.waiting == 1)
            scene.house.pass(WaitingNews.patience.longestPause)
            passed += WaitingNews.patience.longestPause
        }
        #expect(try await givenUp() == 0)
        #expect(lost.withLock { $0 }.isEmpty)
        try await scene.custodian.settleNews()
        #expect(try await scene.waiting == 0)
        #expect(try await givenUp() == 1)
        // Whoever watches hears of it once.
        try await scene.custodian.settleNews()
        #expect(lost.withLock { $0 } == [.givenUp])
        #expect(emergencies(scene.house) == 0)
        try scene.custodian.close()
    }

    /// Security design § 1.3: what waits names nobody in the tables.
    @Test func whatWaitsIsSealed() async throws {
        let scene = try await scene()
        try await scene.breakGlass("Personne inconsciente")
        let kept = try await scene.custodian.ledger.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM waiting_news").flatMap { row in
                ["news_id", "about", "line", "news_ct"].flatMap { Array(row[$0] as Data) }
            }
        }
        let text = String(decoding: kept, as: UTF8.self)
        let names = [
            try People.traits().birthFamilyName, scene.person.ins.matricule.text, scene.doctor.name.family,
            "example.org", "emergency",
        ]
        #expect(!kept.isEmpty && names.allSatisfy { !text.contains($0) })
        #expect(kept.firstRange(of: scene.person.record.bytes) == nil)
        try scene.custodian.close()
    }
}
