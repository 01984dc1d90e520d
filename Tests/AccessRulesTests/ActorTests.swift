import HealthRecord
import Testing

@testable import AccessRules

/// Every actor of the reference, § 1, beside those whom the matrices' own tests ask.
@Suite struct ActorTests {
    private let document = Resource.document(House.document())
    private let masked = Resource.document(House.document(.maskedToProfessionals))

    private func ask(
        _ subject: Subject,
        _ act: Act,
        _ resource: Resource,
        _ policy: RecordPolicy,
        _ circumstances: Circumstances
    ) throws -> Decision {
        try House.ask(subject, act, resource, policy, circumstances: circumstances)
    }

    private func ask(
        _ subject: Subject,
        _ act: Act,
        _ policy: RecordPolicy,
        _ circumstances: Circumstances
    ) throws -> Decision {
        try ask(subject, act, .record, policy, circumstances)
    }

    /// CSP L1111-14, L1111-16: representation stands for the person, assistance only beside.
    @Test func assistanceDoesNotRepresent() throws {
        let guardian = House.representative(.guardian)
        let policy = try House.policy()
        let stands = Circumstances(mandate: Mandate(basis: .representation))
        #expect(try ask(guardian, .read, document, policy, stands).rule == .roleRepresentative)
        let assists = Circumstances(mandate: Mandate(basis: .assistance))
        for act in [Act.read, .mask] {
            #expect(try ask(guardian, act, document, policy, assists).rule == .assistanceOnly)
        }
    }

