import HealthRecord
import Testing

@testable import AccessRules

/// In a secret connection nothing changes that the representatives see: its traces are kept from them (§ 3.7, CSP L1111-5).
@Suite struct SecretChangeTests {
    private static let refusal = Denial.told(.modeRefused, remedy: .leaveSecretConnection)

    private let physician: CareActor
    private let policy: RecordPolicy

    init() throws {
        physician = try House.care("10", specialty: "SM26")
        var policy = try House.policy(House.child)
        policy.authorisations = [House.leave(physician)]
        self.policy = policy
    }

    private func ask(
        _ act: Act,
        _ resource: Resource,
        _ policy: RecordPolicy? = nil,
        _ secrecy: SessionSecrecy = .secret,
        circumstances: Circumstances = Circumstances()
    ) throws -> Decision {
        try House.ask(
            .care(physician),
            act,
            resource,
            policy ?? self.policy,
            presence: .confirmed,
            secrecy: secrecy,
            circumstances: circumstances
        )
    }

    private func own(_ visibility: Visibility, _ act: Act, since: Instant = House.now) -> Resource {
        let status: AvailabilityStatus = act == .restore ? .archived : .approved
        return .document(House.document(visibility, status: status, relation: .author, hiddenSince: since))
    }

    /// § 3.7: an author masks, archives and deletes there what is closed to the representatives, and nothing else.
    @Test(arguments: [Act.mask, .unmask, .archive, .restore, .delete])
    func whatRepresentativesSeeStaysAsItIs(act: Act) throws {
        let visibility: Visibility = act == .unmask ? .maskedToProfessionals : []
        let open = own(visibility, act)
        let refused = try ask(act, open)
        #expect(refused.rule == .secretConnection && refused.denial == Self.refusal)
        #expect(try ask(act, open, nil, .ordinary).isPermitted)
        for closed in [Visibility.hiddenFromRepresentatives, .secretConnection] {
            #expect(try ask(act, own(visibility.union(closed), act)).isPermitted)
        }
        // What he must not know of, he does not learn of by this either.
        let masked = Resource.document(House.document(.maskedToProfessionals))
        #expect(try ask(act, masked).denial != Self.refusal)
    }

    /// § 3.7: what is shown there stays closed to the representatives in the other way; what is closed there is for them to miss.
    @Test func nothingComesIntoTheirSight() throws {
        let both: Visibility = [.hiddenFromPatient, .hiddenFromRepresentatives]
        let long = Instant(milliseconds: 0)
        for (visibility, since, isPermitted) in [
            (Visibility.hiddenFromPatient, House.now, false), (.hiddenFromRepresentatives, House.now, false),
            (both, House.now, true), (both, long, false),
        ] {
            let revealed = own(visibility, .reveal, since: since)
            #expect(try ask(.reveal, revealed).isPermitted == isPermitted, "\(visibility)")
            #expect(try ask(.reveal, revealed, nil, .ordinary).isPermitted)
        }
        #expect(try ask(.hideFromRepresentatives, own([], .hideFromRepresentatives)).isPermitted)
        for act in [Act.read, .search, .findReference] { #expect(try ask(act, own([], act)).isPermitted) }
    }

    /// § 3.7: nobody is refused by name there, whose refusal representatives would see and not know the origin of.
    @Test func nobodyIsRefusedInSecret() throws {
        var treated = policy
        treated.treatingPhysicians = [try House.person(1)]
        let colleague = Resource.target(.person(try House.person(9)))
        for act in [Act.block, .unblock] {
            #expect(try ask(act, colleague, treated).denial == Self.refusal)
            #expect(try ask(act, colleague, treated, .ordinary).isPermitted)
        }
    }

    /// § 3.7: a leave of the minor's secret is given back in secret, and one that representatives know of is not.
    @Test func aLeaveThatTheyKnowIsNotGivenBackInSecret() throws {
        #expect(try ask(.removeOwnAuthorisation, .record).denial == Self.refusal)
        #expect(try ask(.removeOwnAuthorisation, .record, nil, .ordinary).isPermitted)
        var secret = policy
        secret.authorisations[0].isSecret = true
        #expect(try ask(.removeOwnAuthorisation, .record, secret).isPermitted)
        #expect(try ask(.removeOwnAuthorisation, .record, House.policy(House.child)).isPermitted)
        var both = policy
        both.authorisations.append(secret.authorisations[0])
        #expect(try ask(.removeOwnAuthorisation, .record, both).isPermitted)
        let team = Circumstances(team: CareTeam(members: [physician.subject]))
        let none = try House.policy(House.child)
        #expect(try ask(.removeOwnAuthorisation, .record, none, circumstances: team).denial == Self.refusal)
        #expect(try ask(.removeOwnAuthorisation, .record, secret, circumstances: team).isPermitted)
    }

    /// § 3.7: a role is taken in secret beside whatever is open, and left in secret as long as the minor alone knows of it.
    @Test func aRoleThatTheyKnowIsNotLeftInSecret() throws {
        let person = try House.person(1)
        let himself = Resource.target(physician.subject)
        for policy in [policy, try House.policy(House.child)] {
            #expect(try ask(.declareTreatingPhysician, himself, policy).isPermitted)
        }
        // His leave is open, his role is not.
        var secret = policy
        secret.declareTreating(person, by: .physician, at: House.now, isSecret: true)
        #expect(try ask(.resignTreatingPhysician, .record, secret).isPermitted)
        #expect(try ask(.removeOwnAuthorisation, .record, secret).isPermitted)
        var known = secret
        known.declareTreating(person, by: .insurer, at: House.now)
        var open = policy
        open.declareTreating(person, by: .physician, at: House.now)
        var administers = policy
        administers.administrators = [person]
        for policy in [known, open, administers] {
            #expect(try ask(.resignTreatingPhysician, .record, policy).denial == Self.refusal)
            #expect(try ask(.removeOwnAuthorisation, .record, policy).denial == Self.refusal)
        }
        // A role that the minor alone knows of is left in secret, whatever else he is openly.
        administers.declareTreating(person, by: .physician, at: House.now, isSecret: true)
        #expect(try ask(.resignTreatingPhysician, .record, administers).isPermitted)
        // Nor does a secret leave beside an open role make the role secret.
        open.authorisations[0].isSecret = true
        open.treatingDeclarations = [
            TreatingDeclaration(physician: person, origin: .physician, since: House.now, isSecret: false)
        ]
        #expect(try ask(.resignTreatingPhysician, .record, open).denial == Self.refusal)
    }

    private func facts(_ act: Act, _ policy: RecordPolicy, _ secrecy: SessionSecrecy) throws -> DecisionFacts {
        let book = try #require(House.book)
        return try #require(
            DecisionFacts(
                subject: .care(physician),
                act: act,
                resource: .record,
                context: Context(policy: policy, now: House.now, presence: .declared, secrecy: secrecy),
                ruleBook: book
            )
        )
    }

