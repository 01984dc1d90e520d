import AccessRules
import HealthRecord
import SampleRecords
import Testing
import XDSWire

@testable import Custody
@testable import RecordService

/// Random lives of a record with everybody in them: holder, who acts for him, those who care, emergencies, the insurer's feed,
/// those whom the law bans, and time (access and life cycle § 5, § 10; CSP L1111-18, L1111-19, R1111-43, R1111-49, R1111-53).
@Suite struct RichHistoryTests {
    /// Every set of rules, and every kind of life under some of them.
    static let scenes: [(set: String, life: HistoryScene.Life)] = [
        ("mes2026", .child), ("mes2026", .helped), ("era2007", .child), ("mes2022", .protected), ("era2016", .child),
        ("era2019", .helped), ("era2011", .protected),
    ]

    @Test(arguments: Self.scenes.indices)
    func whateverHappensTheLawHolds(number: Int) async throws {
        let (set, life) = Self.scenes[number]
        let scene = try await HistoryScene(seed: UInt64(number + 1), set: set, life: life)
        try await scene.begin()
        var done = 0
        for _ in 0..<22 where try await scene.step() != nil { done += 1 }
        // A history in which next to nothing is permitted would prove nothing.
        #expect(done >= 4)
        try await scene.expectNothingForTheBanned()
        try await scene.office.close()
    }

    /// The holder closes the record and comes back: in between nobody gets in, and each turn has its one trace.
    @Test func aClosedRecordIsClosedToEverybodyAndComesBackAsItWas() async throws {
        let scene = try await HistoryScene(seed: 77, set: "mes2026", life: .helped)
        try await scene.begin()
        for _ in 0..<8 { _ = try await scene.step() }
        let watchers = scene.watchers(9)
        let before = try await scene.views(watchers)
        let visit = try await scene.visit(.holder)
        let start = try await scene.sequence()
        try await scene.office.service.closeOwn(secret: scene.patient.secretCode, visit)
        #expect(try await scene.events(after: start).map(\.act) == [.close])
        for caller in scene.callers {
            let visit = try await scene.visit(caller)
            await #expect(throws: ServiceError.self, "\(caller.name)") { try await scene.office.service.list(visit) }
        }
        for person in scene.people {
            await #expect(throws: (any Error).self) { try await scene.visit(person) }
        }
        let challenge = try await scene.office.service.beginReturn(
            identifier: .matricule(scene.patient.ins),
            secret: scene.patient.secretCode,
            preferring: nil
        )
        let closed = try await scene.sequence()
        try await scene.office.service.completeReturn(
            token: challenge.token,
            code: try scene.office.lastCode(),
            .reopen
        )
        #expect(try await scene.events(after: closed).map(\.act) == [.reopen])
        #expect(try await scene.views(watchers) == before)
        try await scene.office.close()
    }
}
