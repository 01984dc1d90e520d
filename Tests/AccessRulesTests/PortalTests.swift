import HealthRecord
import Testing

@testable import AccessRules

/// The holder, those who act for the holder, the service; and the states of a record.
@Suite struct PortalTests {
    static let everybody: [Subject] = [
        House.holder, House.representative(.legalRepresentative), House.representative(.guardian),
        House.representative(.carer), .system("calendar"), .system("ALIM_AM"),
    ]

    private func resource(_ act: Act, _ facts: DocumentFacts) throws -> Resource {
        if act.needsTarget { return .target(.person(try House.person(9))) }
        return act.needsDocument ? .document(facts) : .record
    }

    /// § 1.1, CSP L1111-19.
    @Test func theHolderGovernsTheRecord() throws {
        let policy = try House.policy()
        let own = House.document("DOCPAT02", classCode: "42", relation: .author, origin: .holder)
        let acts: [Act] = [
            .signIn, .read, .search, .readHistory, .listAuthorisations, .authorise, .revoke, .block, .unblock, .export,
            .changeWishes, .delegate, .close, .feed, .replace, .archive, .delete, .mask, .readIdentity, .report,
        ]
        for act in acts {
            let decision = try House.ask(House.holder, act, try resource(act, own), policy)
            #expect(decision.isPermitted && decision.rule == .roleHolder, "\(act): \(decision.rule)")
        }
        let masked = House.document(.maskedToProfessionals)
        #expect(try House.ask(House.holder, .unmask, .document(masked), policy).isPermitted)
    }

    /// § 3.6, C5.
    @Test func theHolderMasksButDoesNotDeleteWhatProfessionalsFiled() throws {
        let policy = try House.policy()
        let document = Resource.document(House.document())
        #expect(try House.ask(House.holder, .mask, document, policy).isPermitted)
        #expect(try House.ask(House.holder, .delete, document, policy).rule == .functionalNotOwn)
        let book = try House.turned(.holderDeletesCareDocuments, to: true)
        #expect(try House.ask(House.holder, .delete, document, policy, book: book).isPermitted)
        let carer = House.representative(.carer)
        #expect(try !House.ask(carer, .delete, document, policy, book: book).isPermitted)
    }

    /// § 3.8.
    @Test func theHolderFilesPatientTypesOnly() throws {
        let policy = try House.policy()
        let care = House.document("68599-0", classCode: "10", relation: .author, origin: .holder)
        #expect(try House.ask(House.holder, .feed, .document(care), policy).rule == .professionRefused)
    }

    /// § 1.1.
    @Test func aCarerNeitherGovernsNorTakesAway() throws {
        let policy = try House.policy()
        let carer = House.representative(.carer)
        #expect(try House.ask(carer, .read, .document(House.document()), policy).rule == .roleCarer)
        for act in [Act.close, .export, .delegate, .changeContact, .authorise, .block, .requestErasure] {
            let decision = try House.ask(carer, act, try resource(act, House.document()), policy)
            #expect(decision.rule == .functionalRefused, "\(act)")
        }
    }

    /// Directives and wishes are decisions: whoever may not change wishes does not take them away (CSP L1111-11, L1111-17 I).
    @Test(arguments: ["EXPPAT_1", "EXPPAT_3"], [Act.archive, .restore, .delete, .replace])
    func whoMayNotChangeWishesMovesNoDirective(type: String, act: Act) throws {
        let status: AvailabilityStatus = act == .restore ? .archived : .approved
        let written = House.document(type, classCode: "90", status: status, relation: .author, origin: .holder)
        let other = House.document("EXPPAT_2", classCode: "90", status: status, relation: .author, origin: .holder)
        let policy = try House.policy()
        let refused = try House.ask(House.representative(.carer), act, .document(written), policy)
        let isDirective = type == "EXPPAT_3"
        #expect(refused.rule == (isDirective ? .directivesAreOwn : .functionalRefused))
        #expect(try House.ask(House.representative(.carer), act, .document(other), policy).isPermitted)
        #expect(try House.ask(House.holder, act, .document(written), policy).isPermitted)
        let guardian = House.representative(.guardian)
        #expect(try House.ask(guardian, act, .document(written), policy).isPermitted == !isDirective)
        let limited = Circumstances(mandate: Mandate(basis: .representation, limits: [.decisions]))
        let kept = try House.ask(guardian, act, .document(written), policy, circumstances: limited)
        #expect(kept.rule == (isDirective ? .directivesAreOwn : .mandateLimited))
        // A type of the same name from elsewhere, or what professionals filed, is nothing of the sort.
        for facts in [
            DocumentFacts(typeCode: Code(type, "1.2.3"), classCode: written.classCode, origin: .holder),
            House.document(type, classCode: "90"),
        ] {
            #expect(!act.changesWishes(on: .document(facts)))
        }
        #expect(act.changesWishes(on: .document(written)) && !Act.read.changesWishes(on: .document(written)))
        #expect(!Act.mask.changesWishes(on: .document(written)) && !act.changesWishes(on: .record))
    }

