import HealthRecord
import Testing

@testable import AccessRules

/// *What would change if…*, and who else may read.
@Suite struct ChoiceEffectTests {
    private func changes(
        _ edit: (inout RecordPolicy) throws -> Void,
        from policy: RecordPolicy,
        _ documents: [ChoiceEffect.Document]
    ) throws -> [ChoiceEffect.Affected: (gains: [Int], loses: [Int])] {
        var after = policy
        try edit(&after)
        let book = try #require(House.book)
        let effect = ChoiceEffect(from: policy, to: after, documents: documents, now: House.now, ruleBook: book)
        return Dictionary(uniqueKeysWithValues: effect.changes.map { ($0.affected, ($0.gains, $0.loses)) })
    }

    @Test func aLeaveGivenAndTakenBack() throws {
        let actor = try House.care("60")
        let documents = [
            ChoiceEffect.Document(House.document()), .init(House.document("68599-0", classCode: "11")),
            .init(House.document(.maskedToProfessionals)),
        ]
        var policy = try House.policy()
        let given = try changes({ $0.authorisations = [House.leave(actor)] }, from: policy, documents)
        #expect(given.count == 1 && given[.named(actor.subject)]?.gains == [0])
        policy.authorisations = [House.leave(actor)]
        let taken = try changes({ $0.authorisations = [] }, from: policy, documents)
        #expect(taken.count == 1 && taken[.named(actor.subject)]?.loses == [0])
        #expect(try changes({ _ in }, from: policy, documents).isEmpty)
    }

    @Test func aMaskAndAnObjection() throws {
        let author = try House.care("10", number: 1)
        let other = try House.care("10", number: 2)
        var policy = try House.policy()
        policy.authorisations = [House.leave(author), House.leave(other)]
        let subject = author.subject
        let document = ChoiceEffect.Document(
            House.document(),
            after: House.document(.maskedToProfessionals)
        ) { $0 == subject ? .author : .none }
        let masked = try changes({ _ in }, from: policy, [document])
        #expect(masked[.named(author.subject)] == nil && masked[.named(other.subject)]?.loses == [0])
        #expect(masked[.profession("G15_10")]?.loses == [0] && masked[.reader(.holder)] == nil)
        #expect(masked[.reader(.breakGlass(profession: "G15_60"))]?.loses == [0])
        let plain = ChoiceEffect.Document(House.document())
        let opposed = try changes({ $0.emergency.refusesRegulation = true }, from: policy, [plain, plain])
        #expect(opposed.count == 1 && opposed[.reader(.regulation)]?.loses == [0, 1])
    }

    @Test func anEraChanges() throws {
        let treating = try House.person(1)
        var policy = try House.policy(set: "era2007")
        policy.treatingPhysicians = [treating]
        let effect = try changes({ $0.policySet = "era2011" }, from: policy, [.init(House.document())])
        #expect(effect[.reader(.treatingPhysician(treating))]?.gains == [0])
        #expect(effect[.reader(.regulation)]?.gains == [0])
        #expect(effect[.reader(.breakGlass(profession: "G15_60"))]?.gains == [0])
        #expect(effect.count == 4)
    }

    @Test func theCircle() throws {
        let book = try #require(House.book)
        var policy = try House.policy()
        policy.treatingPhysicians = [try House.person(1)]
        func circle(_ facts: DocumentFacts, _ policy: RecordPolicy) -> [Reader: RuleID] {
            let answers = Explanation.circle(of: facts, policy: policy, now: House.now, ruleBook: book) { _ in .none }
            return Dictionary(uniqueKeysWithValues: answers.map { ($0.reader, $0.decision.rule) })
        }
        let plain = circle(House.document(), policy)
        #expect(plain[.holder] == .roleHolder && plain[.legalRepresentative] == .representationEnded)
        #expect(plain[.guardian] == .roleRepresentative && plain[.carer] == .roleCarer)
        #expect(plain[.treatingPhysician(try House.person(1))] == .roleTreatingPhysician)
        #expect(plain[.stranger(profession: "G15_60")] == .authorisationMissing)
        #expect(plain[.breakGlass(profession: "G15_10")] == .emergencyBreakGlass)
        #expect(plain[.regulation] == .emergencyRegulation && plain.count == 10)
        let minor = circle(House.document(.hiddenFromRepresentatives), try House.policy(House.child))
        #expect(minor[.legalRepresentative] == .hiddenFromRepresentatives && minor[.holder] == .minorWithoutAccess)
        let own = circle(House.document("DOCPAT02", classCode: "42", origin: .holder), policy)
        #expect(own[.holder] == .roleHolder)
        // Who answers at the regulation centre is a physician, who reads what a nurse does not.
        let result = circle(House.document("68599-0", classCode: "11"), policy)
        #expect(result[.regulation] == .emergencyRegulation)
        #expect(result[.breakGlass(profession: "G15_60")] == .professionRefused)
    }

    /// A cell of the table is the answer to the question that its words say.
    @Test func theTableAnswersWhatItSays() throws {
        let cells = ReadingTable(set: "mes2026", now: House.now, ruleBook: try #require(House.book)).cells
        func rule(_ who: String, _ what: String, _ mode: AccessMode) -> RuleID? {
            cells.first { $0.who == who && $0.what == what && $0.mode == mode.code }?.decision.rule
        }
        let glass = AccessMode.breakGlass(reason: "Coma")
        #expect(rule("G15_10", "class 10", .normal) == .authorisationValid)
        #expect(rule("G15_10", "class 10 masked", .normal) == .masked)
        #expect(rule("G15_10", "class 10", glass) == .emergencyBreakGlass)
        #expect(rule("G15_10", "class 10 masked", glass) == .maskedInEmergency)
        #expect(rule("G15_10", "class 10", .regulation) == .emergencyRegulation)
        #expect(rule("G15_10", "class 10 masked", .regulation) == .maskedInEmergency)
    }

    @Test func setsAreCompared() throws {
        let book = try #require(House.book)
        let (former, latter) = (try #require(book.policySets["mes2022"]), try #require(book.policySets["mes2026"]))
        #expect(PolicyDifference(from: former, to: former).lines.isEmpty)
        let keys = PolicyDifference(from: former, to: latter).lines.map(\.key)
        #expect(
            keys == [
                .openingMode, .loginMethods, .loginIdentifier, .codeLifetime, .codeByMail, .careEvidence,
                .careCredentials, .consentInitial, .carerDelegation, .carerMaximum, .carerMaximumHelped,
            ]
        )
        let first = ReadingTable(set: "era2007", now: House.now, ruleBook: book).cells
        let last = ReadingTable(set: "mes2026", now: House.now, ruleBook: book).cells
        #expect(first.count == last.count && first.count == book.professionKeys.count * 66 + 18)
        let gains = zip(first, last).filter { !$0.decision.isPermitted && $1.decision.isPermitted }.map(\.0)
        #expect(gains.contains { $0.who == "carer" } && gains.contains { $0.who == "holder" && $0.act == .feed })
        #expect(gains.contains { $0.who == "G15_60" && $0.what == "class 10 masked" && $0.mode == "bris_de_glace" })
        #expect(gains.contains { $0.who == "host's physician" } && gains.contains { $0.who == "health insurance" })
        #expect(!gains.contains { $0.who == "G15_60" && $0.mode == "normal" })
    }
}
