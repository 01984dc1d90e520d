import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// Those who act for a holder (reference: access-and-lifecycle § 1.1, § 3.7; identity-and-experience § 2.5).
@Suite struct RepresentationTests {
    @Test func aParentSignsInWithHisOwnSecretAndIsNamedInTheTraces() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        let mandate = try await house.represent(custodian, child, 50)
        let admission = try await house.holder(custodian, try await house.relative(custodian, 50))
        #expect(
            admission.actor == .representative(PersonName(family: "Parent", given: "Numéro 50"), .legalRepresentative)
        )
        #expect(admission.mandate == mandate && admission.record == child.record)
        _ = try await custodian.list(admission, of: nil)
        let chain = try await custodian.chain(of: child.record)
        let reading = try #require(chain.last)
        #expect(reading.act == .list && reading.actor == admission.actor && reading.details["mandate"] == mandate.text)
        try custodian.close()
    }

    @Test func theFirstParentInvitesTheSecondAndNoThird() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let first = try await house.holder(custodian, try await house.relative(custodian, 50))
        _ = try await custodian.inviteRepresentative(try Relatives.new(51, .parent), first)
        await #expect(throws: refusal("functional.representativesLimit")) {
            try await custodian.inviteRepresentative(try Relatives.new(52, .parent), first)
        }
        try await house.accept(custodian, try Relatives.acceptance(51, code: try house.lastCode()))
        _ = try await house.relative(custodian, 51)
        try custodian.close()
    }

    @Test func anInvitationOpensWithCodeAndBirthDateAlone() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        let ins = try #require(QualifiedINS(child.ins, in: .rehearsal))
        _ = try await custodian.declareRepresentative(try Relatives.new(50, .parent), of: ins, basis: "essai")
        let code = try house.lastCode()
        let otherDay = try #require(CalendarDate(year: 1968, month: 2, day: 4))
        for (number, code, day) in [
            (50, "0000-0000-000", try Relatives.birthDate()), (50, code, otherDay),
            (51, code, try Relatives.birthDate()),
        ] {
            await #expect(throws: CustodyError.notAccepted) {
                try await house.accept(
                    custodian,
                    try Relatives.acceptance(number, code: code, birthDate: day)
                )
            }
        }
        try await custodian.refuseRepresentation(
            ins: try People.qualified(50),
            code: code,
            birthDate: try Relatives.birthDate()
        )
        await #expect(throws: CustodyError.notAccepted) {
            try await house.accept(custodian, try Relatives.acceptance(50, code: code))
        }
        try custodian.close()
    }

    @Test func aCarerReadsAndGovernsNothing() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let end = house.now.advanced(bySeconds: 90 * 86_400)
        await #expect(throws: CustodyError.conflict("term")) {
            try await custodian.inviteRepresentative(try Relatives.new(60, .carer), holder)
        }
        let id = try await custodian.inviteRepresentative(try Relatives.new(60, .carer, until: end), holder)
        try await house.accept(custodian, try Relatives.acceptance(60, code: try house.lastCode()))
        let token = try await house.relative(custodian, 60)
        let carer = try await house.holder(custodian, token)
        _ = try await custodian.list(carer, of: nil)
        let block = HolderWish.block(People.block(try People.doctor()))
        await #expect(throws: CustodyError.self) { try await custodian.carryOut(block, carer) }
        await #expect(throws: CustodyError.self) {
            try await custodian.inviteRepresentative(try Relatives.new(61, .carer, until: end), carer)
        }
        await #expect(throws: CustodyError.self) {
            try await custodian.changeChannels(
                ChannelChange(email: "a@b.fr"),
                from: try await custodian.holderFile(carer).ways,
                secret: Relatives.secret,
                carer
            )
        }
        await #expect(throws: CustodyError.self) {
            try await custodian.closeOwn(secret: Relatives.secret, erasing: false, carer)
        }
        // Ended by either: here by the holder; the session of the carer is worth nothing from then on.
        try await custodian.endRepresentation(id, holder)
        await #expect(throws: CustodyError.notAdmitted) { try await house.holder(custodian, token) }
        try custodian.close()
    }

    @Test func aDelegationEndsWithItsTermAndByTheCarersOwnWord() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let end = house.now.advanced(bySeconds: 10 * 86_400)
        for number in [60, 61] {
            _ = try await custodian.inviteRepresentative(try Relatives.new(number, .carer, until: end), holder)
            try await house.accept(custodian, try Relatives.acceptance(number, code: try house.lastCode()))
        }
        let leaving = try await house.holder(custodian, try await house.relative(custodian, 61))
        try await custodian.endRepresentation(try #require(leaving.mandate), leaving)
        house.pass(10 * 86_400)
        await #expect(throws: CustodyError.notAccepted) { try await house.relative(custodian, 60) }
        try await house.bringTime(custodian)
        let all = try #require(try await custodian.contextAfterCommit(of: person.record)).policy.representatives
        #expect(
            all.map(\.standing) == [
                .ended(at: house.now, reason: .expired),
                .ended(at: house.now.advanced(bySeconds: -10 * 86_400), reason: .byRepresentative),
            ]
        )
        let last = try #require(try await custodian.chain(of: person.record).last)
        #expect(last.act == .endRepresentation && last.actor == .system("calendar"))
        try custodian.close()
    }

    private func refusal(_ rule: String) -> CustodyError {
        .refused(Refusal(code: "role-refused", rule: rule, isSilent: false, remedy: "nothing"))
    }

    /// § 1.1: three carers, five persons helped; the decision itself says so, and its trace is decided the same again.
    @Test func numbersOfCarersAreLimitedOnBothSides() async throws {
        let house = try House()
        let custodian = try house.open()
        let end = house.now.advanced(bySeconds: 90 * 86_400)
        for number in 1...5 {
            let person = try await house.person(custodian, number)
            let holder = try await house.holder(custodian, try await house.session(custodian, person))
            _ = try await custodian.inviteRepresentative(try Relatives.new(60, .carer, until: end), holder)
        }
        let sixth = try await house.person(custodian, 6)
        let holder = try await house.holder(custodian, try await house.session(custodian, sixth))
        await #expect(throws: refusal("functional.helpedLimit")) {
            try await custodian.inviteRepresentative(try Relatives.new(60, .carer, until: end), holder)
        }
        for number in 61...63 {
            _ = try await custodian.inviteRepresentative(try Relatives.new(number, .carer, until: end), holder)
        }
        await #expect(throws: refusal("functional.delegationLimit")) {
            try await custodian.inviteRepresentative(try Relatives.new(64, .carer, until: end), holder)
        }
        let refused = try #require(try await custodian.chain(of: sixth.record).last)
        #expect(refused.outcome == .refused && refused.rule == "functional.delegationLimit")
        #expect(TracedDecision(refused, in: try RuleBook.bundled()) == .same)
        // Who has three ends one, and may ask another.
        let one = try #require(try await custodian.representatives(holder).first)
        try await custodian.endRepresentation(one.id, holder)
        _ = try await custodian.inviteRepresentative(try Relatives.new(64, .carer, until: end), holder)
        try custodian.close()
    }

    @Test func aCourtsLimitHoldsAgainstARepresentative() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        try await house.represent(custodian, person, 70, .representation, limits: .noSharing)
        let limited = try await house.holder(custodian, try await house.relative(custodian, 70))
        _ = try await custodian.list(limited, of: nil)
        let block = HolderWish.block(People.block(try People.doctor()))
        await #expect(throws: CustodyError.self) { try await custodian.carryOut(block, limited) }
        let refused = try #require(try await custodian.chain(of: person.record).last)
        // A limit is a fact that the rules decide by: the refusal names their rule, and follows again from its trace.
        #expect(refused.outcome == .refused && refused.rule == RuleID.mandateLimited.rawValue)
        #expect(TracedDecision(refused, in: try RuleBook.bundled()) == .same)
        _ = try await custodian.carryOut(.emergency(EmergencyWishes(refusesBreakGlass: true)), limited)
        try custodian.close()
    }

    /// § 1.1 (CSP L1111-16): whom a court lets decide on nobody opens to others neither a category that the holder closed nor what
    /// the holder's default masks, and ends no team.
    @Test func whoMayNotShareLiftsNothingThatTheHolderClosed() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let closure = CategoryClosure(profession: "60", category: "10")
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        #expect(try await custodian.carryOut(.closeCategory(closure), holder) == .done)
        try await house.represent(custodian, person, 70, .representation, limits: .noSharing)
        let limited = try await house.holder(custodian, try await house.relative(custodian, 70))
        let wishes = [
            HolderWish.openCategory(closure), .defaultVisibility([]), .endTeam(UniqueID(random: (0, 9))),
        ]
        for wish in wishes {
            await #expect(throws: refusal(RuleID.mandateLimited.rawValue)) {
                try await custodian.carryOut(wish, limited)
            }
            let refused = try #require(try await custodian.chain(of: person.record).last)
            #expect(TracedDecision(refused, in: try RuleBook.bundled()) == .same)
        }
        #expect(try await custodian.holderFile(holder).policy.closures == [closure])
        try custodian.close()
    }

    /// § 1.1 (CSP L1111-16): whom a court lets decide on nobody masks a document, and shows none again; the holder does.
    @Test func whoMayNotShareLiftsNoMask() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (doctor, shelf) = (try People.doctor(), Shelf())
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.authorise(People.leave(doctor)), holder)
        try await house.deposit(custodian, [[]], by: doctor, for: person, on: shelf)
        try await house.represent(custodian, person, 70, .representation, limits: .noSharing)
        let limited = try await house.holder(custodian, try await house.relative(custodian, 70))
        try await house.change(custodian, .mask, 0, limited, nil, on: shelf)
        await #expect(throws: refusal(RuleID.mandateLimited.rawValue)) {
            try await house.change(custodian, .unmask, 0, limited, nil, on: shelf)
        }
        let refused = try #require(try await custodian.chain(of: person.record).last)
        #expect(refused.act == .unmask && refused.outcome == .refused)
        #expect(TracedDecision(refused, in: try RuleBook.bundled()) == .same)
        #expect(await shelf.rows.first?.entry.visibility == .maskedToProfessionals)
        try await house.change(custodian, .unmask, 0, holder, nil, on: shelf)
        #expect(await shelf.rows.first?.entry.visibility == [])
        try custodian.close()
    }

    /// Access and life cycle § 1.1 (CSP L1111-16): whoever is in charge of a protection agrees once he has asked the person; a parent
    /// and the holder are asked nothing, and what takes access away needs nobody's opinion.
    @Test func whoeverProtectsAnAdultStatesThatThePersonWasAsked() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        try await house.represent(custodian, person, 70, .representation)
        let token = try await house.relative(custodian, 70)
        let (doctor, other) = (try People.doctor(1), try People.doctor(2, structure: 2))
        for wish in [
            HolderWish.authorise(People.leave(doctor)), .declareTreatingPhysician(People.leave(doctor)),
        ] {
            await #expect(throws: CustodyError.conflict("opinion")) {
                try await custodian.carryOut(wish, try await house.holder(custodian, token))
            }
            let before = try await custodian.chain(of: person.record).count
            let effect = try await custodian.carryOut(wish, try await house.holder(custodian, token), opinion: .asked)
            let traced = try await custodian.chain(of: person.record).dropFirst(before)
            #expect(effect == .done && traced.last?.details["opinion"] == "asked")
            #expect(traced.last?.actor == (try await house.holder(custodian, token)).actor)
        }
        let file = try await custodian.holderFile(try await house.holder(custodian, token))
        #expect(file.policy.authorisation(of: doctor.subject) != nil)
        _ = try await custodian.carryOut(.block(People.block(other)), try await house.holder(custodian, token))
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        #expect(try await custodian.carryOut(.authorise(People.leave(doctor)), holder) == .unchanged)
        #expect(try await custodian.chain(of: person.record).last?.details["opinion"] == nil)
        let child = try await house.person(custodian, 2, born: House.childhood)
        try await house.represent(custodian, child, 71)
        let parent = try await house.holder(custodian, try await house.relative(custodian, 71))
        #expect(try await custodian.carryOut(.authorise(People.leave(doctor)), parent) == .done)
        try custodian.close()
    }

    @Test func atMajorityRepresentativesGoAndTheHolderEnrolsHimself() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let token = try await house.relative(custodian, 50)
        let birthday = try #require(CalendarDate(year: 2032, month: 1, day: 15))
        house.pass((birthday.midnight.milliseconds - house.now.milliseconds) / 1000 + 3600)
        try await house.bringTime(custodian)
        await #expect(throws: CustodyError.self) { try await house.holder(custodian, token) }
        await #expect(throws: CustodyError.notAccepted) { try await house.relative(custodian, 50) }
        // The secret of the years before was a parent's.
        await #expect(throws: CustodyError.notAccepted) { try await house.session(custodian, child) }
        let letter = try #require(house.notices.last)
        guard case .activationCode(let code) = letter.notice else {
            Issue.record("no letter of activation")
            return
        }
        let request = try People.request(1, code: code, secret: "Mon-Propre-Jardin-Secret", birthDate: House.childhood)
        try await house.activateOpened(custodian, request)
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(child.ins),
            secret: "Mon-Propre-Jardin-Secret",
            preferring: nil
        )
        let own = try await custodian.completeSignIn(token: challenge.token, code: try house.lastCode())
        _ = try await custodian.list(try await house.holder(custodian, own.text), of: nil)
        try custodian.close()
    }

    /// § 1.1: a request under way when the mandate ends reads and writes nothing more.
    @Test func aMandateThatEndsMeanwhileOpensNothing() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let mandate = try await house.represent(custodian, person, 70, .representation)
        let late = try await house.holder(custodian, try await house.relative(custodian, 70))
        _ = try await custodian.list(late, of: nil)
        let ins = try #require(QualifiedINS(person.ins, in: .rehearsal))
        try await custodian.endRepresentation(mandate, of: ins, basis: "essai")
        func rule(_ act: () async throws -> Void) async throws -> String? {
            do { try await act() } catch CustodyError.refused(let refusal) { return refusal.rule }
            return nil
        }
        let ended = RuleID.mandateEnded.rawValue
        #expect(try await rule { _ = try await custodian.list(late, of: nil) } == ended)
        #expect(try await rule { _ = try await custodian.history(limit: 10, late, of: nil) } == ended)
        await #expect(throws: CustodyError.notAdmitted) { try await custodian.holderFile(late) }
        let refused = try #require(try await custodian.chain(of: person.record).last)
        #expect(refused.outcome == .refused)
        #expect(TracedDecision(refused, in: try RuleBook.bundled()) == .same)
        try custodian.close()
    }

    /// § 3.7: majority begins at midnight, not when the calendar comes to it.
    @Test func whoActedForAMinorDoesNothingOnTheDayOfMajority() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let ins = try #require(QualifiedINS(child.ins, in: .rehearsal))
        let birthday = try #require(CalendarDate(year: 2032, month: 1, day: 15))
        // Where the holder lives the day begins an hour before.
        house.pass((birthday.midnight.milliseconds - house.now.milliseconds) / 1000 - 3600 - 60)
        let token = try await house.relative(custodian, 50)
        let admission = try await house.holder(custodian, token)
        #expect(try await custodian.represented(admission).count == 1)
        _ = try await custodian.declareRepresentative(try Relatives.new(51, .parent), of: ins, basis: "essai")
        let late = try Relatives.acceptance(51, code: try house.lastCode())
        let proofs = try await custodian.beginRepresentation(late)
        let typed = try proofs.map { TypedProof(token: $0.token, code: try house.lastCode()) }
        house.pass(61)
        #expect(try await custodian.represented(admission).isEmpty)
        await #expect(throws: CustodyError.notAdmitted) { try await house.holder(custodian, token) }
        await #expect(throws: CustodyError.notAccepted) { try await house.relative(custodian, 50) }
        await #expect(throws: CustodyError.notAccepted) { try await custodian.acceptRepresentation(late, typed) }
        try custodian.close()
    }

    /// § 3.7: what was chosen for a minor opens nothing from the midnight of majority on, though nobody acts for the holder.
    @Test func aSecretOfBeforeMajorityIsNobodysFromThatMidnight() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        let birthday = try #require(CalendarDate(year: 2032, month: 1, day: 15))
        // Where the holder lives the day begins an hour before.
        house.pass((birthday.midnight.milliseconds - house.now.milliseconds) / 1000 - 3600 - 60)
        let token = try await house.session(custodian, child)
        _ = try await house.holder(custodian, token)
        house.pass(61)
        await #expect(throws: CustodyError.notAdmitted) { try await house.holder(custodian, token) }
        await #expect(throws: CustodyError.notAccepted) { try await house.session(custodian, child) }
        // It is due by then, and done with nobody's mandate to end.
        try await house.bringTime(custodian)
        await #expect(throws: CustodyError.notAccepted) { try await house.session(custodian, child) }
        let letter = try #require(house.notices.last)
        guard case .activationCode(let code) = letter.notice else {
            Issue.record("no letter of activation")
            return
        }
        let request = try People.request(1, code: code, secret: "Mon-Propre-Jardin-Secret", birthDate: House.childhood)
        try await house.activateOpened(custodian, request)
        // Once only: what the holder chose himself stands.
        try await house.bringTime(custodian)
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(child.ins),
            secret: "Mon-Propre-Jardin-Secret",
            preferring: nil
        )
        let own = try await custodian.completeSignIn(token: challenge.token, code: try house.lastCode())
        _ = try await custodian.list(try await house.holder(custodian, own.text), of: nil)
        let ended = try await custodian.chain(of: child.record).filter { $0.rule == "calendar.majority" }
        #expect(ended.count == 1)
        try custodian.close()
    }

    /// Days begin at midnight in France, summer and winter, those on which the clocks change among them.
    @Test func aDayBeginsWhereTheHolderLives() throws {
        let first = try #require(CalendarDate(year: 2031, month: 1, day: 1))
        for number in 0..<400 {
            let day = CalendarDate(daysSinceEpoch: first.daysSinceEpoch + number)
            let begin = day.midnightInFrance
            #expect(begin.dayInFrance == day)
            #expect(begin.advanced(bySeconds: -1).dayInFrance == CalendarDate(daysSinceEpoch: day.daysSinceEpoch - 1))
        }
    }

    /// § 7.1.
    @Test func aPersonPassesFromHisOwnRecordToThatOfHisChild() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, 1, born: House.childhood)
        let parent = try await house.person(custodian, 2)
        let ins = try #require(QualifiedINS(child.ins, in: .rehearsal))
        let new = NewRepresentative(
            name: try People.traits().name,
            birthDate: try People.traits().birthDate,
            ins: try People.qualified(2),
            kind: .parent,
            address: ["ici"]
        )
        let mandate = try await custodian.declareRepresentative(new, of: ins, basis: "essai")
        let token = try await house.session(custodian, parent)
        // The letter came before the code of the sign-in.
        let code = try #require(
            house.notices.compactMap { sent -> String? in
                if case .representationCode(let code, _) = sent.notice { code } else { nil }
            }.last
        )
        try await custodian.acceptRepresentation(code: code, try await house.holder(custodian, token))
        let listed = try await custodian.represented(try await house.holder(custodian, token))
        #expect(listed.map(\.mandate) == [mandate])
        let acting = try await custodian.actFor(mandate, token: token)
        let admission = try await house.holder(custodian, acting.text)
        #expect(admission.record == child.record && admission.mandate == mandate)
        // The session on one's own record goes on.
        #expect(try await house.holder(custodian, token).record == parent.record)
        let stranger = try await house.person(custodian, 3)
        let strange = try await house.session(custodian, stranger)
        await #expect(throws: CustodyError.notAccepted) { try await custodian.actFor(mandate, token: strange) }
        try custodian.close()
    }
}
