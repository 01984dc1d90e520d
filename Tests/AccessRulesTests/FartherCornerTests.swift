import HealthRecord
import Testing

@testable import AccessRules

/// More of them: what a set, a state or a mandate changes.
@Suite struct FartherCornerTests {
    private let document = Resource.document(House.document())

    /// A row of hidden documents may speak of authors and of their structures, as other rows do.
    @Test func aRowOfHiddenDocumentsMayNameOwnOnesAlone() throws {
        let actor = try House.care("10")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        for (cell, readers) in [
            ("own", [DocumentRelation.author]), ("structure", [.author, .ownStructure]), ("no", []),
        ] {
            var texts = try RuleBook.Texts.bundled()
            texts.functional = texts.functional.replacing(
                "TD3.2-hidden,yes,yes,yes,yes",
                with: "TD3.2-hidden,yes,yes,yes," + cell
            )
            let book = try RuleBook(texts)
            for relation in DocumentRelation.allCases {
                let facts = House.document(.hiddenFromPatient, relation: relation)
                let decision = try House.ask(.care(actor), .read, .document(facts), policy, book: book)
                #expect(decision.isPermitted == readers.contains(relation), "\(cell) \(relation)")
            }
        }
    }

    /// A matrix that speaks of own lists where there are none defines nothing.
    @Test func anOwnListOfNobodyIsUndefined() throws {
        var texts = try RuleBook.Texts.bundled()
        texts.functional = texts.functional.replacing("TD0.4,yes,yes,yes,yes", with: "TD0.4,yes,yes,yes,own")
        let book = try RuleBook(texts)
        let actor = Subject.care(try House.care("10", specialty: "SM26"))
        let decision = try House.ask(actor, .listOpenRecords, .record, try House.policy(), book: book)
        #expect(decision.rule == .undefined && !decision.isPermitted)
    }

    /// What the holder deleted is gone while it is deleted, and by him: an author's own deletion is another matter (C5).
    @Test func onlyWhatTheHolderDeletedIsGoneForCarers() throws {
        let actor = try House.care("10", specialty: "SM26")
        var policy = try House.policy(set: "era2019")
        policy.authorisations = [House.leave(actor)]
        func rule(_ status: AvailabilityStatus, _ remover: DocumentRemover?) throws -> RuleID {
            var facts = House.document(status: status)
            facts.deletedBy = remover
            return try House.ask(.care(actor), .read, .document(facts), policy).rule
        }
        #expect(try rule(.deleted, .holder) == .deletedByHolder)
        #expect(try rule(.approved, .holder) == .authorisationValid)
        for remover in DocumentRemover.allCases where remover != .holder {
            #expect(try rule(.deleted, remover) == .authorisationValid, "\(remover)")
        }
        #expect(try rule(.deleted, nil) == .authorisationValid)
    }

    @Test func theHolderSeesWhatHeFiledWhateverItsCode() throws {
        let own = House.document(.hiddenFromPatient, origin: .holder)
        #expect(try House.ask(House.holder, .read, .document(own), try House.policy()).isPermitted)
    }

    @Test func aSetMayLetTheHolderReadWhatIsDeleted() throws {
        let deleted = Resource.document(House.document(status: .deleted))
        let book = try House.turned(.holderReadsDeleted, to: true)
        #expect(try House.ask(House.holder, .read, deleted, try House.policy(), book: book).isPermitted)
    }

    /// Who becomes treating physician, or administers a record, is told of at once; a first access is told of as such.
    @Test func whoTakesARoleIsToldOf() throws {
        let actor = try House.care("10", specialty: "SM26")
        let own = Resource.target(actor.subject)
        let declared = try House.ask(.care(actor), .declareTreatingPhysician, own, try House.policy())
        #expect(declared.obligations.contains(.notifyHolder))
        #expect(declared.obligations.contains(.notifyHolderOfFirstAccess))
        var policy = try House.policy(set: "era2019")
        policy.authorisations = [House.leave(actor)]
        for act in [Act.administer, .administerAccess] {
            let administered = try House.ask(.care(actor), act, .record, policy, presence: .confirmed)
            #expect(administered.isPermitted && administered.obligations.contains(.notifyHolder), "\(act)")
        }
        let read = try House.ask(.care(actor), .read, document, policy)
        #expect(read.isPermitted && !read.obligations.contains(.notifyHolder))
    }