    /// § 3.8: whoever protects an adult neither assists nor represents him in his directives, and no parent writes a child's
    /// (CSP L1111-11); to read them is another matter.
    @Test(arguments: [Act.feed, .replace, .archive, .restore, .delete])
    func nobodyElseDecidesOnDirectives(act: Act) throws {
        let status: AvailabilityStatus = act == .restore ? .archived : .approved
        func written(_ type: String, _ status: AvailabilityStatus) -> Resource {
            .document(House.document(type, classCode: "90", status: status, relation: .author, origin: .holder))
        }
        let mandates: [(Subject, CalendarDate?)] = [
            (House.representative(.guardian), House.adult), (House.representative(.carer), House.adult),
            (House.representative(.legalRepresentative), House.child),
        ]
        for (subject, birth) in mandates {
            let policy = try House.policy(birth)
            let refused = try House.ask(subject, act, written("EXPPAT_3", status), policy)
            #expect(refused.rule == .directivesAreOwn && !refused.isPermitted, "\(subject)")
            #expect(try House.ask(subject, act, written("EXPPAT_2", status), policy).isPermitted, "\(subject)")
            #expect(try House.ask(subject, .read, written("EXPPAT_3", .approved), policy).isPermitted, "\(subject)")
        }
        let own = try House.ask(House.holder, act, written("EXPPAT_3", status), try House.policy())
        #expect(own.isPermitted)
        let minor = try House.ask(
            House.holder,
            act,
            written("EXPPAT_3", status),
            try House.policy(House.child),
            book: try House.turned(.minorOwnAccess, to: true)
        )
        #expect(minor.rule == .directivesAreOwn)
    }

    /// § 3.7, R1111-31.
    @Test func representationEndsAtMajority() throws {
        let parent = House.representative(.legalRepresentative)
        let today = House.now.date
        for (days, isMinor) in [(-1, false), (0, false), (1, true)] {
            let birth = CalendarDate(
                daysSinceEpoch: try #require(CalendarDate(year: today.year - 18, month: today.month, day: today.day))
                    .daysSinceEpoch + days
            )
            let policy = try House.policy(birth)
            let decision = try House.ask(parent, .read, .document(House.document()), policy)
            #expect(decision.isPermitted == isMinor)
            #expect(try House.ask(House.holder, .read, .record, policy).isPermitted == !isMinor)
        }
    }

    /// § 3.7, EX_0.1-1100.
    @Test func secretConnection() throws {
        let actor = try House.care("10")
        let minor = try House.policy(House.child)
        let open = Resource.document(House.document(relation: .author))
        let closed = Resource.document(House.document(.hiddenFromRepresentatives, relation: .author))
        #expect(try House.ask(.care(actor), .feed, open, minor, secrecy: .secret).rule == .secretConnection)
        let filed = try House.ask(.care(actor), .feed, closed, minor, secrecy: .secret)
        #expect(filed.isPermitted && filed.obligations.contains(.concealFromRepresentatives))
        let adult = try House.policy()
        #expect(try House.ask(.care(actor), .feed, closed, adult, secrecy: .secret).rule == .secretConnection)
    }