    /// § 1.1: a delegation has a dated start and end.
    @Test(arguments: [Representation.carer, .guardian, .legalRepresentative])
    func mandatesBeginAndEnd(kind: Representation) throws {
        let subject = House.representative(kind)
        let policy = try House.policy(kind == .legalRepresentative ? House.child : House.adult)
        func at(_ offset: Int64) -> Instant { Instant(milliseconds: House.now.milliseconds + offset) }
        for (from, until, holds) in [
            (at(0), at(1), true), (at(1), at(2), false), (at(-2), at(0), false), (at(-1), at(1), true),
        ] {
            let facts = Circumstances(mandate: Mandate(basis: .delegation, from: from, until: until))
            let decision = try ask(subject, .read, document, policy, facts)
            #expect(decision.isPermitted == holds)
            if !holds { #expect(decision.rule == .mandateEnded) }
        }
    }

    /// A court may keep content or decisions out of a mandate (§ 1.1, CSP L1111-16).
    @Test func courtsLimitMandates() throws {
        let parent = House.representative(.legalRepresentative)
        let policy = try House.policy(House.child)
        let blind = Circumstances(mandate: Mandate(basis: .parent, limits: [.content]))
        let idle = Circumstances(mandate: Mandate(basis: .parent, limits: [.decisions]))
        for act in [Act.read, .search, .findReference] {
            #expect(try ask(parent, act, document, policy, blind).rule == .mandateLimited)
            #expect(try ask(parent, act, document, policy, idle).isPermitted)
        }
        #expect(try ask(parent, .export, policy, blind).rule == .mandateLimited)
        #expect(try ask(parent, .close, policy, blind).isPermitted)
        let someone = Resource.target(.person(try House.person(9)))
        for act in [Act.authorise, .revoke, .block, .unblock, .declareTreatingPhysician, .removeTreatingPhysician] {
            #expect(try ask(parent, act, someone, policy, idle).rule == .mandateLimited, "\(act)")
        }
        for act in [
            Act.mask, .close, .changeWishes, .changeSharing, .changeContact, .requestErasure, .inviteRepresentative,
        ] {
            let resource = act == .mask ? document : .record
            #expect(try ask(parent, act, resource, policy, idle).rule == .mandateLimited, "\(act)")
        }
        // A mandate that somebody left behind binds neither the holder nor the service.
        #expect(try ask(House.holder, .read, document, try House.policy(), blind).isPermitted)
        #expect(try ask(.system("calendar"), .close, try House.policy(), idle).isPermitted)
    }

    /// A court keeps documents, sharing or wishes out of a mandate, each for itself (§ 1.1, CSP L1111-16).
    @Test func eachLimitKeepsItsOwnActsOut() throws {
        let guardian = House.representative(.guardian)
        let policy = try House.policy()
        let someone = Resource.target(.person(try House.person(9)))
        let own = Resource.document(House.document("DOCPAT02", classCode: "42", relation: .author, origin: .holder))
        let acts: [(act: Act, resource: Resource, by: Mandate.Limit)] = [
            (.read, document, .documents), (.search, document, .documents), (.export, .record, .documents),
            (.mask, document, .documents), (.archive, own, .documents), (.delete, own, .documents),
            (.authorise, someone, .sharing), (.block, someone, .sharing), (.nameAdministrator, someone, .sharing),
            (.delegate, .record, .sharing), (.changeWishes, .record, .wishes), (.changeContact, .record, .wishes),
            (.close, .record, .wishes),
        ]
        for (act, resource, own) in acts {
            for limit in [Mandate.Limit.documents, .sharing, .wishes] {
                let facts = Circumstances(mandate: Mandate(basis: .representation, limits: [limit]))
                let decision = try ask(guardian, act, resource, policy, facts)
                #expect(decision.isPermitted == (limit != own), "\(act) under \(limit)")
                if limit == own { #expect(decision.rule == .mandateLimited, "\(act) under \(limit)") }
            }
        }
        // What states wishes is moved by whoever may change them; of what is hidden, nothing is told.
        let stated = House.document("EXPPAT_1", classCode: "90", relation: .author, origin: .holder)
        var hidden = stated
        hidden.visibility = .hiddenFromRepresentatives
        // A wish that says who reads is a wish and a sharing: either limit keeps it out.
        for limit in [Mandate.Limit.documents, .sharing, .wishes] {
            let facts = Circumstances(mandate: Mandate(basis: .representation, limits: [limit]))
            let decision = try ask(guardian, .changeSharing, policy, facts)
            #expect(decision.rule == (limit == .documents ? .roleRepresentative : .mandateLimited), "\(limit)")
        }
        // To lift a mask shares, to mask does not; of a masked document that is hidden, nothing is told.
        let sharing = Circumstances(mandate: Mandate(basis: .representation, limits: [.sharing]))
        let lifted = try ask(guardian, .unmask, masked, policy, sharing)
        #expect(lifted.rule == .mandateLimited && lifted.denial != .silent)
        #expect(try ask(guardian, .mask, document, policy, sharing).isPermitted)
        let closed = House.document([.maskedToProfessionals, .hiddenFromRepresentatives])
        #expect(try ask(guardian, .unmask, .document(closed), policy, sharing).denial == .silent)
        let facts = Circumstances(mandate: Mandate(basis: .representation, limits: [.wishes]))
        let told = try ask(guardian, .delete, .document(stated), policy, facts)
        #expect(told.rule == .mandateLimited && told.denial != .silent)
        #expect(try ask(guardian, .delete, .document(hidden), policy, facts).denial == .silent)
    }

    /// § 1.1: the second representative is invited by the first, two at most.
    @Test func aSecondRepresentativeAndNoThird() throws {
        let parent = House.representative(.legalRepresentative)
        let minor = try House.policy(House.child)
        #expect(try ask(parent, .inviteRepresentative, minor, Circumstances(representatives: 1)).isPermitted)
        #expect(
            try ask(parent, .inviteRepresentative, minor, Circumstances(representatives: 2)).rule
                == .representativesLimit
        )
        let before = try House.policy(House.child, set: "era2019")
        #expect(
            try ask(parent, .inviteRepresentative, before, Circumstances(representatives: 1)).rule
                == .representativesLimit
        )
        #expect(try !ask(House.holder, .inviteRepresentative, try House.policy(), Circumstances()).isPermitted)
    }

    /// § 1.1: three carers for a holder, five persons for a carer; none before 2025.
    @Test func carersAreFew() throws {
        let policy = try House.policy()
        for (carers, helped, isFree) in [(0, 0, true), (2, 4, true), (3, 0, false), (0, 5, false)] {
            let decision = try ask(House.holder, .delegate, policy, Circumstances(carers: carers, helped: helped))
            #expect(decision.isPermitted == isFree)
            if !isFree { #expect(decision.rule == (carers == 3 ? .delegationLimit : .helpedLimit)) }
        }
        for set in ["era2007", "era2011", "era2016", "era2019", "mes2022"] {
            let policy = try House.policy(set: set)
            #expect(try ask(House.holder, .delegate, policy, Circumstances()).rule == .delegationNotOffered)
            #expect(
                try ask(House.representative(.carer), .read, document, policy, Circumstances()).rule
                    == .delegationNotOffered
            )
        }
    }

