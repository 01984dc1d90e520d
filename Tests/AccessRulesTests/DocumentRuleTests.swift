import HealthRecord
import Testing

@testable import AccessRules

/// Documents that wait to be announced (CSP R1111-53), directives, secrecy by age, deletion by the holder.
@Suite struct DocumentRuleTests {
    @Test(arguments: [
        ("2026-03-31", Announcement.waiting), ("2026-04-13", .waiting), ("2026-04-14", .noticeDue),
        ("2026-04-29", .noticeDue), ("2026-04-30", .released), ("2027-01-01", .released),
    ])
    func twoWeeksThenOneMonth(day: String, state: Announcement) throws {
        let set = try #require(House.book?.policySets["mes2026"])
        let hidden = House.document(.hiddenFromPatient, hiddenSince: House.now)
        let date = try #require(CalendarDate(day))
        #expect(hidden.announcement(on: date, in: set) == state)
        #expect(House.document().announcement(on: date, in: set) == .notHidden)
        #expect(House.document(.hiddenFromPatient).announcement(on: date, in: set) == .waiting)
        // Before 2022 nothing releases it by itself (§ 3.5).
        for era in ["era2007", "era2011", "era2016", "era2019"] {
            let former = try #require(House.book?.policySets[era])
            #expect(hidden.announcement(on: date, in: former) == .waiting, "\(era)")
        }
    }

    /// § 3.5, § 10 (CSP R1111-53): of a record that passes to another set, what its respite holds back is told with its day.
    @Test func whatARespiteHoldsBackIsTold() throws {
        let book = try #require(House.book)
        func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
        let today = try day("2026-05-20")
        let documents = [
            House.document(), House.document(.hiddenFromPatient, hiddenSince: try day("2026-01-01").midnight),
            House.document(.hiddenFromPatient, hiddenSince: try day("2026-05-19").midnight),
            House.document(.hiddenFromPatient), House.document(.maskedToProfessionals),
            House.document(.maskedToProfessionals, hiddenSince: try day("2026-01-01").midnight),
        ]
        let moved = book.moved(try House.policy(set: "era2019"), to: "mes2026", on: today)
        let held = try #require(HeldBack(documents, under: moved, on: today, ruleBook: book))
        #expect(try held.documents == [1] && held.until == day("2026-06-03"))
        #expect(HeldBack([House.document()], under: moved, on: today, ruleBook: book) == nil)
        // Once it has ended, and where there is none, nothing is held back.
        #expect(HeldBack(documents, under: moved, on: held.until, ruleBook: book) == nil)
        let same = book.moved(try House.policy(set: "mes2022"), to: "mes2026", on: today)
        #expect(HeldBack(documents, under: same, on: today, ruleBook: book) == nil)
        let back = book.moved(try House.policy(set: "mes2026"), to: "era2019", on: today)
        #expect(HeldBack(documents, under: back, on: today, ruleBook: book) == nil)
    }

    /// § 10: what came due between two days waits for the end of the respite, and nothing else does.
    @Test func aRespitePutsOffWhatCameDueInIt() throws {
        let set = try #require(House.book?.policySets["mes2026"])
        func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
        let (from, since) = (try day("2026-04-10"), try day("2026-05-20"))
        let grace = try #require(set.announcementGrace(from: from, since: since))
        #expect(try grace.until == day("2026-06-03"))
        let ever = try #require(set.announcementGrace(from: nil, since: since))
        for (hidden, comes, comesEver) in [
            ("2026-03-10", "2026-04-10", "2026-06-03"), ("2026-03-11", "2026-06-03", "2026-06-03"),
            ("2026-04-20", "2026-06-03", "2026-06-03"), ("2026-04-21", "2026-05-21", "2026-05-21"),
            ("2026-05-30", "2026-06-30", "2026-06-30"),
        ] {
            #expect(try set.releaseDay(ofHiddenSince: day(hidden), grace: grace) == day(comes), "\(hidden)")
            #expect(try set.releaseDay(ofHiddenSince: day(hidden), grace: ever) == day(comesEver), "\(hidden)")
            let facts = House.document(.hiddenFromPatient, hiddenSince: try day(hidden).midnight)
            let last = CalendarDate(daysSinceEpoch: try day(comes).daysSinceEpoch - 1)
            #expect(facts.announcement(on: last, in: set, grace: grace) != .released)
            #expect(try facts.announcement(on: day(comes), in: set, grace: grace) == .released)
        }
        // Proofs stop where something may wait again.
        #expect(try set.announcedThrough(on: since, grace: grace) == day("2026-03-10"))
        #expect(set.announcedThrough(on: since, grace: ever) == nil)
        #expect(try set.announcedThrough(on: grace.until, grace: ever) == day("2026-05-03"))
        // One that begins while another runs keeps what that one holds back.
        let later = try #require(set.announcementGrace(from: try day("2026-05-30"), since: try day("2026-06-10")))
        #expect(later.following(grace).from == from && later.following(ever).from == nil)
        #expect(later.following(nil) == later && later.joined(with: ever).from == nil)
        let after = try #require(set.announcementGrace(from: grace.until, since: try day("2026-06-10")))
        #expect(after.following(grace) == after)
        // A set without a term gives none; passing to one that has it does, and from one with the same term does not.
        let book = try #require(House.book)
        #expect(book.policySets["era2019"]?.announcementGrace(from: nil, since: since) == nil)
        let former = try House.policy(set: "era2019")
        #expect(book.moved(former, to: "mes2026", on: since).announcementGrace == ever)
        #expect(book.moved(try House.policy(set: "mes2022"), to: "mes2026", on: since).announcementGrace == nil)
    }

