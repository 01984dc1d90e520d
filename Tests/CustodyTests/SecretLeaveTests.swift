import Foundation
import HealthRecord
import Testing

@testable import Custody

/// What a minor agrees to in secret stands beside what all know, and changes nothing of it (reference: access-and-lifecycle § 3.7).
@Suite struct SecretLeaveTests {
    /// What those who act for the minor see of leaves and roles.
    private struct Seen: Equatable {
        let leaves: [Authorisation]
        let treating: [ProfessionalID]
        let declarations: [TreatingDeclaration]
    }

    /// A minor's record, with somebody who acts for the minor and a doctor.
    private struct Scene {
        let house: House
        let custodian: Custodian
        let child: Person
        let doctor: CareActor
        private let token: String

        init() async throws {
            house = try House()
            custodian = try house.open { $0.policySet = "mes2026" }
            child = try await house.person(custodian, born: House.childhood)
            try await house.represent(custodian, child, 50)
            doctor = try People.doctor()
            token = try await house.relative(custodian, 50)
        }

        func guardian() async throws -> Admission {
            try await house.holder(custodian, token)
        }

        func seen() async throws -> Seen {
            let policy = try await custodian.holderFile(try await guardian()).policy
            return Seen(
                leaves: policy.authorisations,
                treating: policy.treatingPhysicians,
                declarations: policy.treatingDeclarations
            )
        }

        func kept() async throws -> RecordPolicy {
            try #require(try await custodian.ledger.commit { try $0.context(of: child.record) }.value).policy
        }

        @discardableResult
        func change(_ change: AuthorisationChange, isSecret: Bool) async throws -> ChangeEffect {
            let visit = try await house.admit(custodian, doctor, for: child, isSecret: isSecret)
            return try await custodian.setAuthorisation(change, visit, of: child.reference)
        }

        func reads() async throws -> Bool {
            let visit = try await house.admit(custodian, doctor, for: child, isSecret: true)
            return (try? await custodian.list(visit, of: child.reference)) != nil
        }
    }

    /// § 3.7: consent in secret leaves an open leave that has ended as it stands, and the calendar ends each for itself.
    @Test func aSecretConsentLeavesTheOpenLeaveAsItStands() async throws {
        let scene = try await Scene()
        let end = scene.house.now.advanced(bySeconds: 60)
        let leave = People.leave(scene.doctor, until: end)
        _ = try await scene.custodian.carryOut(.authorise(leave), try await scene.guardian())
        scene.house.pass(100)
        #expect(try await !scene.reads())
        let before = try await scene.seen()
        #expect(before.leaves == [leave])
        #expect(try await scene.change(.add(asTreatingPhysician: false), isSecret: true) == .done)
        #expect(try await scene.seen() == before)
        #expect(try await scene.reads())
        // The professional is told of the leave by which he reads.
        let policy = try await scene.kept()
        #expect(policy.authorisations.count == 2)
        #expect(policy.authorisation(of: scene.doctor.subject)?.until == end)
        #expect(policy.authorisation(of: scene.doctor.subject, at: scene.house.now)?.isSecret == true)
        #expect(policy.leaves(at: scene.house.now).map(\.isSecret) == [true])
        // Asked again, nothing more is written.
        #expect(try await scene.change(.add(asTreatingPhysician: false), isSecret: true) == .unchanged)
        _ = try await scene.house.bringTime(scene.custodian)
        let ended = try await scene.custodian.chain(of: scene.child.record).filter { $0.act == .expire }
        #expect(ended.map(\.isSecret) == [false])
        #expect(try await scene.seen().leaves.map(\.isExpiryTraced) == [true])
        #expect(try await scene.kept().authorisations.first { $0.isSecret }?.isExpiryTraced == false)
        try scene.custodian.close()
    }

    /// § 3.7: what is agreed to in secret outlives the open leave beside which it was said.
    @Test func aSecretConsentOutlivesTheOpenLeave() async throws {
        let scene = try await Scene()
        try await scene.change(.add(asTreatingPhysician: false), isSecret: false)
        let before = try await scene.seen()
        #expect(try await scene.change(.add(asTreatingPhysician: false), isSecret: true) == .done)
        #expect(try await scene.seen() == before)
        #expect(try await scene.change(.add(asTreatingPhysician: false), isSecret: true) == .unchanged)
        _ = try await scene.custodian.carryOut(.revoke(scene.doctor.subject), try await scene.guardian())
        #expect(try await scene.seen().leaves.isEmpty)
        #expect(try await scene.reads())
        try scene.custodian.close()
    }

