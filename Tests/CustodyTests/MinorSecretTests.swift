import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// What a minor agrees to in a secret connection is kept from those who act for the minor (reference: access-and-lifecycle § 3.7).
@Suite struct MinorSecretTests {
    /// § 1.1, § 3.7 (CSP R1111-50): lists, the history and the traces of a representative know nothing of it.
    @Test func whatAMinorKeepsSecretIsNowhereForTheRepresentative() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let doctor = try People.doctor()
        let before = try await house.news.count
        let secret = try await house.admit(custodian, doctor, for: child, isSecret: true)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), secret, of: child.reference)
        _ = try await custodian.list(
            try await house.admit(custodian, doctor, for: child, isSecret: true),
            of: child.reference
        )
        #expect(try await house.news.count == before)
        let token = try await house.relative(custodian, 50)
        let file = try await custodian.holderFile(try await house.holder(custodian, token))
        #expect(file.policy.authorisations.isEmpty && file.knownReaders.isEmpty)
        let history = try await custodian.history(limit: 1000, try await house.holder(custodian, token), of: nil)
        #expect(!history.events.contains { $0.actor == .care(doctor) })
        let chain = try await custodian.chain(of: child.record)
        #expect(chain.count(where: { $0.actor == .care(doctor) && $0.isSecret }) == 2)
        try custodian.close()
    }

    /// § 3.7: what representatives see does not change by a hand that they cannot see; what is said of it follows from the trace.
    @Test func aSecretConnectionMovesNothingThatTheySee() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let doctor = try People.doctor()
        let parent = try await house.holder(custodian, try await house.relative(custodian, 50))
        _ = try await custodian.carryOut(.authorise(People.leave(doctor)), parent)
        let shelf = Shelf()
        try await house.deposit(custodian, [[], .hiddenFromRepresentatives], by: doctor, for: child, on: shelf)
        func visit(isSecret: Bool) async throws(CustodyError) -> Admission {
            try await house.admit(custodian, doctor, for: child, isSecret: isSecret)
        }
        let refused = CustodyError.refused(
            Refusal(
                code: "mode-refused",
                rule: "confidentiality.secretConnection",
                isSilent: false,
                remedy: "leaveSecretConnection"
            )
        )
        let secret = try await visit(isSecret: true)
        await #expect(throws: refused) {
            try await house.change(custodian, .mask, 0, secret, child.reference, on: shelf)
        }
        try await house.change(custodian, .mask, 1, try await visit(isSecret: true), child.reference, on: shelf)
        let again = try await visit(isSecret: true)
        await #expect(throws: refused) {
            try await custodian.setAuthorisation(.remove, again, of: child.reference)
        }
        let book = try RuleBook.bundled()
        let traced = try await custodian.chain(of: child.record).filter(\.isSecret)
        #expect(traced.map(\.outcome) == [.refused, .permitted, .refused])
        #expect(traced.allSatisfy { TracedDecision($0, in: book) == .same })
        let effect = try await custodian.setAuthorisation(
            .remove,
            try await visit(isSecret: false),
            of: child.reference
        )
        #expect(effect == .done)
        try custodian.close()
    }

    /// § 3.7: a physician whom the minor chose in secret is nobody's treating physician to the representatives; one whom they
    /// or the insurer know stays so.
    @Test func aRoleTakenInSecretIsNotTheRepresentativesToKnow() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2026" }
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let ins = try #require(QualifiedINS(child.ins, in: .rehearsal))
        let doctor = try People.doctor()
        let secret = try await house.admit(custodian, doctor, for: child, isSecret: true)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), secret, of: child.reference)
        let own = try await custodian.ledger.commit { try $0.context(of: child.record) }.value?.policy
        let physician = try #require(doctor.person)
        #expect(own?.treatingPhysicians == [physician])
        let token = try await house.relative(custodian, 50)
        func seen() async throws -> RecordPolicy {
            try await custodian.holderFile(try await house.holder(custodian, token)).policy
        }
        let told = try await seen()
        #expect(told.treatingPhysicians.isEmpty && told.treatingDeclarations.isEmpty)
        try await custodian.declareTreatingPhysician(People.leave(doctor), of: ins)
        let declared = try await seen()
        #expect(declared.treatingPhysicians == [physician])
        #expect(declared.authorisation(of: doctor.subject)?.isValid(at: house.now) == true)
        try custodian.close()
    }

    /// § 3.7: what a minor agreed to in secret outlives each decision of the representatives, with a declaration of the role or,
    /// in files of before declarations were kept, without.
    @Test(arguments: [true, false])
    func aRoleTakenInSecretOutlivesWhatRepresentativesDecide(isDeclared: Bool) throws {
        let rules = try RuleBook.bundled()
        let doctor = try People.doctor()
        let physician = try #require(doctor.person)
        var leave = People.leave(doctor)
        leave.isSecret = true
        var before = RecordPolicy(
            policySet: "mes2026",
            state: .open(internet: .active),
            birthDate: try #require(House.childhood)
        )
        before.authorisations = [leave]
        before.treatingPhysicians = [physician]
        if isDeclared { before.declareTreating(physician, by: .physician, at: House.start, isSecret: true) }
        let seen = before.narrowed(to: .representative(doctor.name, .guardian))
        #expect(seen.treatingPhysicians.isEmpty && seen.authorisations.isEmpty)
        let other = People.leave(try People.doctor(2, structure: 2))
        let after = HolderWish.authorise(other).outcome(on: seen, under: rules)
            .keeping(before, hiddenBehind: seen, under: rules)
        #expect(after.treatingPhysicians == [physician])
        #expect(after.treatingDeclarations == before.treatingDeclarations)
        #expect(after.treatingDeclarations.isEmpty != isDeclared)
        #expect(after.authorisations == [other, leave])
    }

    /// § 3.7: what representatives decide about somebody whom the minor chose in secret is answered as if he had not, and takes
    /// nothing from the minor that they do not know of.
    @Test func decisionsOfRepresentativesTellNothingOfWhatIsSecret() async throws {
        for isChosen in [false, true] {
            let house = try House()
            let custodian = try house.open { $0.policySet = "mes2026" }
            let child = try await house.person(custodian, born: House.childhood)
            try await house.represent(custodian, child, 50)
            let doctor = try People.doctor()
            if isChosen {
                let secret = try await house.admit(custodian, doctor, for: child, isSecret: true)
                _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), secret, of: child.reference)
            }
            let token = try await house.relative(custodian, 50)
            func decide(_ wish: HolderWish) async throws -> ChangeEffect {
                try await custodian.carryOut(wish, try await house.holder(custodian, token))
            }
            func kept() async throws -> RecordPolicy? {
                try await custodian.ledger.commit { try $0.context(of: child.record) }.value?.policy
            }
            #expect(try await decide(.revoke(doctor.subject)) == .unchanged)
            let traced = try #require(try await custodian.chain(of: child.record).last)
            #expect(traced.details["name"] == "")
            // Another decision leaves what is secret where it was.
            #expect(try await decide(.authorise(People.leave(try People.doctor(2, structure: 2)))) == .done)
            let policy = try await kept()
            #expect(policy?.authorisations.contains { $0.isSecret } == isChosen)
            #expect(policy?.treatingPhysicians.count == (isChosen ? 1 : 0))
            // Named openly he is known openly.
            #expect(try await decide(.authorise(People.leave(doctor))) == .done)
            let told = try await custodian.holderFile(try await house.holder(custodian, token)).policy
            #expect(told.authorisation(of: doctor.subject) != nil && told.treatingPhysicians.isEmpty)
            #expect(try await decide(.block(People.block(doctor))) == .done)
            let after = try await kept()
            #expect(after?.authorisation(of: doctor.subject) == nil && after?.treatingPhysicians == [])
            try custodian.close()
        }
    }
}
