import HealthRecord
import Testing

@testable import Custody

/// The treating physician blocks and unblocks at the holder's request (CSP L1111-16, L1111-19; access-and-lifecycle § 3.2).
@Suite struct BlockingTests {
    private struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person
        let doctor: CareActor
        let gp: CareActor

        init(_ rules: [String: Any]? = nil) async throws {
            house = try House()
            custodian = try house.open(rules: try rules.map(House.rules)) { if rules != nil { $0.policySet = "essai" } }
            person = try await house.person(custodian)
            (doctor, gp) = (try People.doctor(1), try People.doctor(2, structure: 2))
            let holder = try await holder()
            for actor in [doctor, gp] { _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder) }
            _ = try await custodian.carryOut(.declareTreatingPhysician(People.leave(gp)), holder)
        }

        func holder() async throws -> Admission {
            try await house.holder(custodian, try await house.session(custodian, person))
        }

        func visit(_ actor: CareActor) async throws -> Admission {
            try await house.admit(custodian, actor, for: person)
        }

        func block(_ actor: CareActor) async throws -> ChangeEffect {
            try await custodian.blockAtRequest(People.block(actor), try await visit(gp), of: person.reference)
        }

        func unblock(_ actor: CareActor, by other: CareActor? = nil) async throws -> ChangeEffect {
            try await custodian.unblockAtRequest(actor.subject, try await visit(other ?? gp), of: person.reference)
        }

        var told: Int {
            get async throws {
                try await house.news.count { if case .recordAdministered = $0.notice { true } else { false } }
            }
        }
    }

    @Test func whoRecordedARefusalLiftsItAndTheHolderHearsOfBoth() async throws {
        let scene = try await Scene()
        #expect(try await scene.block(scene.doctor) == .done)
        #expect(try await scene.told == 1)
        #expect(try await scene.block(scene.doctor) == .unchanged)
        #expect(try await scene.told == 1)
        let policy = try await scene.custodian.holderFile(scene.holder()).policy
        #expect(policy.blocks.map(\.recordedBy) == [scene.gp.subject])
        #expect(try await scene.unblock(scene.doctor) == .done)
        #expect(try await scene.told == 2)
        #expect(try await scene.unblock(scene.doctor) == .unchanged)
        #expect(try await scene.told == 2)
        // Unblocking asks again: no leave comes back.
        let after = try await scene.custodian.holderFile(scene.holder()).policy
        #expect(after.blocks.isEmpty && after.authorisation(of: scene.doctor.subject) == nil)
        let acts = try await scene.custodian.chain(of: scene.person.record)
            .filter { [.block, .unblock].contains($0.act) }
        #expect(
            acts.map(\.act) == [.block, .block, .unblock, .unblock] && acts.allSatisfy { $0.outcome == .permitted }
        )
        try scene.custodian.close()
    }

    /// What the holder refused himself, nobody lifts for him; and nobody but the treating physician lifts anything.
    @Test func theHoldersOwnRefusalIsHisOwn() async throws {
        let scene = try await Scene()
        let holder = try await scene.holder()
        _ = try await scene.custodian.carryOut(.block(People.block(scene.doctor)), holder)
        await #expect(throws: CustodyError.conflict("recordedByAnother")) { try await scene.unblock(scene.doctor) }
        let other = try People.doctor(3, structure: 3)
        _ = try await scene.custodian.carryOut(.authorise(People.leave(other)), holder)
        await #expect(throws: CustodyError.self) { try await scene.unblock(scene.doctor, by: other) }
        await #expect(throws: CustodyError.self) { try await scene.unblock(scene.doctor, by: scene.doctor) }
        #expect(try await scene.told == 0)
        let policy = try await scene.custodian.holderFile(scene.holder()).policy
        #expect(policy.blocks.map(\.subject) == [scene.doctor.subject])
        try scene.custodian.close()
    }

    /// Key `consent.proof` (C14): where consent is confirmed by the holder, lifting a refusal for him wants his presence.
    @Test func liftingWantsTheProofThatTheSetWants() async throws {
        let scene = try await Scene(["consent.proof": "holderConfirmed"])
        #expect(try await scene.block(scene.doctor) == .done)
        await #expect(throws: CustodyError.self) { try await scene.unblock(scene.doctor) }
        let visit = try await scene.visit(scene.gp)
        let request = try await scene.custodian.requestPresence(by: .code(nil), visit, of: scene.person.reference)
        try await scene.custodian.confirmPresence(
            request.id,
            code: try scene.house.lastCode(),
            visit,
            of: scene.person.reference
        )
        #expect(try await scene.unblock(scene.doctor) == .done)
        try scene.custodian.close()
    }
}
