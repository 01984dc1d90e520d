import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// Roles of the holder's own giving: administrators (§ 1.2; CSP R1111-43 as worded in 2016), the treating physician (L1111-16).
@Suite struct AdministratorTests {
    private func reads(
        _ house: House,
        _ custodian: Custodian,
        _ actor: CareActor,
        _ person: Person,
        _ shelf: Shelf
    )
        async throws -> Bool
    {
        let visit = try await house.admit(custodian, actor, for: person)
        let outcome = try await custodian.release([try await shelf.shown(0)], visit, of: person.reference)
        return if case .released = outcome.first { true } else { false }
    }

    @Test func anAdministratorSeesWhatIsMaskedUntilTheRoleIsTakenBack() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (author, nurse) = (try People.doctor(1), try People.doctor(2, structure: 2, role: "60", specialty: nil))
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.authorise(People.leave(author)), holder)
        _ = try await custodian.carryOut(.authorise(People.leave(nurse)), holder)
        let shelf = Shelf()
        try await house.deposit(custodian, [.maskedToProfessionals], by: author, for: person, on: shelf)
        #expect(try await !reads(house, custodian, nurse, person, shelf))
        #expect(try await custodian.carryOut(.nameAdministrator(People.leave(nurse)), holder) == .done)
        #expect(try await custodian.carryOut(.nameAdministrator(People.leave(nurse)), holder) == .unchanged)
        #expect(try await reads(house, custodian, nurse, person, shelf))
        let grant = try await custodian.list(try await house.admit(custodian, nurse, for: person), of: person.reference)
        #expect(grant.policy.administrators == [try #require(nurse.person)])
        // Others learn nothing of the role.
        let others = try await custodian.list(
            try await house.admit(custodian, author, for: person),
            of: person.reference
        )
        #expect(others.policy.administrators.isEmpty)
        #expect(
            try await custodian.carryOut(.withdrawAdministrator(try #require(nurse.person)), holder) == .done
        )
        #expect(try await !reads(house, custodian, nurse, person, shelf))
        let chain = try await custodian.chain(of: person.record)
        let (named, withdrawn) = (
            chain.filter { $0.act == .nameAdministrator }, chain.filter { $0.act == .withdrawAdministrator }
        )
        // To name again whom one has named is said and changes nothing: each word has its one line.
        #expect(named.count == 2 && withdrawn.count == 1)
        #expect((named + withdrawn).allSatisfy { $0.outcome == .permitted && $0.actor == holder.actor })
        let book = try RuleBook.bundled()
        for event in chain { #expect([.same, .undecided].contains(TracedDecision(event, in: book)), "\(event.act)") }
        try custodian.close()
    }

    @Test func aSetWithoutAdministratorsRefusesAndABlockEndsTheRole() async throws {
        for (set, knows) in [("era2011", false), ("mes2026", true)] {
            let house = try House()
            let custodian = try house.open { $0.policySet = set }
            let person = try await house.person(custodian)
            let actor = try People.doctor()
            let holder = try await house.holder(custodian, try await house.session(custodian, person))
            let effect = try? await custodian.carryOut(.nameAdministrator(People.leave(actor)), holder)
            #expect((effect == .done) == knows, "\(set)")
            if !knows {
                let refused = try #require(try await custodian.chain(of: person.record).last)
                #expect(refused.rule == "functional.administratorsNotKnown" && refused.outcome == .refused)
            } else {
                _ = try await custodian.carryOut(.block(People.block(actor)), holder)
                #expect(try await custodian.holderFile(holder).policy.administrators.isEmpty)
                #expect(try await custodian.carryOut(.nameAdministrator(People.leave(actor)), holder) == .unchanged)
            }
            try custodian.close()
        }
    }

    /// § 1.2, § 3.3: each is told his own role, and nobody an administrator's.
    @Test(arguments: ["era2011", "era2016", "era2019", "mes2026"])
    func eachIsToldHisOwnRole(set: String) async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = set }
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let (one, other) = (try People.doctor(1), try People.doctor(2, structure: 2, role: "60", specialty: nil))
        func role(_ actor: CareActor) async throws -> CareRole {
            let visit = try await house.admit(custodian, actor, for: person)
            return try await custodian.listAuthorisations(visit, of: person.reference).role
        }
        for actor in [one, other] { _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder) }
        #expect(try await role(one) == .none)
        if set != "era2011" {
            _ = try await custodian.carryOut(.nameAdministrator(People.leave(other)), holder)
            #expect(try await role(other) == .administrator)
            #expect(try await role(one) == .none)
        }
        let visit = try await house.admit(custodian, one, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), visit, of: person.reference)
        #expect(try await role(one) == .treatingPhysician)
        _ = try await custodian.carryOut(.declareTreatingPhysician(People.leave(one)), holder)
        let isKept = ["era2019", "mes2026"].contains(set)
        #expect(try await role(one) == (isKept ? .keptTreatingPhysician : .treatingPhysician))
        try custodian.close()
    }

    @Test func anAdministratorGivesTheRoleBack() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let actor = try People.doctor()
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.nameAdministrator(People.leave(actor)), holder)
        let visit = try await house.admit(custodian, actor, for: person)
        #expect(try await custodian.setAuthorisation(.resignTreatingPhysician, visit, of: person.reference) == .done)
        #expect(try await custodian.holderFile(holder).policy.administrators.isEmpty)
        try custodian.close()
    }

    /// CSP L1111-16: whoever is no physician, is in training, or watches over workers, declares himself in vain (TD0.3).
    @Test func onlyAPhysicianDeclaresHimselfTreating() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let actors: [(CareActor, Bool)] = [
            (try People.doctor(1), true), (try People.doctor(2, role: "60", specialty: nil), false),
            (try People.doctor(3, sector: "SA66", specialty: "SM25"), false),
            (try People.doctor(4, holder: .trainee), false), (try People.doctor(5, holder: .employee), false),
        ]
        for (actor, may) in actors {
            let visit = try await house.admit(custodian, actor, for: person)
            let change = AuthorisationChange.add(asTreatingPhysician: true)
            let effect = try? await custodian.setAuthorisation(change, visit, of: person.reference)
            #expect((effect == .done) == may, "\(actor.profession.role.value) \(actor.holder)")
            let last = try #require(try await custodian.chain(of: person.record).last)
            #expect(last.act == .declareTreatingPhysician && (last.outcome == .permitted) == may)
        }
        let policy = try #require(try await custodian.contextAfterCommit(of: person.record)).policy
        let physician = try #require(actors[0].0.person)
        #expect(policy.treatingPhysicians == [physician] && !policy.isConfirmedTreating(physician))
        // C3: the holder cannot remove the physician whom he declared; one who named himself, with a stolen card, he can.
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        #expect(try await custodian.carryOut(.block(People.block(actors[0].0)), holder) == .done)
        #expect(try await custodian.holderFile(holder).policy.treatingPhysicians.isEmpty)
        let other = try People.doctor(7, structure: 7)
        let visit = try await house.admit(custodian, other, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), visit, of: person.reference)
        _ = try await custodian.carryOut(.declareTreatingPhysician(People.leave(other)), holder)
        let confirmed = try await custodian.holderFile(holder).policy
        #expect(confirmed.treatingPhysicians.allSatisfy(confirmed.isConfirmedTreating))
        await #expect(throws: CustodyError.self) {
            try await custodian.carryOut(.block(People.block(other)), holder)
        }
        for event in try await custodian.chain(of: person.record) {
            let book = try RuleBook.bundled()
            #expect([.same, .undecided].contains(TracedDecision(event, in: book)), "\(event.act)")
        }
        try custodian.close()
    }

    /// C3: where the holder cannot remove him, the role passes by the declaration to the insurer.
    @Test func theRolePassesByTheDeclarationToTheInsurer() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2019" }
        let person = try await house.person(custodian)
        let ins = try People.qualified(1)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let (one, other) = (try People.doctor(1), try People.doctor(2, structure: 2))
        _ = try await custodian.carryOut(.declareTreatingPhysician(People.leave(one)), holder)
        try await custodian.declareTreatingPhysician(People.leave(other), of: ins)
        #expect(try await custodian.holderFile(holder).policy.treatingPhysicians == [try #require(other.person)])
        // From now on the former one may be blocked like anybody.
        #expect(try await custodian.carryOut(.block(People.block(one)), holder) == .done)
        await #expect(throws: CustodyError.conflict("blocked")) {
            try await custodian.declareTreatingPhysician(People.leave(one), of: ins)
        }
        let nurse = try People.doctor(3, role: "60", specialty: nil)
        await #expect(throws: CustodyError.conflict("physician")) {
            try await custodian.declareTreatingPhysician(People.leave(nurse), of: ins)
        }
        try await custodian.endDeclaration(ofTreatingPhysician: ins)
        #expect(try await custodian.holderFile(holder).policy.treatingPhysicians.isEmpty)
        try custodian.close()
    }
}
