import HealthRecord
import Testing

@testable import AccessRules

/// What is open to whom, act by act, and what must be done beside: lists that neither grow nor shrink by chance.
@Suite struct ExactActsTests {
    private static let glass = AccessMode.breakGlass(reason: "Coma")

    private func block(_ actor: CareActor) -> Block {
        Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)
    }

    /// What the actor may do, each act about the document or person that suits it.
    private func open(
        _ actor: CareActor,
        _ policy: RecordPolicy,
        relation: DocumentRelation = .none,
        mode: AccessMode = .normal,
        circumstances: Circumstances = Circumstances()
    ) throws -> Set<Act> {
        var open: Set<Act> = []
        for act in Act.allCases {
            var facts = House.document(relation: relation)
            if act == .unmask { facts.visibility = .maskedToProfessionals }
            if act == .reveal { facts.visibility = .hiddenFromPatient }
            if act == .restore { facts.status = .archived }
            let resource: Resource =
                act.needsTarget
                ? .target(.person(try House.person(9))) : act.takesDocument ? .document(facts) : .record
            let decision = try House.ask(
                .care(actor),
                act,
                resource,
                policy,
                mode: mode,
                circumstances: circumstances
            )
            if decision.isPermitted { open.insert(act) }
        }
        return open
    }

    /// CSP R1111-47, R1111-49: without a leave one files, and keeps access to what one filed.
    @Test func withoutALeave() throws {
        let nurse = try House.care("60")
        let policy = try House.policy()
        let needless: Set<Act> = [
            .testExistence, .declareAuthorisation, .removeOwnAuthorisation, .listOpenRecords, .feed,
        ]
        #expect(try open(nurse, policy) == needless)
        let own: Set<Act> = [
            .read, .search, .findReference, .mask, .unmask, .reveal, .archive, .restore, .delete, .replace,
        ]
        #expect(try open(nurse, policy, relation: .author) == needless.union(own))
        #expect(try open(nurse, policy, relation: .ownStructure) == needless)
        let physician = try House.care("10", specialty: "SM26")
        #expect(try open(physician, policy) == needless)
        #expect(
            try open(nurse, policy, mode: .regulation) == [
                .testExistence, .listOpenRecords, .findWithoutINS, .webAccess, .readIdentity, .feed, .search,
                .findReference, .read,
            ]
        )
    }

    @Test func withALeave() throws {
        let nurse = try House.care("60")
        var policy = try House.policy()
        policy.authorisations = [House.leave(nurse)]
        let expected: Set<Act> = [
            .testExistence, .declareAuthorisation, .removeOwnAuthorisation, .listOpenRecords, .webAccess,
            .readIdentity, .listAuthorisations, .feed, .search, .findReference, .read, .mask, .reveal, .readHistory,
        ]
        #expect(try open(nurse, policy) == expected)
        policy.treatingPhysicians = [try House.person(1)]
        let treating = try House.care("10", specialty: "SM26")
        policy.authorisations = []
        #expect(
            try open(treating, policy)
                == expected.union([.unmask, .archive, .restore, .block, .unblock, .resignTreatingPhysician])
        )
    }

    /// § 3.2: a blocked professional files, takes back what he filed, leaves; nothing else, beside the patient or not
    /// (§ 3.1).
    @Test func blocked() throws {
        let physician = try House.care("10", specialty: "SM26")
        var policy = try House.policy()
        policy.authorisations = [House.leave(physician)]
        policy.blocks = [block(physician)]
        let always: Set<Act> = [.testExistence, .removeOwnAuthorisation, .listOpenRecords, .feed]
        #expect(try open(physician, policy) == always)
        #expect(try open(physician, policy, relation: .author) == always.union([.delete, .replace, .findReference]))
        #expect(
            try open(physician, policy, relation: .author, mode: Self.glass)
                == always.subtracting([.removeOwnAuthorisation]).union([.delete, .replace, .findReference])
        )
        let centre = try open(physician, policy, mode: .regulation)
        #expect(centre.contains(.read) && !centre.contains(.findWithoutINS))
        let turned = try House.turned(.blockDefeatsRegulation, to: true)
        let document = Resource.document(House.document())
        let read = try House.ask(.care(physician), .read, document, policy, mode: .regulation, book: turned)
        #expect(read.rule == .blocked)
        let search = try House.ask(.care(physician), .findWithoutINS, .record, policy, mode: .regulation)
        #expect(search.rule == .blocked)
        policy.treatingPhysicians = [try House.person(1)]
        #expect(try open(physician, policy) == always.union([.resignTreatingPhysician]))
        let secretary = try House.care("SECRETARIAT_MEDICAL", system: CodeSystem.nonProfession, holder: .employee)
        policy.blocks = [block(secretary)]
        #expect(try open(secretary, policy) == [.testExistence, .listOpenRecords, .feedBySecretary])
    }

    /// § 0: deposit only, at the end of the era of 2016 to 2021.
    @Test func occupationalPhysicianIn2019() throws {
        let actor = try House.care("10", specialty: "SM25")
        var policy = try House.policy(set: "era2019")
        policy.authorisations = [House.leave(actor)]
        #expect(
            try open(actor, policy, relation: .author) == [.testExistence, .feed, .replace, .delete, .findReference]
        )
        policy.policySet = "mes2026"
        policy.authorisations = []
        #expect(
            try open(actor, policy, relation: .none) == [.testExistence, .listOpenRecords, .feed]
        )
    }

    /// CSP L1111-17 IV: nobody else's consent reaches the occupational physician.
    @Test func noLeaveButHisOwnReachesTheOccupationalPhysician() throws {
        let actor = try House.care("10", specialty: "SM25")
        let nurse = try House.care("60", number: 2)
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor, subject: .structure(actor.structure.id)), House.leave(nurse)]
        let team = Circumstances(team: CareTeam(members: [nurse.subject, actor.subject]))
        let searched = try House.ask(.care(actor), .search, .record, policy, circumstances: team)
        #expect(searched.rule == .authorisationMissing)
        policy.authorisations = []
        let bare = try House.ask(.care(actor), .search, .record, policy, circumstances: team)
        #expect(bare.rule == .authorisationMissing)
    }

    /// Order of 26/10/2023: the holder is told of a first access; what is none, or is an emergency, is told otherwise.
    @Test func firstAccessIsTold() throws {
        let nurse = try House.care("60")
        var policy = try House.policy()
        policy.authorisations = [House.leave(nurse)]
        let told: Set<Act> = [
            .read, .search, .readIdentity, .webAccess, .declareAuthorisation, .listAuthorisations,
        ]
        for act in try open(nurse, policy) {
            var facts = House.document()
            if act == .reveal { facts.visibility = .hiddenFromPatient }
            let resource: Resource = act.takesDocument ? .document(facts) : .record
            let decision = try House.ask(.care(nurse), act, resource, policy)
            #expect(decision.obligations.contains(.notifyHolderOfFirstAccess) == told.contains(act), "\(act)")
            #expect(
                !decision.obligations.contains(.notifyHolder) && !decision.obligations.contains(.showEmergencySession)
            )
        }
        let glass = try House.ask(.care(nurse), .read, .document(House.document()), policy, mode: Self.glass)
        #expect(!glass.obligations.contains(.notifyHolderOfFirstAccess))
        policy.policySet = "era2019"
        let before = try House.ask(.care(nurse), .read, .document(House.document()), policy)
        #expect(before.obligations.list == [.trace])
    }

    /// PDT-INF-526: what is done for the structure, and on what part of the answer.
    @Test func whatIsDoneForTheStructure() throws {
        let software = try House.care(
            "AUTOMATE",
            system: CodeSystem.nonProfession,
            holder: .structure,
            authentication: .indirect
        )
        let secretary = try House.care("SECRETARIAT_MEDICAL", system: CodeSystem.nonProfession, holder: .employee)
        let policy = try House.policy()
        let document = Resource.document(House.document(relation: .ownStructure))
        func obligations(_ actor: CareActor, _ act: Act, _ resource: Resource = .record) throws -> [Obligation] {
            let decision = try House.ask(.care(actor), act, resource, policy)
            #expect(decision.isPermitted, "\(act): \(decision.rule)")
            return decision.obligations.list
        }
        #expect(try obligations(software, .feed, document) == [.trace, .actForStructure])
        #expect(try obligations(software, .replace, document) == [.trace, .actForStructure])
        #expect(try obligations(software, .delete, document) == [.trace])
        #expect(try obligations(software, .listOpenRecords) == [.trace, .limitToNewAuthorisations])
        #expect(try obligations(software, .findReference) == [.trace, .limitToOwnDocuments])
        #expect(
            try obligations(secretary, .declareAuthorisation) == [.trace, .notifyHolderOfFirstAccess, .actForStructure]
        )
        #expect(try obligations(secretary, .feedBySecretary, document) == [.trace, .actForStructure])
        #expect(try obligations(secretary, .listOpenRecords) == [.trace, .limitToOwnDocuments, .actForStructure])
        let nurse = try House.care("60")
        #expect(try obligations(nurse, .feed, document) == [.trace])
        #expect(try obligations(nurse, .listOpenRecords) == [.trace])
        let missing = try House.ask(.care(nurse), .findReference, policy)
        #expect(missing.rule == .authorisationNeedless && missing.obligations.list == [.trace, .limitToOwnDocuments])
    }

    /// CSP R1111-43 by era: who reads the history, and how much of it.
    @Test(arguments: PolicySetTests.names)
    func historyByEra(set: String) throws {
        let treating = try House.care("10", specialty: "SM26")
        let nurse = try House.care("60", number: 2)
        var policy = try House.policy(set: set)
        policy.treatingPhysicians = [try House.person(1)]
        policy.authorisations = [House.leave(nurse), House.leave(treating)]
        let byNurse = try House.ask(.care(nurse), .readHistory, policy)
        #expect(byNurse.isPermitted == (set != "era2007"))
        if byNurse.isPermitted {
            #expect(byNurse.obligations.list == [.trace, .limitToOwnTraces])
        } else {
            #expect(byNurse.rule == .functionalRefused)
        }
        let all = try House.ask(.care(treating), .readHistory, policy)
        #expect(all.isPermitted == (set != "era2007"))
        if all.isPermitted { #expect(all.obligations.contains(.limitToOwnTraces) == (set == "era2011")) }
        #expect(try House.ask(House.holder, .readHistory, policy).obligations.list == [.trace])
    }

    /// CSP L1111-5: a secret session stays out of the representatives' sight; an ordinary one does not.
    @Test func secrecyIsAnObligationOfEveryAct() throws {
        let nurse = try House.care("60")
        var policy = try House.policy(House.child)
        policy.authorisations = [House.leave(nurse)]
        let plain = Resource.document(House.document())
        for secrecy in SessionSecrecy.allCases {
            let read = try House.ask(.care(nurse), .read, plain, policy, secrecy: secrecy)
            #expect(read.obligations.contains(.concealFromRepresentatives) == (secrecy == .secret))
        }
        for (visibility, isWarned) in [
            (Visibility.hiddenFromRepresentatives, true), (.secretConnection, true), ([], false),
            (.hiddenFromPatient, false),
        ] {
            let read = try House.ask(.care(nurse), .read, .document(House.document(visibility)), policy)
            #expect(read.obligations.contains(.warnHiddenFromRepresentatives) == isWarned)
        }
        // Only a secret session files a secret document.
        let secret = Resource.document(
            House.document([.secretConnection, .hiddenFromRepresentatives], relation: .author)
        )
        #expect(try House.ask(.care(nurse), .feed, secret, policy).rule == .secretConnection)
        #expect(try House.ask(.care(nurse), .feed, secret, policy, secrecy: .secret).isPermitted)
    }

    /// Archiving and deleting what the patient filed belongs to the patient and the treating physician
    /// (§ 2.2, PDT-INF-526).
    @Test func whatThePatientFiled() throws {
        let nurse = try House.care("60")
        var policy = try House.policy()
        policy.authorisations = [House.leave(nurse)]
        for status in [AvailabilityStatus.approved, .archived] {
            let own = House.document("DOCPAT02", classCode: "42", status: status, origin: .holder)
            let acts: [Act] = status == .approved ? [.archive, .delete] : [.restore, .delete]
            for act in acts {
                #expect(try House.ask(.care(nurse), act, .document(own), policy).rule == .functionalFiledByHolder)
                #expect(try House.ask(House.holder, act, .document(own), policy).isPermitted)
            }
            #expect(try House.ask(.care(nurse), .read, .document(own), policy).isPermitted)
        }
        // In regulation the physician's column moves it no more than another's.
        let physician = try House.care("10", specialty: "SM26")
        policy.treatingPhysicians = [try House.person(1)]
        let own = Resource.document(House.document("DOCPAT02", classCode: "42", origin: .holder))
        #expect(
            try House.ask(.care(physician), .archive, own, policy, mode: .regulation).rule == .functionalFiledByHolder
        )
        let glass = try House.ask(.care(physician), .archive, own, policy, mode: Self.glass)
        #expect(glass.isPermitted)
    }

    /// The proof of a carer's access is the service's (§ 1.1): those whom it concerns read it, and nobody moves it but the
    /// holder, where his set lets him delete what others filed (C5).
    @Test func whatTheServiceFiled() throws {
        let proof = Resource.document(House.document("DOCPAT09", classCode: "95", origin: .service))
        let physician = try House.care("10", specialty: "SM26")
        var policy = try House.policy()
        policy.authorisations = [House.leave(physician)]
        let deleting = try House.turned(.holderDeletesCareDocuments, to: true)
        for act in [Act.replace, .archive, .delete] {
            for subject in [House.holder, House.representative(.guardian), House.representative(.carer)] {
                #expect(try House.ask(subject, act, proof, policy).rule == .functionalNotOwn)
                let mayDelete = act == .delete && subject == House.holder
                #expect(try House.ask(subject, act, proof, policy, book: deleting).isPermitted == mayDelete)
            }
            for isTreating in [false, true] {
                policy.treatingPhysicians = isTreating ? [try House.person(1)] : []
                for mode in [AccessMode.normal, Self.glass] {
                    #expect(try House.ask(.care(physician), act, proof, policy, mode: mode).rule == .functionalNotOwn)
                }
            }
        }
        policy.treatingPhysicians = []
        #expect(try House.ask(.care(physician), .archive, proof, policy, mode: .regulation).rule == .functionalNotOwn)
        for subject in [House.holder, House.representative(.carer)] {
            #expect(try House.ask(subject, .read, proof, policy).isPermitted)
        }
    }

    /// A set that lets no holder file does not stop the service's proofs, and the service files nothing else.
    @Test func theServiceFilesItsProofsUnderEverySet() throws {
        let calendar = Subject.system("calendar")
        func facts(_ origin: DocumentOrigin) -> Resource {
            .document(House.document("DOCPAT09", classCode: "95", origin: origin))
        }
        for set in PolicySetTests.names {
            var policy = try House.policy()
            policy.policySet = set
            for origin in DocumentOrigin.allCases {
                let decision = try House.ask(calendar, .feed, facts(origin), policy)
                #expect(decision.isPermitted == (origin == .service), "\(origin) under \(set)")
            }
        }
    }
}
