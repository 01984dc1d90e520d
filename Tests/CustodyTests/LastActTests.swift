import HealthRecord
import Testing

@testable import Custody

/// When somebody authorised last acted, as TD1.6 tells it (interop sheet § 2.5).
@Suite struct LastActTests {
    private struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person

        /// What a professional is told of the last acts; his question is an act itself, and not yet one that he is told of.
        func told(_ asker: CareActor, isSecret: Bool = false) async throws -> [CareSubject: Instant] {
            try await custodian.listAuthorisations(
                telling: .leavesAndLastActs,
                try await house.admit(custodian, asker, for: person, isSecret: isSecret),
                of: person.reference
            ).lastActs
        }

        func look(_ actor: CareActor) async throws {
            _ = try await custodian.list(try await house.admit(custodian, actor, for: person), of: person.reference)
        }
    }

    private func scene(_ actors: [CareActor]) async throws -> (Scene, Admission) {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2026" }
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        for actor in actors { _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder) }
        return (Scene(house: house, custodian: custodian, person: person), holder)
    }

    /// TD1.6: not the day of the leave, which whoever gives it makes; and who never came has none.
    @Test func itIsOnesOwnAndNotTheLeaves() async throws {
        let (asker, other, absent) = (try People.doctor(1), try People.doctor(2, structure: 2), try People.doctor(3))
        let (scene, _) = try await scene([asker, other, absent])
        #expect(try await scene.told(asker).isEmpty)
        let asked = scene.house.now
        scene.house.pass(60)
        try await scene.look(other)
        let looked = scene.house.now
        scene.house.pass(60)
        #expect(try await scene.told(asker) == [asker.subject: asked, other.subject: looked])
        // Whoever does not ask for them is not told, and nothing is opened for him.
        let plain = try await scene.custodian.listAuthorisations(
            try await scene.house.admit(scene.custodian, asker, for: scene.person),
            of: scene.person.reference
        )
        #expect(plain.lastActs.isEmpty && plain.authorisations.count == 3)
        try scene.custodian.close()
    }

    /// More traces than are opened at a time lie between the question and the act.
    @Test func itIsFoundHoweverMuchCameAfter() async throws {
        let (asker, other) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let (scene, _) = try await scene([asker, other])
        try await scene.look(other)
        let looked = scene.house.now
        scene.house.pass(60)
        for _ in 0..<201 {
            _ = try await scene.custodian.testExistence(
                try await scene.house.admit(scene.custodian, asker, for: scene.person),
                of: scene.person.reference
            )
        }
        #expect(try await scene.told(asker) == [asker.subject: scene.house.now, other.subject: looked])
        try scene.custodian.close()
    }

    /// Who never comes does not have a long record opened whole: of acts before the newest ones nothing is told.
    @Test func itIsLookedForAmongTheNewestTracesAlone() async throws {
        let (asker, other, absent) = (try People.doctor(1), try People.doctor(2, structure: 2), try People.doctor(3))
        let (scene, _) = try await scene([asker, other, absent])
        let (house, custodian, person) = (scene.house, scene.custodian, scene.person)
        try await scene.look(other)
        let looked = (at: house.now, newest: try #require(try await custodian.contextAfterCommit(of: person.record)))
        house.pass(60)
        for _ in 0..<5 {
            _ = try await custodian.testExistence(
                try await house.admit(custodian, asker, for: person),
                of: person.reference
            )
        }
        let asked = house.now
        let context = try #require(try await custodian.contextAfterCommit(of: person.record))
        let admission = try await house.admit(custodian, asker, for: person)
        let listed = [asker.subject: House.start, other.subject: House.start, absent.subject: House.start]
        func told(within reach: Int) async throws -> [CareSubject: Instant] {
            try await custodian.lastActs(of: listed, in: context, to: admission, within: reach)
        }
        let later = Int(context.traceSequence - looked.newest.traceSequence)
        #expect(try await told(within: 0).isEmpty)
        #expect(try await told(within: later) == [asker.subject: asked])
        for reach in [later + 1, Custodian.lastActsReach] {
            #expect(try await told(within: reach) == [asker.subject: asked, other.subject: looked.at])
        }
        try custodian.close()
    }

    /// A leave's last act cannot be before it began: what was done under one given before is not told.
    @Test func itIsNotLookedForBeforeTheLeave() async throws {
        let (asker, other) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let (scene, _) = try await scene([asker, other])
        let (house, custodian, person) = (scene.house, scene.custodian, scene.person)
        try await scene.look(other)
        let looked = house.now
        house.pass(60)
        try await scene.look(asker)
        let context = try #require(try await custodian.contextAfterCommit(of: person.record))
        let admission = try await house.admit(custodian, asker, for: person)
        for (since, told) in [(looked, looked), (looked.advanced(bySeconds: 1), nil)] {
            let acts = try await custodian.lastActs(of: [other.subject: since], in: context, to: admission)
            #expect(acts[other.subject] == told)
        }
        try custodian.close()
    }

    /// § 3.5, CSP R1111-49: what is done to a document that somebody may not know of, he learns by no date either.
    @Test func actsOnWhatIsMaskedAreToldToWhoeverMayKnowOfThem() async throws {
        let (author, other) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let (scene, holder) = try await scene([author, other])
        let (house, custodian, person) = (scene.house, scene.custodian, scene.person)
        let shelf = Shelf()
        try await house.deposit(custodian, [[]], by: author, for: person, on: shelf)
        let filed = house.now
        house.pass(60)
        try await house.deposit(custodian, [.maskedToProfessionals], by: author, for: person, on: shelf)
        house.pass(60)
        let read = house.now
        let outcome = try await custodian.release(
            [try await shelf.shown(1)],
            try await house.admit(custodian, author, for: person),
            of: person.reference
        )
        guard case .released = outcome.first else {
            Issue.record("the author does not read his own")
            return
        }
        house.pass(60)
        #expect(try await scene.told(other)[author.subject] == filed)
        // Once it is nobody's secret any more, what was done to it is told.
        try await house.change(custodian, .unmask, 1, holder, nil, on: shelf)
        #expect(try await scene.told(other)[author.subject] == read)
        try custodian.close()
    }

    /// § 2.1, § 3.5: the same of a category that the holder closed to the asker's profession, until he opens it again.
    @Test func actsOnAClosedCategoryAreToldOnceItIsOpen() async throws {
        let (author, other) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let (scene, holder) = try await scene([author, other])
        try await scene.look(author)
        let looked = scene.house.now
        scene.house.pass(60)
        let entries = try await scene.house.deposit(scene.custodian, [[]], by: author, for: scene.person, on: Shelf())
        let (filed, category) = (scene.house.now, try #require(entries.first).classCode.value)
        scene.house.pass(60)
        let closure = CategoryClosure(profession: other.profession.role.value, category: category)
        #expect(try await scene.custodian.carryOut(.closeCategory(closure), holder) == .done)
        #expect(try await scene.told(other)[author.subject] == looked)
        #expect(try await scene.custodian.carryOut(.openCategory(closure), holder) == .done)
        #expect(try await scene.told(other)[author.subject] == filed)
        try scene.custodian.close()
    }

    /// C5, § 3.5: what the holder deleted in 2019 is gone for whoever cares for him, and so are the dates of it.
    @Test func actsOnWhatTheHolderDeletedAreToldToNobody() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2019" }
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let (author, other) = (try People.doctor(1), try People.doctor(2, structure: 2))
        for actor in [author, other] { _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder) }
        let scene = Scene(house: house, custodian: custodian, person: person)
        try await scene.look(author)
        let looked = house.now
        house.pass(60)
        let shelf = Shelf()
        try await house.deposit(custodian, [[]], by: author, for: person, on: shelf)
        let filed = house.now
        house.pass(60)
        #expect(try await scene.told(other)[author.subject] == filed)
        try await house.change(custodian, .delete, 0, holder, nil, on: shelf)
        #expect(try await scene.told(other)[author.subject] == looked)
        try custodian.close()
    }

    /// CSP R1111-43: of his own acts everybody may read, and of every act whoever reads the whole history.
    @Test func ownActsAreToldAndToTheTreatingPhysicianAll() async throws {
        let (author, physician) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let (scene, _) = try await scene([author, physician])
        let (house, custodian, person) = (scene.house, scene.custodian, scene.person)
        let visit = try await house.admit(custodian, physician, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), visit, of: person.reference)
        house.pass(60)
        let filed = house.now
        try await house.deposit(custodian, [.maskedToProfessionals], by: author, for: person, on: Shelf())
        house.pass(60)
        for asker in [physician, author] { #expect(try await scene.told(asker)[author.subject] == filed) }
        try custodian.close()
    }

    /// § 3.7: a secret visit shows by no date to a colleague who does not read everybody's history.
    @Test func aSecretVisitIsToldToWhoeverMadeIt() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2026" }
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let scene = Scene(house: house, custodian: custodian, person: child)
        let (doctor, colleague) = (try People.doctor(1), try People.doctor(2, structure: 2))
        for (actor, isSecret) in [(doctor, true), (colleague, false)] {
            let visit = try await house.admit(custodian, actor, for: child, isSecret: isSecret)
            _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: child.reference)
        }
        let declared = house.now
        house.pass(60)
        #expect(try await scene.told(colleague) == [colleague.subject: declared])
        #expect(try await scene.told(doctor, isSecret: true)[doctor.subject] == declared)
        try custodian.close()
    }
}