    /// Only what has stopped, or has not begun, can start.
    @Test func whatIsOpenIsNotOpenedAgain() throws {
        var policy = try House.policy()
        #expect(try House.ask(House.holder, .reopen, policy).rule == .undefined)
        #expect(try House.ask(House.holder, .activateAccess, policy).rule == .undefined)
        policy.state = .open(internet: .awaitingActivation)
        #expect(try House.ask(House.holder, .activateAccess, policy).isPermitted)
        policy.state = .closed(at: House.now, reason: .holderRequest)
        #expect(try House.ask(House.holder, .reopen, policy).isPermitted)
    }

    /// CSP L1111-16: what the holder may not take from a confirmed treating physician; all else he may.
    @Test func aTreatingPhysicianIsKeptFromRemovalAlone() throws {
        let person = try House.person(1)
        var policy = try House.policy()
        policy.declareTreating(person, by: .holder, at: House.now)
        let target = Resource.target(.person(person))
        for act in [Act.block, .revoke, .removeTreatingPhysician] {
            #expect(try House.ask(House.holder, act, target, policy).rule == .treatingPhysicianNotRemovable, "\(act)")
        }
        for act in [Act.authorise, .unblock, .declareTreatingPhysician] {
            #expect(try House.ask(House.holder, act, target, policy).isPermitted, "\(act)")
        }
    }

    /// A mandate limits who acts by it: a minor with an access of his own acts by none.
    @Test func aLimitBindsTheMandateAndNotTheMinor() throws {
        let book = try House.turned(.minorOwnAccess, to: true)
        let facts = Circumstances(mandate: Mandate(basis: .parent, limits: [.content, .decisions]))
        let policy = try House.policy(House.child)
        func ask(_ subject: Subject) throws -> Decision {
            try House.ask(subject, .read, document, policy, circumstances: facts, book: book)
        }
        #expect(try ask(House.holder).isPermitted)
        #expect(try ask(House.representative(.legalRepresentative)).rule == .mandateLimited)
    }

    /// Every act that decides for the holder, of those that representatives have at all.
    @Test func decisionsKeptFromAMandateAreAllOfThem() throws {
        let facts = Circumstances(mandate: Mandate(basis: .representation, limits: [.decisions]))
        let target = Resource.target(.person(try House.person(9)))
        let policy = try House.policy()
        for act in [Act.unmask, .delegate, .nameAdministrator, .withdrawAdministrator, .endDelegation] {
            let resource: Resource =
                act == .unmask
                ? .document(House.document(.maskedToProfessionals)) : act.needsTarget ? target : .record
            let guardian = House.representative(.guardian)
            #expect(try House.ask(guardian, act, resource, policy).isPermitted, "\(act)")
            let limited = try House.ask(guardian, act, resource, policy, circumstances: facts)
            #expect(limited.rule == .mandateLimited, "\(act)")
        }
    }

    /// A mode that a set does not have is refused with the set's own source for it.
    @Test func aModeThatIsOffNamesItsSource() throws {
        let actor = Subject.care(try House.care("10"))
        for (key, mode, other) in [
            (PolicyKey.emergencyRegulation, AccessMode.regulation, AccessMode.breakGlass(reason: "Coma")),
            (.emergencyBreakGlass, .breakGlass(reason: "Coma"), .regulation),
        ] {
            let book = try House.turned(key, to: false)
            let source = try #require(book.policySets["mes2026"]?[key]?.source)
            let refused = try House.ask(actor, .read, document, try House.policy(), mode: mode, book: book)
            #expect(refused.rule == .modeOff && refused.source == source)
            #expect(try House.ask(actor, .read, document, try House.policy(), mode: other, book: book).isPermitted)
        }
    }