    /// § 3.5, EX_3.2-1025.
    @Test func theProfessionalIsWarnedUntilTheRelease() throws {
        let actor = try House.care("10")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        for (month, day, isWarned) in [(3, 1, true), (2, 28, false)] {
            let since = try #require(Instant(year: 2026, month: month, day: day))
            let facts = House.document(.hiddenFromPatient, hiddenSince: since)
            let decision = try House.ask(.care(actor), .read, .document(facts), policy)
            #expect(decision.obligations.contains(.warnHiddenFromPatient) == isWarned)
        }
    }

    /// CSP R1111-19: directives are in the record since 2016.
    @Test(arguments: PolicySetTests.names)
    func directivesByEra(set: String) throws {
        let directives = Resource.document(
            House.document("EXPPAT_3", classCode: "90", relation: .author, origin: .holder)
        )
        let other = Resource.document(House.document("DOCPAT02", classCode: "42", relation: .author, origin: .holder))
        let policy = try House.policy(set: set)
        let filed = try House.ask(House.holder, .feed, directives, policy)
        #expect(filed.isPermitted == !["era2007", "era2011"].contains(set))
        if !filed.isPermitted { #expect(filed.rule == .directivesNotKept) }
        #expect(try House.ask(House.holder, .replace, directives, policy).isPermitted == filed.isPermitted)
        // C6: in 2007 professionals alone file.
        let own = try House.ask(House.holder, .feed, other, policy)
        #expect(own.isPermitted == (set != "era2007"))
        if set == "era2007" { #expect(own.rule == .filingRefused) }
        #expect(try House.ask(House.holder, .delete, directives, policy).isPermitted)
    }

    /// C5: in 2019 the insured may delete what professionals filed; the author still finds it, and is told nothing.
    @Test(arguments: PolicySetTests.names)
    func deletionByTheHolderByEra(set: String) throws {
        let policy = try House.policy(set: set)
        let document = Resource.document(House.document())
        let decision = try House.ask(House.holder, .delete, document, policy)
        #expect(decision.isPermitted == (set == "era2019"))
        #expect(!decision.obligations.contains(.notifyTreatingPhysician))
        #expect(try !House.ask(House.representative(.guardian), .delete, document, policy).isPermitted)
    }

    /// EX_0.1-1115: an optional age below which no secret connection is offered.
    @Test func secrecyFromAnAge() throws {
        let actor = try House.care("10")
        let closed = Resource.document(House.document(.hiddenFromRepresentatives, relation: .author))
        let book = try House.edited {
            $0.replacing(
                "\"minor.secretMinimumAge\": {\n      \"value\": 0",
                with: "\"minor.secretMinimumAge\": {\n      \"value\": 12"
            )
        }
        for (year, month, isOffered) in [(2014, 3, true), (2014, 4, false), (2015, 1, false)] {
            let policy = try House.policy(CalendarDate(year: year, month: month, day: 1))
            let decision = try House.ask(.care(actor), .feed, closed, policy, secrecy: .secret, book: book)
            #expect(decision.isPermitted == isOffered)
            if !isOffered { #expect(decision.rule == .secretConnection) }
        }
        // The plan of 2007 knows no secret connection.
        let before = try House.policy(House.child, set: "era2007")
        #expect(try House.ask(.care(actor), .feed, closed, before, secrecy: .secret).rule == .secretConnection)
    }

    /// TD3.3b, CSP R1111-50: what a minor keeps from the representatives can be shown to them; nothing but the minor's own
    /// wish hides it again.
    @Test func invisibleToRepresentativesIsOneWay() throws {
        let actor = try House.care("10")
        var policy = try House.policy(House.child)
        policy.authorisations = [House.leave(actor)]
        let hidden = Resource.document(House.document(.hiddenFromRepresentatives))
        #expect(try House.ask(.care(actor), .reveal, hidden, policy).isPermitted)
        #expect(try House.ask(.care(actor), .reveal, .document(House.document()), policy).rule == .functionalState)
        // The service releases what waits for the patient, never what is kept from the representatives.
        let release = try House.ask(.system("calendar"), .reveal, hidden, policy)
        #expect(release.rule == .functionalState)
        #expect(Act.allCases.filter { $0.rawValue.lowercased().contains("hide") } == [.hideFromRepresentatives])
        let parent = House.representative(.legalRepresentative)
        for subject in [parent, .system("calendar"), .care(try House.care("10", number: 2))] {
            let again = try House.ask(subject, .hideFromRepresentatives, .document(House.document()), policy)
            #expect(!again.isPermitted)
        }
    }

    /// § 3.6: which state each act can change; asked of an author who is the treating physician as well.
    @Test func eachActHasItsStates() throws {
        let living: Set<AvailabilityStatus> = [.approved, .deprecated, .archived]
        let table: [(Act, Visibility, Set<AvailabilityStatus>)] = [
            (.mask, [], living), (.unmask, .maskedToProfessionals, living), (.unmask, [], []),
            (.reveal, .hiddenFromPatient, living), (.reveal, .hiddenFromRepresentatives, living), (.reveal, [], []),
            (.hideFromRepresentatives, [], living), (.hideFromRepresentatives, .hiddenFromRepresentatives, []),
            (.hideFromRepresentatives, .openedToRepresentatives, []),
            (.archive, [], [.approved, .deprecated]), (.restore, [], [.archived]), (.delete, [], living),
            (.replace, [], [.approved]), (.feed, [], [.approved]),
        ]
        let actor = try House.care("10", specialty: "SM26")
        for (act, visibility, states) in table {
            var policy = try House.policy(act == .hideFromRepresentatives ? House.child : House.adult)
            policy.treatingPhysicians = [try House.person(1)]
            for status in [AvailabilityStatus.approved, .deprecated, .archived, .deleted] {
                let facts = House.document(visibility, status: status, relation: .author)
                let decision = try House.ask(.care(actor), act, .document(facts), policy)
                #expect(decision.isPermitted == states.contains(status), "\(act) \(status): \(decision.rule)")
                if !decision.isPermitted { #expect(decision.rule == .functionalState) }
            }
        }
    }

    /// Cumulation is a set's choice (§ 3.5); the signature of a lot carries both codes in any.
    @Test func bothCodesTogetherAreASetsChoice() throws {
        let actor = Subject.care(try House.care("10", specialty: "SM26"))
        let both = House.document([.maskedToProfessionals, .hiddenFromPatient])
        var signature = both
        signature.typeCode = Code("E1762", "ASTM")
        let policy = try House.policy()
        let lenient = try House.turned(.hiddenAndMasked, to: true)
        #expect(try House.ask(actor, .feed, .document(both), policy).rule == .cumulationRefused)
        #expect(try House.ask(actor, .feed, .document(both), policy, book: lenient).isPermitted)
        #expect(try House.ask(actor, .feed, .document(signature), policy).isPermitted)
        var known = policy
        known.treatingPhysicians = [try House.person(1)]
        let hidden = Resource.document(House.document(.hiddenFromPatient))
        #expect(try House.ask(actor, .mask, hidden, known).rule == .cumulationRefused)
        #expect(try House.ask(actor, .mask, hidden, known, book: lenient).isPermitted)
        // At the term the patient sees it: nothing is hidden and masked at once any more.
        let old = House.now.advanced(bySeconds: -40 * 86_400)
        let released = Resource.document(House.document(.hiddenFromPatient, hiddenSince: old))
        #expect(try House.ask(actor, .mask, released, known).isPermitted)
    }

    @Test func aSecretaryFilesWhatIsCurrent() throws {
        let secretary = try House.care("SECRETARIAT_MEDICAL", system: CodeSystem.nonProfession, holder: .employee)
        for (status, isOpen) in [(AvailabilityStatus.approved, true), (.deprecated, false), (.deleted, false)] {
            let filed = Resource.document(House.document(status: status))
            let decision = try House.ask(.care(secretary), .feedBySecretary, filed, try House.policy())
            #expect(decision.isPermitted == isOpen, "\(status): \(decision.rule)")
        }
    }

    /// Who breaks the glass reads by the emergency, whoever he is in ordinary care.
    @Test func aTreatingPhysicianReadsThroughAMaskByHisRoleOrByTheEmergency() throws {
        let actor = Subject.care(try House.care("10", specialty: "SM26"))
        var policy = try House.policy()
        policy.treatingPhysicians = [try House.person(1)]
        policy.emergency.opensMaskedDocuments = true
        let masked = Resource.document(House.document(.maskedToProfessionals))
        #expect(try House.ask(actor, .read, masked, policy).rule == .maskedForTreatingPhysician)
        let glass = AccessMode.breakGlass(reason: "Coma")
        #expect(try House.ask(actor, .read, masked, policy, mode: glass).rule == .maskedInEmergency)
    }

    /// What the holder opens in emergencies opens in no ordinary care, and opens nowhere that the holder did not say so.
    @Test func theWishForEmergenciesOpensNothingElse() throws {
        let nurse = try House.care("60")
        let masked = Resource.document(House.document(.maskedToProfessionals))
        let glass = AccessMode.breakGlass(reason: "Coma")
        for isWished in [true, false] {
            var policy = try House.policy()
            policy.authorisations = [House.leave(nurse)]
            policy.emergency.opensMaskedDocuments = isWished
            #expect(try House.ask(.care(nurse), .read, masked, policy).denial == .silent)
            #expect(try House.ask(.care(nurse), .read, masked, policy, mode: glass).isPermitted == isWished)
            let shut = try House.turned(.emergencyMasked, to: false)
            #expect(try House.ask(.care(nurse), .read, masked, policy, mode: glass, book: shut).denial == .silent)
        }
    }
}