    /// § 3.2, § 3.7: whom the guardian refused and lets back in has nothing by a secret leave of his structure either.
    @Test func aRefusalTakesFromHimWhatHisStructureHasInSecret() async throws {
        let scene = try await Scene()
        let model = People.leave(scene.doctor)
        let desk = Authorisation(
            subject: .structure(scene.doctor.structure.id),
            name: model.name,
            profession: model.profession,
            structure: model.structure,
            since: model.since,
            until: nil,
            origin: .declaredInConsultation,
            lastAct: model.lastAct,
            isSecret: true
        )
        let record = scene.child.record
        _ = try await scene.custodian.ledger.commit { transaction in
            var context = try #require(try transaction.context(of: record))
            context.change { $0.policy.authorisations = [desk] }
            transaction.keep(context)
        }
        #expect(try await scene.reads())
        let before = try await scene.seen()
        _ = try await scene.custodian.carryOut(.block(People.block(scene.doctor)), try await scene.guardian())
        _ = try await scene.custodian.carryOut(.unblock(scene.doctor.subject), try await scene.guardian())
        #expect(try await !scene.reads())
        #expect(try await scene.seen() == before)
        #expect(try await scene.kept().authorisations.map(\.exceptions) == [[try #require(scene.doctor.person)]])
        try scene.custodian.close()
    }