    /// What a quality may not do at all is refused by its row, not by a limit or by what the document says.
    @Test func theRowRefusesBeforeWhatIsFinerThanIt() throws {
        let book = try #require(House.book)
        let facts = Circumstances(mandate: Mandate(basis: .parent, limits: [.decisions]))
        let parent = House.representative(.legalRepresentative)
        let delegating = try House.ask(parent, .delegate, .record, try House.policy(House.child), circumstances: facts)
        #expect(delegating.rule == .functionalRefused)
        let directives = House.document("EXPPAT_3", classCode: "90", origin: .holder)
        let support = ServiceActor.support.subject
        let deleting = try House.ask(support, .delete, .document(directives), try House.policy())
        #expect(deleting.rule == .functionalRefused)
        #expect(deleting.source == book.portal.cell(.delete, .support)?.source)
    }

    /// In 2019 the holder deleted a professional's document; to archive it was its author's all the same (C5).
    @Test func theHolderDeletesAndDoesNotArchiveForOthers() throws {
        let policy = try House.policy(set: "era2019")
        #expect(try House.ask(House.holder, .delete, document, policy).isPermitted)
        #expect(try House.ask(House.holder, .archive, document, policy).rule == .functionalNotOwn)
    }

    /// The signature of a lot has no type of its own in a matrix: who reads the lot reads it.
    @Test func theSignatureOfALotIsInNoMatrix() throws {
        let nurse = try House.care("60")
        var policy = try House.policy()
        policy.authorisations = [House.leave(nurse)]
        var facts = House.document("00000-0", classCode: "no class", status: .deleted)
        for (type, reads, hides) in [
            (Code("00000-0", CodeSystem.loinc), RuleID.professionUndefined, true),
            (Code("E1762", "ASTM"), .authorisationValid, false),
        ] {
            facts.typeCode = type
            #expect(try House.ask(.care(nurse), .read, .document(facts), policy).rule == reads)
            // A refusal for the document's state is told to whom the type does not hide it from.
            let masking = try House.ask(.care(nurse), .mask, .document(facts), policy)
            #expect(masking.rule == .functionalState && (masking.denial == .silent) == hides)
        }
    }

    /// § 4.5: what a profession does not read is not there for it, unless the actor filed it himself.
    @Test func whatAProfessionDoesNotReadIsRefusedInSilence() throws {
        let nurse = try House.care("60")
        var policy = try House.policy()
        policy.authorisations = [House.leave(nurse)]
        func isSilent(_ type: String, _ classCode: String, _ relation: DocumentRelation = .none) throws -> Bool {
            let gone = House.document(type, classCode: classCode, status: .deleted, relation: relation)
            let decision = try House.ask(.care(nurse), .mask, .document(gone), policy)
            #expect(decision.rule == .functionalState)
            return decision.denial == .silent
        }
        #expect(try isSilent("68599-0", "11"))
        #expect(try !isSilent("68599-0", "11", .author))
        #expect(try !isSilent("11488-4", "10"))
        // The service's own acts are hidden from by nothing.
        let kept = Resource.document(House.document("68599-0", classCode: "11"))
        let revealing = try House.ask(.system("calendar"), .reveal, kept, policy)
        #expect(revealing.rule == .functionalState && revealing.denial != .silent)
    }

    /// Roles outside the health code file what their row says, and read nothing until reading is opened to them.
    @Test func socialRolesFileAndDoNotReadYet() throws {
        let worker = try House.care("41", system: "1.2.250.1.213.1.6.1.4")
        var policy = try House.policy()
        policy.authorisations = [House.leave(worker)]
        let plan = Resource.document(House.document("80788-3", classCode: "44"))
        #expect(try House.ask(.care(worker), .feed, plan, policy).isPermitted)
        #expect(try House.ask(.care(worker), .read, plan, policy).rule == .professionNotOpened)
        let report = Resource.document(House.document())
        let filing = try House.ask(.care(worker), .feed, report, policy)
        #expect(filing.rule == .professionNotOpened && filing.denial != .silent)
        #expect(try House.ask(.care(worker), .read, report, policy).denial == .silent)
    }

