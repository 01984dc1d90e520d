import HealthRecord
import Testing

@testable import Custody

/// Whom a list of professionals calls authorised is who gets in (TD1.6; identity and experience § 7.2, page 14).
@Suite struct AuthorisationListTests {
    private struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person
        let holder: Admission

        init(_ set: String) async throws {
            house = try House()
            custodian = try house.open { $0.policySet = set }
            person = try await house.person(custodian)
            holder = try await house.holder(custodian, try await house.session(custodian, person))
        }

        func carryOut(_ wish: HolderWish) async throws {
            #expect(try await custodian.carryOut(wish, holder) == .done)
        }

        func reads(_ actor: CareActor) async -> Bool {
            guard let visit = try? await house.admit(custodian, actor, for: person) else { return false }
            return (try? await custodian.list(visit, of: person.reference)) != nil
        }

        func list(_ asker: CareActor) async throws -> AuthorisationList {
            try await custodian.listAuthorisations(
                try await house.admit(custodian, asker, for: person),
                of: person.reference
            )
        }

        func byRole(_ asker: CareActor) async throws -> [CareSubject] {
            try await list(asker).treatingWithoutLeave(at: house.now).map(CareSubject.person)
        }

        func listed(_ asker: CareActor) async throws -> Set<CareSubject> {
            Set(try await list(asker).readers(at: house.now).keys)
        }
    }

    /// § 3.2, § 3.3, TD1.6; § 7.2, page 14: a structure's refusal keeps out who works there, whatever leave or role of his own he
    /// has, and no list says otherwise.
    ///
    /// Whom the set keeps as treating physician is not reached by it.
    @Test(arguments: [("era2016", false), ("era2019", true), ("mes2022", true), ("mes2026", true)])
    func whoIsRefusedThroughHisStructureIsOnNoList(set: String, keepsTreating: Bool) async throws {
        let scene = try await Scene(set)
        let end = scene.house.now.advanced(bySeconds: 86_400)
        let (chosen, byHimself, nurse, asker) = (
            try People.doctor(1), try People.doctor(2), try People.doctor(3, role: "60", specialty: nil),
            try People.doctor(4, structure: 2)
        )
        let all = [chosen, byHimself, nurse, asker]
        try await scene.carryOut(.declareTreatingPhysician(People.leave(chosen, until: end)))
        try await scene.carryOut(.authorise(People.leave(byHimself, until: end)))
        try await scene.carryOut(.authorise(People.leave(nurse, until: end)))
        try await scene.carryOut(.authorise(People.leave(asker)))
        _ = try await scene.custodian.setAuthorisation(
            .add(asTreatingPhysician: true),
            try await scene.house.admit(scene.custodian, byHimself, for: scene.person),
            of: scene.person.reference
        )
        func expectReaders(_ readers: [CareActor]) async throws {
            #expect(try await scene.listed(asker) == Set(readers.map(\.subject)))
            for actor in all { #expect(await scene.reads(actor) == readers.contains(actor)) }
        }
        try await expectReaders(all)
        let block = Block(
            subject: .structure(chosen.structure.id),
            name: PersonName(family: chosen.structure.name, given: ""),
            profession: nil,
            since: scene.house.now
        )
        try await scene.carryOut(.block(block))
        try await expectReaders(keepsTreating ? [chosen, asker] : [asker])
        // Once the leaves have ended, the role alone is asked, and answers the same.
        scene.house.pass(2 * 86_400)
        try await expectReaders(keepsTreating ? [chosen, asker] : [asker])
        #expect(try await scene.byRole(asker) == (keepsTreating ? [chosen.subject] : []))
        // Once it is lifted both roles read again, and are listed.
        let later = try await scene.house.session(scene.custodian, scene.person)
        _ = try await scene.custodian.carryOut(
            .unblock(block.subject),
            try await scene.house.holder(scene.custodian, later)
        )
        try await expectReaders([chosen, byHimself, asker])
        try scene.custodian.close()
    }

    /// § 3.2; § 7.2, page 14: whoever works in two places and comes from the other one reads, and his own line tells him so.
    @Test func whoeverComesFromElsewhereKeepsHisOwnLine() async throws {
        let scene = try await Scene("mes2026")
        let (here, elsewhere) = (try People.doctor(1), try People.doctor(1, structure: 2))
        try await scene.carryOut(.authorise(People.leave(here)))
        let block = Block(
            subject: .structure(here.structure.id),
            name: PersonName(family: here.structure.name, given: ""),
            profession: nil,
            since: scene.house.now
        )
        try await scene.carryOut(.block(block))
        #expect(await !scene.reads(here))
        #expect(await scene.reads(elsewhere))
        #expect(try await scene.list(elsewhere).authorisations.map(\.subject) == [here.subject])
        try scene.custodian.close()
    }

    /// § 3.3, TD1.6 (CSP L1111-16): a treating physician whose leave has ended is listed where the set lets the role read
    /// (`mt.readsWithoutLeave`), and where it does not, he is not.
    @Test(arguments: [("era2007", false), ("era2011", true), ("era2016", true), ("mes2022", true), ("mes2026", true)])
    func theRoleAloneListsWhomItLetsRead(set: String, readsOn: Bool) async throws {
        let scene = try await Scene(set)
        let (physician, asker) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let end = scene.house.now.advanced(bySeconds: 86_400)
        try await scene.carryOut(.declareTreatingPhysician(People.leave(physician, until: end)))
        try await scene.carryOut(.authorise(People.leave(asker)))
        let before = try await scene.list(asker)
        #expect(before.treatingWithoutLeave(at: scene.house.now).isEmpty && before.isTreating(physician.subject))
        scene.house.pass(2 * 86_400)
        #expect(await scene.reads(physician) == readsOn)
        #expect(try await scene.byRole(asker) == (readsOn ? [physician.subject] : []))
        try scene.custodian.close()
    }
}