    /// § 10: the trace of a secret connection keeps which role is secret, beside an open leave as beside a secret one.
    @Test(arguments: [true, false], [true, false])
    func aSecretRoleDecidesAgainFromItsTrace(isLeaveSecret: Bool, isRoleSecret: Bool) throws {
        let book = try #require(House.book)
        var policy = policy
        policy.authorisations[0].isSecret = isLeaveSecret
        policy.declareTreating(try House.person(1), by: .physician, at: House.now, isSecret: isRoleSecret)
        let kept = try facts(.resignTreatingPhysician, policy, .secret)
        let read = try DecisionFacts(text: kept.text())
        #expect(read == kept)
        #expect(try read.replay(in: book).isPermitted == isRoleSecret)
        // An ordinary connection's trace tells nothing of it.
        var other = policy
        other.endTreating(try House.person(1))
        other.declareTreating(try House.person(1), by: .physician, at: House.now, isSecret: !isRoleSecret)
        let plain = try facts(.resignTreatingPhysician, policy, .ordinary).text()
        #expect(try facts(.resignTreatingPhysician, other, .ordinary).text() == plain)
        #expect(try facts(.resignTreatingPhysician, other, .secret).text() != kept.text())
    }

    /// § 10: the trace of a secret connection keeps which leave is secret, and no other trace does.
    @Test func aSecretLeaveDecidesAgainFromItsTrace() throws {
        let book = try #require(House.book)
        func facts(_ policy: RecordPolicy, _ secrecy: SessionSecrecy) throws -> DecisionFacts {
            try self.facts(.removeOwnAuthorisation, policy, secrecy)
        }
        var secret = policy
        secret.authorisations[0].isSecret = true
        for (policy, isPermitted) in [(policy, false), (secret, true)] {
            let kept = try facts(policy, .secret)
            let read = try DecisionFacts(text: kept.text())
            #expect(read == kept)
            #expect(try read.replay(in: book).isPermitted == isPermitted)
        }
        #expect(try facts(secret, .secret).text() != facts(policy, .secret).text())
        #expect(try facts(secret, .ordinary).text() == facts(policy, .ordinary).text())
    }

    /// Places of secret leaves that are none, come twice or out of order are no facts.
    @Test func placesOfSecretLeavesAreHeld() throws {
        var policy = policy
        policy.authorisations.append(House.leave(physician, subject: .structure(physician.structure.id)))
        for place in policy.authorisations.indices { policy.authorisations[place].isSecret = true }
        let facts = PolicyFacts(policy, concerning: .care(physician), .record, nil, .secret)
        var writer = FactsWriter()
        writer.put(facts)
        var reader = FactsReader(writer.text)
        var fields: [String] = []
        while let field = try? reader.take() { fields.append(field) }
        #expect(fields.suffix(4) == ["0000001", "2", "0", "1"])
        func read(_ last: [String]) -> PolicyFacts? {
            var edited = FactsWriter()
            for field in fields.dropLast(4) + last { edited.put(field) }
            var again = FactsReader(edited.text)
            guard let read = try? again.policy(), (try? again.finish()) != nil else { return nil }
            return read
        }
        #expect(read(["0000001", "2", "0", "1"]) == facts)
        #expect(read(["0000001", "1", "1"])?.leaves.map(\.isSecret) == [nil, true])
        for last in [
            ["0000001", "0"], ["0000001", "1", "2"], ["0000001", "1", "-1"], ["0000001", "2", "1", "0"],
            ["0000001", "2", "0", "0"], ["0000001"], ["0000000"], ["0000001", "1", "x"],
            // Nobody is treating physician here: there is no place for a secret role.
            ["00000001", "1", "0"], ["00000000"], ["00000001"], ["000000011", "0"],
        ] {
            #expect(read(last) == nil, "\(last)")
        }
        #expect(read(["00000001", "0"])?.secretRoles == [])
    }
}