    /// § 3.5, EX_2.1-1050.
    @Test func maskedAndHiddenTogetherAreRefused() throws {
        let actor = try House.care("10")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        let both = Resource.document(House.document([.maskedToProfessionals, .hiddenFromPatient], relation: .author))
        #expect(try House.ask(.care(actor), .feed, both, policy).rule == .cumulationRefused)
        let hidden = Resource.document(House.document(.hiddenFromPatient, relation: .author))
        #expect(try House.ask(.care(actor), .mask, hidden, policy).rule == .cumulationRefused)
    }

    /// § 3.8, C10.
    @Test func theInsurersFeedWritesReimbursementsAndReadsNothing() throws {
        let policy = try House.policy()
        let feed = Subject.system("ALIM_AM")
        let reimbursement = House.document("REMB", classCode: "60", origin: .insurer)
        #expect(try House.ask(feed, .feed, .document(reimbursement), policy).isPermitted)
        #expect(try !House.ask(feed, .feed, .document(House.document()), policy).isPermitted)
        for act in Act.allCases where act != .feed {
            #expect(try !House.ask(feed, act, try resource(act, reimbursement), policy).isPermitted, "\(act)")
        }
    }

    /// § 3.3.
    @Test func theTreatingPhysicianIsNotRemovedByTheHolder() throws {
        var policy = try House.policy()
        let person = try House.person(1)
        policy.declareTreating(person, by: .holder, at: House.now)
        for act in [Act.block, .revoke, .removeTreatingPhysician] {
            let decision = try House.ask(House.holder, act, .target(.person(person)), policy)
            #expect(decision.rule == .treatingPhysicianNotRemovable)
        }
        let book = try House.turned(.treatingRemovable, to: true)
        #expect(try House.ask(House.holder, .block, .target(.person(person)), policy, book: book).isPermitted)
    }

    /// § 3.3, § 5, CSP L1111-16, CSP R1111-43, L1111-19.
    @Test func theTreatingPhysicianBlocksOthersAndReadsAllTraces() throws {
        let actor = try House.care("10")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        let other = Resource.target(.person(try House.person(9)))
        #expect(try !House.ask(.care(actor), .block, other, policy).isPermitted)
        #expect(try House.ask(.care(actor), .readHistory, policy).obligations.contains(.limitToOwnTraces))
        policy.treatingPhysicians = [try House.person(1)]
        #expect(try House.ask(.care(actor), .block, other, policy).isPermitted)
        #expect(try !House.ask(.care(actor), .readHistory, policy).obligations.contains(.limitToOwnTraces))
    }

    @Test(arguments: everybody)
    func aClosedRecordLetsNothingInOrOut(subject: Subject) throws {
        for reason in ClosureReason.allCases {
            var policy = try House.policy()
            policy.state = .closed(at: House.now, reason: reason)
            for act in Act.allCases {
                let decision = try House.ask(subject, act, try resource(act, House.document()), policy)
                guard decision.isPermitted else { continue }
                #expect([.testExistence, .signIn, .reopen, .requestErasure].contains(act), "\(act)")
                if reason == .death { #expect(subject == .system("calendar")) }
            }
        }
    }

    @Test func careActorsOnlyLearnThatAClosedRecordExists() throws {
        let actor = try House.care("10")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        policy.state = .closed(at: House.now, reason: .holderRequest)
        for act in Act.allCases {
            let decision = try House.ask(.care(actor), act, try resource(act, House.document()), policy)
            #expect(decision.isPermitted == (act == .testExistence), "\(act)")
        }
        let insurer = try House.care("10", sector: "SA23")
        #expect(try House.ask(.care(insurer), .testExistence, policy).denial == .silent)
        #expect(try House.ask(.care(insurer), .read, policy).denial == .silent)
    }

    @Test func beforeActivationTheHolderOnlyActivates() throws {
        var policy = try House.policy()
        policy.state = .open(internet: .awaitingActivation)
        for act in Act.allCases {
            let decision = try House.ask(House.holder, act, try resource(act, House.document()), policy)
            #expect(decision.isPermitted == (act == .activateAccess))
        }
    }
}