    /// § 3.7: what the insurer says of the treating physician is answered and traced by what is open.
    @Test func theInsurersWordTellsNothingOfASecretRole() async throws {
        let scene = try await Scene()
        let ins = try People.qualified(1)
        try await scene.change(.add(asTreatingPhysician: true), isSecret: true)
        let kept = try await scene.kept()
        await #expect(throws: CustodyError.conflict("unchanged")) {
            try await scene.custodian.endDeclaration(ofTreatingPhysician: ins)
        }
        #expect(try await scene.kept() == kept)
        let other = People.leave(try People.doctor(2, structure: 2))
        try await scene.custodian.declareTreatingPhysician(other, of: ins)
        let told = try await scene.seen()
        #expect(told.leaves == [other] && told.treating.map(CareSubject.person) == [other.subject])
        #expect(try await scene.kept().authorisations.filter(\.isSecret) == kept.authorisations)
        await #expect(throws: CustodyError.conflict("unchanged")) {
            try await scene.custodian.declareTreatingPhysician(other, of: ins)
        }
        try await scene.custodian.endDeclaration(ofTreatingPhysician: ins)
        #expect(try await scene.seen().treating.isEmpty)
        try scene.custodian.close()
    }

    /// CSP R1111-33: care by somebody whom a minor knows in secret, by a leave or by the role, is never stated to the parents.
    @Test func careByWhomAMinorKnowsInSecretIsWithheld() async throws {
        let scene = try await Scene()
        let physician = try #require(scene.doctor.person)
        try await scene.change(.add(asTreatingPhysician: false), isSecret: false)
        var policy = try await scene.kept()
        #expect(!policy.knowsInSecret([scene.doctor.subject]))
        policy.declareTreating(physician, by: .physician, at: scene.house.now, isSecret: true)
        #expect(policy.knowsInSecret([scene.doctor.subject]))
        #expect(!policy.knowsInSecret([try People.doctor(2, structure: 2).subject]))
        try await scene.change(.add(asTreatingPhysician: false), isSecret: true)
        #expect(try await scene.kept().knowsInSecret([scene.doctor.subject]))
        try scene.custodian.close()
    }

    /// § 3.7: the length of a list tells the guardian of no secret leave on it.
    @Test func theLimitCountsWhatTheGuardianKnows() async throws {
        let scene = try await Scene()
        try await scene.change(.add(asTreatingPhysician: false), isSecret: true)
        let model = People.leave(try People.doctor(2, structure: 2))
        let open = try (1..<HolderWish.leaveLimit).map { number in
            Authorisation(
                subject: .person(try #require(ProfessionalID("3990000018/\(number)"))),
                name: model.name,
                profession: model.profession,
                structure: model.structure,
                since: model.since,
                until: nil,
                origin: .givenByHolder,
                lastAct: model.lastAct
            )
        }
        let record = scene.child.record
        _ = try await scene.custodian.ledger.commit { transaction in
            var context = try #require(try transaction.context(of: record))
            context.change { $0.policy.authorisations += open }
            transaction.keep(context)
        }
        _ = try await scene.custodian.carryOut(.authorise(model), try await scene.guardian())
        #expect(try await scene.seen().leaves.count == HolderWish.leaveLimit)
        try scene.custodian.close()
    }

    /// § 3.7: the role has a secrecy of its own, whatever leaves stand beside it.
    @Test(arguments: [true, false])
    func aRoleTakenInSecretStaysSecretBesideAnOpenLeave(isAuthorisedBefore: Bool) async throws {
        let scene = try await Scene()
        let physician = try #require(scene.doctor.person)
        let openly = AuthorisationChange.add(asTreatingPhysician: false)
        if isAuthorisedBefore { try await scene.change(openly, isSecret: false) }
        let before = try await scene.seen()
        #expect(before.leaves.count == (isAuthorisedBefore ? 1 : 0))
        #expect(try await scene.change(.add(asTreatingPhysician: true), isSecret: true) == .done)
        #expect(try await scene.seen() == before)
        #expect(try await scene.kept().treatingPhysicians == [physician])
        // Consent declared openly later tells of the consent alone.
        scene.house.pass(100)
        try await scene.change(openly, isSecret: false)
        let after = try await scene.seen()
        #expect(after.leaves.map(\.subject) == [scene.doctor.subject])
        #expect(after.treating.isEmpty && after.declarations.isEmpty)
        // What he says openly of the role is known, and nothing said in secret takes it back.
        #expect(try await scene.change(.add(asTreatingPhysician: true), isSecret: false) == .done)
        let told = try await scene.seen()
        #expect(told.treating == [physician] && told.declarations.map(\.isSecret) == [false])
        #expect(try await scene.change(.add(asTreatingPhysician: true), isSecret: true) == .unchanged)
        #expect(try await scene.seen() == told)
        try scene.custodian.close()
    }

    /// § 3.7: who gives back in secret gives back what is secret alone: nobody's view changes without a line.
    @Test func whatIsGivenBackInSecretIsWhatIsSecret() async throws {
        let scene = try await Scene()
        try await scene.change(.add(asTreatingPhysician: false), isSecret: false)
        let before = try await scene.seen()
        await #expect(throws: CustodyError.self) { try await scene.change(.remove, isSecret: true) }
        #expect(try await scene.seen() == before)
        try await scene.change(.add(asTreatingPhysician: true), isSecret: true)
        #expect(try await scene.change(.remove, isSecret: true) == .done)
        #expect(try await scene.seen() == before)
        #expect(try await scene.kept().treatingPhysicians.isEmpty)
        // Given back openly, all of it goes.
        try await scene.change(.add(asTreatingPhysician: true), isSecret: true)
        #expect(try await scene.change(.remove, isSecret: false) == .done)
        let policy = try await scene.kept()
        #expect(policy.authorisations.isEmpty && policy.treatingPhysicians.isEmpty)
        try scene.custodian.close()
    }

    /// § 3.7: what a guardian takes back or gives is what he knows of; the secret leave stands beside it.
    @Test func theGuardiansDecisionsLeaveTheSecretLeave() async throws {
        let scene = try await Scene()
        _ = try await scene.custodian.carryOut(
            .authorise(People.leave(scene.doctor, until: scene.house.now.advanced(bySeconds: 60))),
            try await scene.guardian()
        )
        scene.house.pass(100)
        try await scene.change(.add(asTreatingPhysician: true), isSecret: true)
        _ = try await scene.custodian.carryOut(.revoke(scene.doctor.subject), try await scene.guardian())
        #expect(try await scene.seen() == Seen(leaves: [], treating: [], declarations: []))
        #expect(try await scene.kept().authorisations.map(\.isSecret) == [true])
        let leave = People.leave(scene.doctor)
        _ = try await scene.custodian.carryOut(.authorise(leave), try await scene.guardian())
        #expect(try await scene.seen() == Seen(leaves: [leave], treating: [], declarations: []))
        #expect(try await scene.kept().treatingPhysicians.count == 1)
        try scene.custodian.close()
    }

    /// A file of before declarations said whether they were secret goes by the leave beside each.
    @Test(arguments: [true, false])
    func aDeclarationOfBeforeGoesByItsLeave(isSecret: Bool) throws {
        let doctor = try People.doctor()
        let physician = try #require(doctor.person)
        var policy = RecordPolicy(
            policySet: "mes2026",
            state: .open(internet: .active),
            birthDate: try #require(House.childhood)
        )
        var leave = People.leave(doctor)
        leave.isSecret = isSecret
        policy.authorisations = [leave]
        policy.treatingPhysicians = [physician]
        policy.treatingDeclarations = [
            TreatingDeclaration(physician: physician, origin: .physician, since: House.start)
        ]
        let written = try JSONEncoder().encode(policy)
        var read = try JSONDecoder().decode(RecordPolicy.self, from: written)
        #expect(read.treatingDeclarations.map(\.isSecret) == [isSecret])
        // An open leave given since tells nothing of it.
        read.give(People.leave(doctor))
        #expect(read.isSecretlyTreating(physician) == isSecret)
        let seen = read.narrowed(to: .representative(doctor.name, .guardian))
        #expect(seen.treatingPhysicians == (isSecret ? [] : [physician]))
    }
}
