import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// Leave that is taken or given back takes along every role that would read on without it (§ 3.2, § 3.3, CSP R1111-46).
@Suite struct TakenBackTests {
    /// What somebody is to the holder beyond a leave, and on whose word.
    enum Role: CaseIterable { case none, administrator, treatingByHimself, treatingByTheHolder }

    static let sets = ["era2007", "era2011", "era2016", "era2019", "mes2022", "mes2026"]

    /// A record and somebody who reads it.
    private struct Scene {
        let custodian: Custodian
        let person: Person
        let actor: CareActor
        let holder: Admission
        /// Whether the set keeps him in his role whatever the holder wants.
        let isKept: Bool
    }

    /// Nil where the set does not know the role.
    private func enter(_ role: Role, _ set: String, _ house: House) async throws -> Scene? {
        let rules = try #require(try RuleBook.bundled().policySets[set])
        guard role != .administrator || rules.allowsAdministrators else { return nil }
        let custodian = try house.open { $0.policySet = set }
        let person = try await house.person(custodian)
        let actor = try People.doctor()
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        switch role {
        case .none: _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder)
        case .administrator: _ = try await custodian.carryOut(.nameAdministrator(People.leave(actor)), holder)
        case .treatingByHimself:
            let visit = try await house.admit(custodian, actor, for: person)
            _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), visit, of: person.reference)
        case .treatingByTheHolder:
            _ = try await custodian.carryOut(.declareTreatingPhysician(People.leave(actor)), holder)
        }
        return Scene(
            custodian: custodian,
            person: person,
            actor: actor,
            holder: holder,
            isKept: role == .treatingByTheHolder && !rules.letsHolderRemoveTreatingPhysician
        )
    }

    private func lists(_ house: House, _ scene: Scene) async throws -> Bool {
        let visit = try await house.admit(scene.custodian, scene.actor, for: scene.person)
        do {
            _ = try await scene.custodian.list(visit, of: scene.person.reference)
            return true
        } catch .refused {
            return false
        }
    }

    private func change(
        _ change: AuthorisationChange,
        _ house: House,
        _ scene: Scene
    ) async throws -> Custody.ChangeEffect {
        let visit = try await house.admit(scene.custodian, scene.actor, for: scene.person)
        return try await scene.custodian.setAuthorisation(change, visit, of: scene.person.reference)
    }

    private func hasNoRole(_ scene: Scene) async throws -> Bool {
        let policy = try await scene.custodian.holderFile(scene.holder).policy
        return policy.treatingPhysicians.isEmpty && policy.treatingDeclarations.isEmpty && policy.administrators.isEmpty
    }

    @Test(arguments: sets, Role.allCases)
    func whoseLeaveTheHolderTakesBackReadsNoMore(set: String, role: Role) async throws {
        let house = try House()
        guard let scene = try await enter(role, set, house) else { return }
        #expect(try await lists(house, scene))
        let wish = HolderWish.revoke(scene.actor.subject)
        if scene.isKept {
            // Refused by the rules, and left as it is: the leave does not go alone.
            let before = try await scene.custodian.holderFile(scene.holder).policy
            #expect(wish.outcome(on: before, under: scene.custodian.rules) == before)
            await #expect(throws: CustodyError.self) { try await scene.custodian.carryOut(wish, scene.holder) }
            #expect(try await scene.custodian.holderFile(scene.holder).policy == before)
        } else {
            #expect(try await scene.custodian.carryOut(wish, scene.holder) == .done)
            #expect(try await scene.custodian.carryOut(wish, scene.holder) == .unchanged)
            #expect(try await hasNoRole(scene))
        }
        #expect(try await lists(house, scene) == scene.isKept)
        try scene.custodian.close()
    }

    /// TD0.3: *SUPPRESSION*, and before it *SUPPRESSION* of the role where the set keeps him in it.
    @Test(arguments: sets, Role.allCases)
    func whoGivesHisLeaveBackReadsNoMore(set: String, role: Role) async throws {
        let house = try House()
        guard let scene = try await enter(role, set, house) else { return }
        if scene.isKept {
            await #expect(throws: CustodyError.conflict("treatingPhysicianStays")) {
                try await change(.remove, house, scene)
            }
            #expect(try await lists(house, scene))
            #expect(try await change(.resignTreatingPhysician, house, scene) == .done)
            #expect(try await lists(house, scene))
        }
        #expect(try await change(.remove, house, scene) == .done)
        #expect(try await change(.remove, house, scene) == .unchanged)
        let stays = try await lists(house, scene)
        let hasNone = try await hasNoRole(scene)
        #expect(!stays && hasNone)
        try scene.custodian.close()
    }
}