    /// Law of 13/08/2004 and CSP L1111-17 IV: banned, then filing only, then with express consent.
    @Test(arguments: [
        ("era2007", false, false), ("era2011", false, false), ("era2016", false, false), ("era2019", true, false),
        ("mes2022", true, true), ("mes2026", true, true),
    ])
    func occupationalPhysiciansByEra(set: String, files: Bool, searches: Bool) throws {
        let actor = try House.care("10", specialty: "SM25")
        var policy = try House.policy(set: set)
        policy.authorisations = [House.leave(actor)]
        let own = Resource.document(House.document(relation: .author))
        let fed = try House.ask(.care(actor), .feed, own, policy)
        #expect(fed.isPermitted == files)
        #expect(try House.ask(.care(actor), .delete, own, policy).isPermitted == files)
        #expect(try House.ask(.care(actor), .testExistence, policy).isPermitted == files)
        let searched = try House.ask(.care(actor), .search, policy)
        #expect(searched.isPermitted == searches)
        if !searches { #expect(searched.rule == .occupationalBanned) }
        if !files { #expect(fed.rule == .occupationalBanned) }
        #expect(try !House.ask(.care(actor), .read, document, policy).isPermitted)
        // Without consent by name, a leave of the structure does not reach him.
        policy.authorisations = [House.leave(actor, subject: .structure(actor.structure.id))]
        let team = Circumstances(team: CareTeam(members: [actor.subject, .structure(actor.structure.id)]))
        #expect(try !ask(.care(actor), .search, .record, policy, team).isPermitted)
    }

    /// CSP L1111-16; R1111-43 as worded in 2016; seeds 000 to 002: the treating physician by era.
    @Test func theTreatingPhysicianByEra() throws {
        let actor = try House.care("10", specialty: "SM26")
        for set in PolicySetTests.names {
            var policy = try House.policy(set: set)
            policy.declareTreating(try House.person(1), by: .insurer, at: House.now)
            let reads = try House.ask(.care(actor), .read, document, policy)
            let through = try House.ask(.care(actor), .read, masked, policy)
            #expect(reads.isPermitted == (set != "era2007"), "\(set)")
            #expect(through.isPermitted == (set != "era2007"))
            #expect(set == "era2007" || through.rule == .maskedForTreatingPhysician)
            let block = try House.ask(House.holder, .block, .target(actor.subject), policy)
            #expect(block.isPermitted == ["era2007", "era2011", "era2016"].contains(set))
            let second = try House.ask(
                House.holder,
                .declareTreatingPhysician,
                .target(.person(try House.person(2))),
                policy
            )
            #expect(second.isPermitted)
            let replaces = second.obligations.contains(.replaceTreatingPhysician)
            #expect(replaces == ["era2007", "era2011"].contains(set))
            policy.treatingPhysicians = []
            let first = try House.ask(House.holder, .declareTreatingPhysician, .target(actor.subject), policy)
            #expect(!first.obligations.contains(.replaceTreatingPhysician))
        }
    }

    /// § 1.2: an administrator of any profession has the treating physician's rights, and can be removed.
    @Test func administrators() throws {
        let nurse = try House.care("60", number: 3)
        let facts = Circumstances(administrators: [try House.person(3)])
        let policy = try House.policy()
        #expect(try ask(.care(nurse), .read, document, policy, facts).rule == .roleAdministrator)
        #expect(try ask(.care(nurse), .read, masked, policy, facts).rule == .maskedForAdministrator)
        #expect(try ask(.care(nurse), .block, .target(.person(try House.person(9))), policy, facts).isPermitted)
        #expect(try House.ask(.care(nurse), .read, document, policy).rule == .authorisationMissing)
        #expect(try ask(House.holder, .block, .target(nurse.subject), policy, facts).isPermitted)
        let before = try House.policy(set: "era2011")
        #expect(try ask(.care(nurse), .read, document, before, facts).rule == .authorisationMissing)
        // Who is both is the treating physician.
        let physician = try House.care("10", specialty: "SM26", number: 3)
        var both = policy
        both.treatingPhysicians = [try House.person(3)]
        #expect(try ask(.care(physician), .read, masked, both, facts).rule == .maskedForTreatingPhysician)
        // An occupational physician stays one.
        let occupational = try House.care("10", specialty: "SM25", number: 3)
        #expect(try !ask(.care(occupational), .read, document, policy, facts).isPermitted)
    }

    /// § 1.2, G16: trainees read as their profession, and are nobody's treating physician.
    @Test func traineesReadAndDoNotTreat() throws {
        let trainee = try House.care("10", specialty: "SM26", holder: .trainee)
        var policy = try House.policy()
        policy.authorisations = [House.leave(trainee)]
        #expect(try House.ask(.care(trainee), .read, document, policy).rule == .authorisationValid)
        policy.treatingPhysicians = [try House.person(1)]
        #expect(try House.ask(.care(trainee), .read, masked, policy).denial == .silent)
        let facts = Circumstances(administrators: [try House.person(1)])
        #expect(try ask(.care(trainee), .read, masked, policy, facts).denial == .silent)
    }

    /// C11: the host's physician comes by procedure, and nobody else of the host comes at all.
    @Test func theHostsPhysician() throws {
        let physician = ServiceActor.hostPhysician.subject
        let policy = try House.policy()
        let later = House.now.advanced(bySeconds: 60)
        func facts(_ approvals: Set<String>, _ until: Instant, asked: Instant = House.now) -> Circumstances {
            Circumstances(hostProcedure: HostProcedure(requestedAt: asked, approvals: approvals, until: until))
        }
        let whole = facts(["a", "b"], later)
        let permitted = try ask(physician, .read, document, policy, whole)
        #expect(permitted.rule == .roleHostPhysician && permitted.obligations.contains(.notifyHolder))
        for bad in [
            Circumstances(), facts(["a"], later), facts(["a", "b"], House.now), facts(["a", "b"], later, asked: later),
        ] { #expect(try ask(physician, .read, document, policy, bad).rule == .hostProcedureMissing) }
        #expect(
            try ask(physician, .read, document, try House.policy(set: "era2007"), whole).rule == .hostProcedureMissing
        )
        for act in Act.allCases where ![.read, .search, .findReference].contains(act) {
            for resource in [Resource.record, document, .target(.person(try House.person(9)))] {
                #expect(try !ask(physician, act, resource, policy, whole).isPermitted, "\(act)")
            }
        }
        for visibility in [Visibility.hiddenFromPatient, .hiddenFromRepresentatives] {
            let hidden = Resource.document(House.document(visibility))
            #expect(try ask(physician, .read, hidden, policy, whole).denial == .silent)
        }
    }

    /// § 1.2: support suspends for a fraud and sees nothing; staff of the host do nothing (§ 6).
    @Test func supportAndHostSeeNothing() throws {
        let policy = try House.policy()
        for service in [ServiceActor.support, .host] {
            for act in Act.allCases {
                for resource in [Resource.record, document, .target(.person(try House.person(9)))] {
                    let isPermitted = try House.ask(service.subject, act, resource, policy).isPermitted
                    let expected =
                        service == .support && resource == .record && [.suspend, .testExistence].contains(act)
                    #expect(isPermitted == expected, "\(service) \(act)")
                }
            }
        }
        #expect(try House.ask(ServiceActor.support.subject, .suspend, policy).rule == .roleSystem)
    }

    /// A record not yet activated is closed to people, open to the service.
    @Test func theServiceGoesOnBeforeActivation() throws {
        var policy = try House.policy()
        policy.state = .open(internet: .awaitingActivation)
        #expect(try House.ask(ServiceActor.support.subject, .suspend, policy).isPermitted)
        #expect(try House.ask(.system("calendar"), .close, policy).isPermitted)
        #expect(try House.ask(House.representative(.guardian), .read, policy).rule == .accessNotActivated)
    }
}
