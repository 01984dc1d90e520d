import HealthRecord
import Testing

@testable import AccessRules

/// Corners that mutants of the rules once hid in.
@Suite struct CornerTests {
    private let document = Resource.document(House.document())

    @Test func evidenceWithoutAProfessionBindsNobody() throws {
        let actor = try House.care("")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        #expect(try House.ask(.care(actor), .feed, document, policy).rule == .actorUnbound)
    }

    @Test func aSetMayDoWithoutAReason() throws {
        let actor = try House.care("10")
        let book = try House.turned(.emergencyReason, to: false)
        let decision = try House.ask(
            .care(actor),
            .read,
            document,
            try House.policy(),
            mode: .breakGlass(reason: " "),
            book: book
        )
        #expect(decision.isPermitted)
    }

    @Test(
        arguments: [("PT3M", 180), ("P14D", 14 * 86_400), ("P6W", 42 * 86_400), ("P1M", 30 * 86_400)]
            as [(String, Int64)]
    )
    func periodsEndAtAMoment(period: String, seconds: Int64) throws {
        let start = try #require(Instant(year: 2026, month: 4, day: 1, hour: 13, minute: 5))
        #expect(try #require(Period(period)).end(from: start) == start.advanced(bySeconds: seconds))
        #expect(Period(period)?.iso8601 == period)
    }

    @Test func decisionsKeptFromAMandate() throws {
        let guardian = House.representative(.guardian)
        let facts = Circumstances(mandate: Mandate(basis: .representation, limits: [.decisions]))
        var policy = try House.policy()
        for (act, status) in [(Act.archive, AvailabilityStatus.approved), (.restore, .archived), (.delete, .approved)] {
            let own = House.document("DOCPAT02", classCode: "42", status: status, relation: .author, origin: .holder)
            let decision = try House.ask(guardian, act, .document(own), policy, circumstances: facts)
            #expect(decision.rule == .mandateLimited, "\(act)")
        }
        policy.state = .closed(at: House.now, reason: .holderRequest)
        for act in [Act.reopen, .requestErasure] {
            #expect(try House.ask(guardian, act, policy, circumstances: facts).rule == .mandateLimited, "\(act)")
        }
    }

    @Test func onlyTheSignatureOfALotPassesTheProfessionMatrix() throws {
        let actor = try House.care("80")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        for (code, system) in [("E1762", CodeSystem.loinc), ("E1763", "ASTM")] {
            var facts = House.document("no", classCode: "no")
            facts.typeCode = Code(code, system)
            #expect(try House.ask(.care(actor), .search, .document(facts), policy).rule == .professionUndefined)
        }
    }

    /// Hidden and inactive documents have rows of their own in the matrix, which say what the plain row says: today.
    @Test func theRowsOfHiddenAndInactiveDocumentsAreAsked() throws {
        let actor = try House.care("10")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        func reads(_ facts: DocumentFacts, without row: String) throws -> Decision {
            var texts = try RuleBook.Texts.bundled()
            texts.functional = texts.functional.replacing(row + ",yes,yes,yes,yes", with: row + ",yes,yes,yes,no")
            return try House.ask(.care(actor), .read, .document(facts), policy, book: try RuleBook(texts))
        }
        let hidden = [Visibility.hiddenFromPatient, .hiddenFromRepresentatives, .secretConnection].map {
            House.document($0)
        }
        let inactive = [AvailabilityStatus.deprecated, .archived, .deleted].map { House.document(status: $0) }
        for (facts, row, other) in hidden.map({ ($0, "TD3.2-hidden", "TD3.2-inactive") })
            + inactive.map({ ($0, "TD3.2-inactive", "TD3.2-hidden") })
        {
            let refused = try reads(facts, without: row)
            #expect(refused.rule == .functionalRefused && refused.denial == .silent)
            #expect(try reads(facts, without: other).isPermitted)
        }
        #expect(try reads(House.document(), without: "TD3.2-hidden").isPermitted)
        #expect(try reads(House.document(), without: "TD3.2-inactive").isPermitted)
    }

    @Test func aCarerOfAMinorIsNotDefined() throws {
        let carer = House.representative(.carer)
        let decision = try House.ask(carer, .read, document, try House.policy(House.child))
        #expect(decision.rule == .representationUndefined)
    }

    /// What a mode closes is refused for the mode's sake, not for want of a consent that nobody could state.
    @Test func inAnEmergencyNoConsentIsAskedFor() throws {
        let actor = try House.care("10")
        let decision = try House.ask(
            .care(actor),
            .declareAuthorisation,
            .record,
            try House.policy(),
            mode: .regulation,
            presence: .absent
        )
        #expect(decision.rule == .functionalRefused)
    }