    /// Every act on a document goes by what the profession reads of it, or files (§ 2.1).
    @Test func everyActOnADocumentGoesByTheMatrix() throws {
        let actor = try House.care("10", specialty: "SM26")
        for act in Act.allCases where act.takesDocument {
            var policy = try House.policy(act == .hideFromRepresentatives ? House.child : House.adult)
            policy.treatingPhysicians = [try House.person(1)]
            func ask(_ type: String, _ classCode: String) throws -> Decision {
                var facts = House.document(type, classCode: classCode)
                if act == .unmask { facts.visibility = .maskedToProfessionals }
                if act == .reveal { facts.visibility = .hiddenFromPatient }
                if act == .restore { facts.status = .archived }
                if act == .replace { facts.relation = .author }
                return try House.ask(.care(actor), act, .document(facts), policy)
            }
            guard try ask("11488-4", "10").isPermitted else { continue }
            #expect(try ask("00000-0", "no class").rule == .professionUndefined, "\(act)")
        }
        let unknown = Resource.document(House.document("00000-0", classCode: "no class"))
        #expect(try House.ask(House.holder, .report, unknown, try House.policy()).rule == .professionUndefined)
    }

    /// What a holder, or the service, may still do while a record rests or is closed (CSP R1111-36).
    @Test func whatIsOpenWhileARecordIsNot() throws {
        var resting = try House.policy()
        resting.state = .suspended(since: House.now)
        var closed = try House.policy()
        closed.state = .closed(at: House.now, reason: .holderRequest)
        for (act, suspended, ended) in [
            (Act.testExistence, false, false), (.signIn, true, true), (.reopen, false, true),
            (.requestErasure, false, true), (.close, true, false), (.readHistory, true, false),
            (.search, false, false), (.changeWishes, false, false),
        ] {
            let whileResting = try House.ask(House.holder, act, resting)
            let afterwards = try House.ask(House.holder, act, closed)
            // Where the state lets an act pass, the matrix still has its say: nobody is refused for the state then.
            #expect((whileResting.rule != .recordSuspended) == (suspended || act == .testExistence), "\(act)")
            #expect((afterwards.rule != .recordClosed) == (ended || act == .testExistence), "\(act)")
        }
        #expect(try House.ask(.system("calendar"), .reopen, resting).rule != .recordSuspended)
        let nurse = Subject.care(try House.care("60"))
        #expect(try House.ask(nurse, .testExistence, resting).rule != .recordSuspended)
        #expect(try House.ask(nurse, .readHistory, resting).rule == .recordSuspended)
        let physician = Subject.care(try House.care("10", specialty: "SM26"))
        for act in [Act.administer, .administerAccess] {
            #expect(try House.ask(physician, act, closed, presence: .confirmed).rule != .recordClosed, "\(act)")
            #expect(try House.ask(physician, act, resting, presence: .confirmed).rule == .recordSuspended, "\(act)")
        }
    }

    /// Who is banned learns nothing of a record's state; everybody else is told.
    @Test func onlyTheBannedAreRefusedInSilence() throws {
        var closed = try House.policy()
        closed.state = .closed(at: House.now, reason: .holderRequest)
        for (actor, isBanned) in [
            (try House.care("60"), false), (try House.care("10", specialty: "SM26"), false),
            (try House.care("10", sector: "SA48"), true), (try House.care("ASSUR"), true),
        ] {
            let decision = try House.ask(.care(actor), .search, closed)
            #expect(decision.rule == .recordClosed && (decision.denial == .silent) == isBanned)
        }
    }
}
