import Foundation
import HealthRecord
import Testing

@testable import AccessRules

/// An auditor's replay: from the facts kept with a trace, the same decision again.
@Suite struct ReplayTests {
    @Test func theFactsOfADecisionDecideTheSame() throws {
        let book = try #require(House.book)
        let actor = try House.care("10")
        let stranger = try House.care("60", number: 7, structure: 7)
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor), House.leave(stranger)]
        policy.blocks = [Block(subject: stranger.subject, name: stranger.name, profession: nil, since: House.now)]
        let context = Context(policy: policy, now: House.now)
        let facts = try #require(
            DecisionFacts(
                subject: .care(actor),
                act: .read,
                resource: .document(House.document()),
                context: context,
                ruleBook: book
            )
        )
        let decision = try facts.replay(in: book)
        #expect(decision.rule == .authorisationValid && decision.isPermitted)
        #expect(facts.edition == "mes2026@1" && facts.form == DecisionFacts.currentForm)
        // Nothing of others is kept, and nothing of what does not matter.
        #expect(facts.policy.leaves.count == 1 && facts.policy.blocks.isEmpty && facts.circumstances == nil)
        let text = try facts.text()
        #expect(!text.contains(stranger.subject.text) && text.utf8.count < 500)
        #expect(try DecisionFacts(text: text) == facts && DecisionFacts(text: text).text() == text)
    }

    @Test func whatTheBookLacksIsNamed() throws {
        let book = try #require(House.book)
        var policy = try House.policy()
        func facts(_ book: RuleBook) throws -> DecisionFacts? {
            DecisionFacts(
                subject: House.holder,
                act: .signIn,
                resource: .record,
                context: Context(policy: policy, now: House.now),
                ruleBook: book
            )
        }
        let newer = try House.edited { $0.replacing("\"version\": 1", with: "\"version\": 2") }
        let kept = try #require(try facts(newer))
        #expect(kept.edition == "mes2026@2")
        #expect(throws: ReplayError.unknownEdition("mes2026@2")) { try kept.replay(in: book) }
        let text = "1:9" + (try kept.text().dropFirst(3))
        #expect(throws: ReplayError.unknownForm(9)) { try DecisionFacts(text: text).replay(in: newer) }
        policy.policySet = "nowhere"
        #expect(try facts(book) == nil)
    }

    @Test func aFormerEditionDecidesAsItDid() throws {
        var texts = try RuleBook.Texts.bundled()
        let bytes = try #require(texts.policySets["mes2026.json"])
        func edition(_ version: Int, glass: Bool) -> [UInt8] {
            Array(
                String(decoding: bytes, as: UTF8.self)
                    .replacing("\"id\": \"mes2026\"", with: "\"id\": \"house\"")
                    .replacing("\"version\": 1", with: "\"version\": \(version)")
                    .replacing(
                        "\"emergency.btg\": {\n      \"value\": true",
                        with: "\"emergency.btg\": {\n      \"value\": \(glass)"
                    ).utf8
            )
        }
        texts.addedSets = ["1": edition(1, glass: true)]
        let then = try RuleBook(texts)
        texts.addedSets["2"] = edition(2, glass: false)
        let now = try RuleBook(texts)
        let context = Context(
            policy: try House.policy(set: "house"),
            mode: .breakGlass(reason: "Coma"),
            now: House.now
        )
        let subject = Subject.care(try House.care("10"))
        func facts(_ book: RuleBook) -> DecisionFacts? {
            DecisionFacts(
                subject: subject,
                act: .read,
                resource: .document(House.document()),
                context: context,
                ruleBook: book
            )
        }
        #expect(try #require(facts(then)).replay(in: now).isPermitted)
        #expect(try #require(facts(now)).replay(in: now).rule == .modeOff)
    }

    private func json(_ facts: DecisionFacts) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(facts), as: UTF8.self)
        return text.replacing("\"v\":3", with: "\"v\":1")
    }

    /// Every kind of fact comes back as it was, in the present form and in the first one; a replay decides the same from both.
    @Test func everyFactComesBackInBothForms() throws {
        let book = try #require(House.book)
        var subjects = try UnclaimedTests.subjects().map(\.subject)
        subjects.append(.care(try House.care("10", specialty: "SM26", holder: .trainee)))
        var resources = try UnclaimedTests.resources().map(\.1)
        var gone = House.document(.hiddenFromPatient, status: .deleted, hiddenSince: House.now)
        gone.deletedBy = .holder
        gone.typeCode = Code("11488-4", CodeSystem.loinc, label: "CR : « été », 3:abc")
        resources += [.document(gone), .target(.structure(try House.structure(3).id))]
        let states: [RecordState] = [
            .open(internet: .active), .open(internet: .awaitingActivation), .suspended(since: House.now),
            .closed(at: House.now, reason: .death),
        ]
        let modes: [AccessMode] = [.normal, .regulation, .breakGlass(reason: "12:Coma\n")]
        var compared = 0
        for (place, subject) in subjects.enumerated() {
            for (rank, resource) in resources.enumerated() {
                var policy = try House.policy()
                policy.state = states[(place + rank) % states.count]
                policy.treatingPhysicians = [try House.person(1), try House.person(2)]
                policy.declareTreating(try House.person(1), by: .insurer, at: House.now)
                if rank % 2 == 0 { policy.declareTreating(try House.person(2), by: .physician, at: House.now) }
                policy.administrators = rank % 3 == 0 ? [try House.person(3)] : []
                policy.emergency.opensMaskedDocuments = rank % 2 == 0
                policy.refusesFeeding = rank % 3 == 1
                if (place + rank) % 2 == 0 {
                    let today = House.now.date
                    policy.announcementGrace = AnnouncementGrace(
                        from: rank % 4 == 0 ? nil : House.adult,
                        since: today,
                        until: CalendarDate(daysSinceEpoch: today.daysSinceEpoch + 14)
                    )
                }
                if case .care(let actor) = subject {
                    policy.authorisations = [House.leave(actor, until: rank % 2 == 0 ? nil : House.now)]
                    policy.blocks = [
                        Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)
                    ]
                }
                let facts = try #require(
                    DecisionFacts(
                        subject: subject,
                        act: Act.allCases[(place * 7 + rank) % Act.allCases.count],
                        resource: resource,
                        context: Context(
                            policy: policy,
                            mode: modes[(place + rank) % modes.count],
                            now: House.now,
                            presence: HolderPresence.allCases[rank % 3],
                            secrecy: rank % 2 == 0 ? .secret : .ordinary,
                            // Before the operator registered centres whoever said so regulated.
                            circumstances: Circumstances(carers: rank % 2, isRegulationCentre: true)
                        ),
                        ruleBook: book
                    )
                )
                let text = try facts.text()
                #expect(try DecisionFacts(text: text) == facts)
                #expect(try DecisionFacts(text: text).text() == text)
                let former = try DecisionFacts(text: json(facts))
                #expect(former.form == 1)
                #expect(try former.replay(in: book) == facts.replay(in: book))
                compared += 1
            }
        }
        #expect(compared == subjects.count * resources.count)
    }

    /// A text that was cut, lengthened or changed is no facts, and never a trap.
    @Test func whatIsNoFactsIsRefused() throws {
        let book = try #require(House.book)
        let facts = try #require(
            DecisionFacts(
                subject: .care(try House.care()),
                act: .read,
                resource: .document(House.document()),
                context: Context(policy: try House.policy(), now: House.now),
                ruleBook: book
            )
        )
        let text = try facts.text()
        for length in 0..<text.count {
            #expect(throws: (any Error).self) { try DecisionFacts(text: String(text.prefix(length))) }
        }
        for spoiled in [text + "0:", "1:x", "99999999999999999999:a", ":", "1:29:mes2026@1-1:x", "{"] {
            #expect(throws: (any Error).self) { try DecisionFacts(text: spoiled) }
        }
    }
}