    @Test func aStructuresSoftwareCollectsNoConsentForAnother() throws {
        let software = try House.care("AUTOMATE", holder: .structure, authentication: .indirect)
        var policy = try House.policy()
        policy.authorisations = [House.leave(software, subject: .structure(software.structure.id))]
        let other = Resource.target(.person(try House.person(9)))
        #expect(try House.ask(.care(software), .declareAuthorisation, other, policy).rule == .consentNotDelegable)
    }

    /// Where the set lets him file and no more, a leave opens nothing to an occupational physician: he files as anybody (C9).
    @Test func aLeaveOpensNothingToHimWhomTheSetKeepsOut() throws {
        let worker = try House.care("10", specialty: "SM25")
        for (set, searches, files) in [
            ("era2019", RuleID.occupationalBanned, RuleID.authorisationNeedless),
            ("mes2026", .authorisationValid, .authorisationValid),
        ] {
            var policy = try House.policy(set: set)
            policy.authorisations = [House.leave(worker)]
            #expect(try House.ask(.care(worker), .search, policy).rule == searches, "\(set)")
            #expect(try House.ask(.care(worker), .feed, document, policy).rule == files, "\(set)")
        }
    }

    @Test func anAuthorActsOnHisOwnDocumentAsItsAuthor() throws {
        let actor = try House.care("10", specialty: "SM26")
        let own = Resource.document(House.document(relation: .author))
        let found = try House.ask(.care(actor), .findReference, own, try House.policy())
        #expect(found.rule == .roleAuthor && !found.obligations.contains(.limitToOwnDocuments))
        let hidden = try House.ask(.care(actor), .hideFromRepresentatives, own, try House.policy(House.child))
        #expect(hidden.rule == .roleAuthor && hidden.isPermitted)
    }

    /// An act that needs no leave is refused by the matrix, and says nothing of leaves.
    @Test func whatNeedsNoLeaveIsNotRefusedForWantOfOne() throws {
        let actor = try House.care("10")
        for act in [Act.resignTreatingPhysician, .findWithoutINS] {
            #expect(try House.ask(.care(actor), act, try House.policy()).rule == .functionalRefused, "\(act)")
        }
    }

    @Test func whoMayNotArchiveHearsTheMatrixWhoeverFiledIt() throws {
        let nurse = try House.care("60")
        let filed = Resource.document(House.document("DOCPAT02", classCode: "42", origin: .holder))
        let decision = try House.ask(.care(nurse), .archive, filed, try House.policy(), mode: .regulation)
        #expect(decision.rule == .functionalRefused)
    }

    /// Before treating physicians read all traces, a history was limited, and nothing but a history.
    @Test func onlyAHistoryIsLimitedToOwnTraces() throws {
        let actor = try House.care("10", specialty: "SM26")
        var policy = try House.policy(set: "era2011")
        policy.treatingPhysicians = [try House.person(1)]
        let history = try House.ask(.care(actor), .readHistory, policy)
        #expect(history.isPermitted && history.obligations.contains(.limitToOwnTraces))
        let reading = try House.ask(.care(actor), .read, document, policy)
        #expect(reading.isPermitted && !reading.obligations.contains(.limitToOwnTraces))
    }

    /// A secret connection is for a consultation: nobody administers a record in one.
    @Test func aSecretConnectionAdministersNothing() throws {
        let actor = try House.care("10", specialty: "SM26")
        var policy = try House.policy(House.child, set: "era2019")
        policy.authorisations = [House.leave(actor)]
        for (secrecy, rule) in [(SessionSecrecy.ordinary, RuleID.authorisationValid), (.secret, .administrationOff)] {
            let decision = try House.ask(
                .care(actor),
                .administer,
                .record,
                policy,
                presence: .confirmed,
                secrecy: secrecy
            )
            #expect(decision.rule == rule, "\(secrecy)")
        }
    }

    @Test func aDocumentIsActiveWhileItIsCurrent() {
        for status in [AvailabilityStatus.approved, .deprecated, .archived, .deleted] {
            #expect(House.document(status: status).isInactive == (status != .approved))
        }
    }

    @Test func aMatrixThatIsAddedHasAName() throws {
        var texts = try RuleBook.Texts.bundled()
        texts.addedProfessions = ["a b": texts.professions]
        #expect(throws: RuleBookError.inadmissible(file: "a b.csv", key: "name", value: "a b")) {
            try RuleBook(texts)
        }
    }
}
