import AccessRules
import HealthRecord
import Testing

@testable import Custody

@Suite struct AuthorisationTests {
    private func list(_ house: House, _ custodian: Custodian, _ actor: CareActor, _ person: Person) async -> Bool {
        guard let visit = try? await house.admit(custodian, actor, for: person) else { return false }
        return (try? await custodian.list(visit, of: person.reference)) != nil
    }

    /// § 2.2, § 3.1, TD0.3, PDT-INF-526, CSP R1111-46.
    @Test func aProfessionalDeclaresAndLeaves() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let actor = try People.doctor()
        #expect(await !list(house, custodian, actor, person))
        for effect in [Custody.ChangeEffect.done, .unchanged] {
            let visit = try await house.admit(custodian, actor, for: person)
            let change = AuthorisationChange.add(asTreatingPhysician: false)
            #expect(try await custodian.setAuthorisation(change, visit, of: person.reference) == effect)
        }
        #expect(await list(house, custodian, actor, person))
        let visit = try await house.admit(custodian, actor, for: person)
        let read = try await custodian.listAuthorisations(visit, of: person.reference)
        #expect(read.authorisations.map(\.subject) == [actor.subject] && read.blocks.isEmpty && read.treating.isEmpty)
        for effect in [Custody.ChangeEffect.done, .unchanged] {
            let visit = try await house.admit(custodian, actor, for: person)
            #expect(try await custodian.setAuthorisation(.remove, visit, of: person.reference) == effect)
        }
        #expect(await !list(house, custodian, actor, person))
        try custodian.close()
    }

    /// § 2.2, § 3.3, TD0.3, PDT-INF-526.
    @Test func aTreatingPhysicianIsDeclaredAndStepsDown() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let actor = try People.doctor()
        let visit = try await house.admit(custodian, actor, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), visit, of: person.reference)
        #expect(try await custodian.testExistence(visit, of: person.reference)?.isTreatingPhysician == true)
        _ = try await custodian.setAuthorisation(.resignTreatingPhysician, visit, of: person.reference)
        #expect(try await custodian.testExistence(visit, of: person.reference)?.isTreatingPhysician == false)
        #expect(try await custodian.testExistence(visit, of: person.reference)?.authorisation == .valid)
        let acts = try await custodian.chain(of: person.record).map(\.act)
        #expect(acts.contains(.declareTreatingPhysician) && acts.contains(.resignTreatingPhysician))
        try custodian.close()
    }

    /// § 1.2, § 3.2, order of 26/10/2023, CSP R1111-46.
    @Test func leaveEndsWithItsTerm() async throws {
        let house = try House()
        let custodian = try house.open(rules: try House.rules("authorisation.sessionTerm", "PT2M")) {
            $0.policySet = "essai"
        }
        let person = try await house.person(custodian)
        let actor = try People.doctor()
        let visit = try await house.admit(custodian, actor, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: person.reference)
        house.pass(119)
        #expect(await list(house, custodian, actor, person))
        house.pass(1)
        #expect(await !list(house, custodian, actor, person))
        let again = try await house.admit(custodian, actor, for: person)
        #expect(try await custodian.testExistence(again, of: person.reference)?.authorisation == .expired)
        #expect(
            try await custodian.setAuthorisation(.add(asTreatingPhysician: false), again, of: person.reference) == .done
        )
        #expect(await list(house, custodian, actor, person))
        try custodian.close()
    }

    /// § 3.2.
    @Test func aBlockHoldsUntilLifted() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (actor, other) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        for wish in [HolderWish.authorise(People.leave(actor)), .authorise(People.leave(other))] {
            #expect(try await custodian.carryOut(wish, holder) == .done)
        }
        #expect(await list(house, custodian, actor, person))
        #expect(try await custodian.carryOut(.block(People.block(actor)), holder) == .done)
        #expect(try await custodian.carryOut(.block(People.block(actor)), holder) == .unchanged)
        #expect(await !list(house, custodian, actor, person))
        #expect(await list(house, custodian, other, person))
        // Neither side gets round the block.
        #expect(try await custodian.carryOut(.authorise(People.leave(actor)), holder) == .unchanged)
        let visit = try await house.admit(custodian, actor, for: person)
        await #expect(throws: CustodyError.self) {
            try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: person.reference)
        }
        #expect(try await custodian.carryOut(.unblock(actor.subject), holder) == .done)
        #expect(await !list(house, custodian, actor, person))
        #expect(try await custodian.carryOut(.revoke(other.subject), holder) == .done)
        #expect(try await custodian.carryOut(.revoke(other.subject), holder) == .unchanged)
        #expect(await !list(house, custodian, other, person))
        let file = try await custodian.holderFile(holder)
        #expect(file.policy.authorisations.isEmpty && file.policy.blocks.isEmpty)
        try custodian.close()
    }

    /// § 3.2: whoever is sent away, or let back, asks anew: his structure's leave of before serves his colleagues alone.
    @Test func aStructuresLeaveDoesNotBringBackWhoWasSentAway() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (actor, colleague) = (try People.doctor(1), try People.doctor(2))
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let desk = Authorisation(
            subject: .structure(actor.structure.id),
            name: actor.name,
            profession: actor.profession,
            structure: actor.structure,
            since: People.leave(actor).since,
            until: nil,
            origin: .declaredInConsultation,
            lastAct: People.leave(actor).since
        )
        #expect(try await custodian.carryOut(.authorise(desk), holder) == .done)
        #expect(await list(house, custodian, actor, person))
        #expect(await list(house, custodian, colleague, person))
        // He has no leave of his own to take back, and is kept out all the same.
        #expect(try await custodian.carryOut(.revoke(actor.subject), holder) == .done)
        #expect(try await custodian.carryOut(.revoke(actor.subject), holder) == .unchanged)
        #expect(await !list(house, custodian, actor, person))
        #expect(await list(house, custodian, colleague, person))
        let visit = try await house.admit(custodian, actor, for: person)
        #expect(
            try await custodian.testExistence(visit, of: person.reference)?.authorisation == AuthorisationStatus.none
        )
        // A leave given anew to the whole structure is asked of all.
        #expect(try await custodian.carryOut(.authorise(desk), holder) == .done)
        #expect(await list(house, custodian, actor, person))
        #expect(try await custodian.carryOut(.block(People.block(colleague)), holder) == .done)
        #expect(try await custodian.carryOut(.unblock(colleague.subject), holder) == .done)
        #expect(await list(house, custodian, actor, person))
        #expect(await !list(house, custodian, colleague, person))
        // His own word, with the holder before him, is enough.
        let again = try await house.admit(custodian, colleague, for: person)
        let change = AuthorisationChange.add(asTreatingPhysician: false)
        #expect(try await custodian.setAuthorisation(change, again, of: person.reference) == .done)
        #expect(await list(house, custodian, colleague, person))
        try custodian.close()
    }

    /// § 7.1, page 22: a trace names whom it is about, as the record knows him or else as whoever decided saw him.
    @Test func theTraceNamesWhoWasSentAway() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (unknown, known) = (try People.doctor(1), try People.doctor(2))
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.authorise(People.leave(known)), holder)
        let shown = PersonName(family: "Vue", given: "Comme")
        for who in [unknown, known] {
            _ = try await custodian.carryOut(.revoke(who.subject), holder, naming: shown)
        }
        let told = try await custodian.history(holder, of: nil).events.filter { $0.act == .revoke }
        let names = Dictionary(uniqueKeysWithValues: told.map { ($0.details["subject"], $0.details["name"]) })
        #expect(names == [unknown.subject.text: shown.spoken, known.subject.text: known.name.spoken])
        try custodian.close()
    }

    /// § 3.2: a team that stood beside a refusal, or was left, gives nothing back by the structure's place in it.
    @Test func aTeamsPlaceDoesNotEither() throws {
        let actor = try People.doctor(1)
        let structure = CareSubject.structure(actor.structure.id)
        let since = People.leave(actor).since
        var policy = RecordPolicy(
            policySet: "mes2022",
            state: .open(internet: .active),
            birthDate: CalendarDate(daysSinceEpoch: 0)
        )
        policy.careTeams = [
            DeclaredTeam(
                id: UniqueID(random: (1, 2)),
                name: "Équipe",
                declaredBy: actor.subject,
                consent: .notAsked,
                members: [structure],
                deemed: [
                    DeemedMember(
                        subject: structure,
                        name: actor.name,
                        profession: actor.profession,
                        structure: actor.structure,
                        since: since,
                        namedBy: actor.subject
                    )
                ],
                since: since,
                until: nil
            )
        ]
        #expect(CareTeam(of: actor, in: policy, at: since)?.members == [structure])
        var (left, lifted) = (policy, policy)
        left.takeBack(actor.subject, .byTheHolder)
        lifted.blocks = [People.block(actor)]
        lifted.lift(actor.subject)
        for after in [left, lifted] {
            #expect(CareTeam(of: actor, in: after, at: since) == nil)
            #expect(CareTeam(of: try People.doctor(2), in: after, at: since)?.members == [structure])
        }
    }

    /// TD0.3: he who gives up gives up what reaches him where he works, and learns of no leave and no team elsewhere.
    @Test func nobodyLearnsOfOthersByGivingUp() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (served, colleague, stranger) = (
            try People.doctor(1, structure: 1), try People.doctor(2, structure: 1), try People.doctor(3, structure: 2)
        )
        func desk(_ place: Int, until: Instant? = nil, isSecret: Bool = false) throws -> Authorisation {
            let actor = try People.doctor(1, structure: place)
            return Authorisation(
                subject: .structure(actor.structure.id),
                name: actor.name,
                profession: actor.profession,
                structure: actor.structure,
                since: House.start,
                until: until,
                origin: .declaredInConsultation,
                lastAct: House.start,
                isSecret: isSecret
            )
        }
        let leaves = [
            try desk(1), try desk(2, until: House.start.advanced(bySeconds: 1)), try desk(2, isSecret: true),
        ]
        let team = DeclaredTeam(
            id: UniqueID(random: (1, 2)),
            name: "Équipe",
            declaredBy: served.subject,
            consent: .notAsked,
            members: [.structure(served.structure.id)],
            deemed: [
                DeemedMember(
                    subject: .structure(served.structure.id),
                    name: served.name,
                    profession: served.profession,
                    structure: served.structure,
                    since: House.start,
                    namedBy: served.subject
                )
            ],
            since: House.start,
            until: nil
        )
        house.pass(10)
        _ = try await custodian.ledger.commit { transaction in
            var context = try #require(try transaction.context(of: person.record))
            context.change {
                $0.policy.authorisations = leaves
                $0.policy.careTeams = [team]
            }
            transaction.keep(context)
        }
        func giveUp(_ actor: CareActor) async throws -> Custody.ChangeEffect {
            let visit = try await house.admit(custodian, actor, for: person)
            return try await custodian.setAuthorisation(.remove, visit, of: person.reference)
        }
        #expect(try await giveUp(stranger) == .unchanged)
        let kept = try await custodian.ledger.commit { try $0.context(of: person.record) }.value
        #expect(kept?.policy.authorisations == leaves && kept?.policy.careTeams == [team])
        #expect(await list(house, custodian, served, person))
        #expect(try await giveUp(served) == .done)
        #expect(try await giveUp(served) == .unchanged)
        #expect(await !list(house, custodian, served, person))
        #expect(await list(house, custodian, colleague, person))
        // Whom it does not serve any more is nobody else's to know.
        let policy = try #require(try await custodian.ledger.commit { try $0.context(of: person.record) }.value).policy
        let number = try #require(served.person)
        #expect(policy.authorisations.map(\.exceptions) == [[number], [], []])
        for (reader, known) in [(served, [number]), (colleague, [])] {
            #expect(policy.narrowed(to: .care(reader)).authorisations.first?.exceptions == known)
        }
        let visit = try await house.admit(custodian, colleague, for: person)
        let told = try await custodian.listAuthorisations(visit, of: person.reference)
        #expect(told.authorisations.flatMap(\.exceptions) == [])
        try custodian.close()
    }

    @Test func wishesAreKeptOverARestart() async throws {
        let house = try House()
        let first = try house.open()
        let person = try await house.person(first)
        let actor = try People.doctor()
        let holder = try await house.holder(first, try await house.session(first, person))
        let wishes = EmergencyWishes(refusesBreakGlass: true)
        _ = try await first.carryOut(.emergency(wishes), holder)
        _ = try await first.carryOut(.defaultVisibility(.maskedToProfessionals), holder)
        _ = try await first.carryOut(.authorise(People.leave(actor)), holder)
        let before = try await first.holderFile(holder)
        try first.close()
        let second = try house.open()
        let after = try await second.holderFile(
            try await house.holder(second, try await house.session(second, person))
        )
        #expect(before == after && after.policy.emergency == wishes)
        let visit = try await house.admit(second, actor, for: person, mode: .breakGlass(reason: "inconscient"))
        await #expect(throws: CustodyError.self) { try await second.list(visit, of: person.reference) }
        try second.close()
    }

    /// One act, one event: permitted or refused (§ 5, CSP R1111-43).
    @Test func everyActLeavesOneTrace() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (actor, stranger) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let shelf = Shelf()
        _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder)
        try await house.deposit(custodian, [[]], by: actor, for: person, on: shelf)
        let shown = try await shelf.allShown()
        let acts: [(TracedAct, @Sendable (Admission) async throws -> Void)] = [
            (.testExistence, { _ = try await custodian.testExistence($0, of: person.reference) }),
            (.list, { _ = try await custodian.list($0, of: person.reference) }),
            (.read, { _ = try await custodian.release(shown, $0, of: person.reference) }),
            (.listAuthorisations, { _ = try await custodian.listAuthorisations($0, of: person.reference) }),
            (.readHistory, { _ = try await custodian.history($0, of: person.reference) }),
            (
                .authorise,
                { _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), $0, of: person.reference) }
            ),
        ]
        for (who, isKnown) in [(actor, true), (stranger, false)] {
            for (act, run) in acts {
                let before = try await custodian.chain(of: person.record).count
                let visit = try await house.admit(custodian, who, for: person)
                do { try await run(visit) } catch is CustodyError {}
                let added = try await custodian.chain(of: person.record).dropFirst(before)
                #expect(added.count == 1 && added.first?.act == act, "\(act)")
                #expect(added.first?.actor == .care(who) && added.first?.request == visit.request)
                #expect(added.first?.node == "app" && added.first?.details["software"] == "Logiciel")
                let needsNone = [.testExistence, .authorise].contains(act)
                #expect(added.first?.outcome == (isKnown || needsNone ? .permitted : .refused), "\(act)")
            }
        }
        try custodian.close()
    }
}
