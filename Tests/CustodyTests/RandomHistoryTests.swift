import AccessRules
import HealthRecord
import Sealing
import Testing

@testable import Custody

/// Any sequence of acts leaves a whole chain, and the rules answer again as the traces say they did, in every set.
@Suite struct RandomHistoryTests {
    /// § 5, § 10, CSP R1111-43.
    @Test(arguments: 1...12)
    func replayingTheTracesGivesTheSameAnswers(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        let house = try House(seed: UInt64(seed))
        let sets = ["era2007", "era2011", "era2016", "era2019", "mes2022", "mes2026"]
        let custodian = try house.open { $0.policySet = sets[seed % sets.count] }
        let person = try await house.person(custodian)
        let actors = try (1...3).map { try People.doctor($0, structure: $0) }
        let token = try await house.session(custodian, person)
        let shelf = Shelf()
        let book = try RuleBook.bundled()
        // Where one physician alone may treat, a second one conflicts and decides nothing.
        let takesSeveral = book.policySets[sets[seed % sets.count]]?.allowsSeveralTreatingPhysicians == true
        for _ in 0..<40 {
            house.pass(Int64.random(in: 1...10, using: &random))
            let actor = try #require(actors.randomElement(using: &random))
            let holder = try await house.holder(custodian, token)
            let count = try await custodian.chain(of: person.record).count
            let policy = try await custodian.holderFile(holder).policy
            let kept = await shelf.rows.count
            let isHolder = Bool.random(using: &random)
            let visit =
                isHolder
                ? holder
                : try await house.admit(
                    custodian,
                    actor,
                    for: person,
                    mode: Int.random(in: 0..<6, using: &random) == 0 ? .breakGlass(reason: "urgence") : .normal
                )
            let reference = isHolder ? nil : person.reference
            var act: Act?
            var resource = Resource.record
            do {
                switch Int.random(in: 0..<9, using: &random) {
                case 0:
                    act = .search
                    _ = try await custodian.list(visit, of: reference)
                case 1 where isHolder:
                    act = .authorise
                    resource = .target(actor.subject)
                    _ = try await custodian.carryOut(.authorise(People.leave(actor)), visit)
                case 2 where isHolder:
                    act = .block
                    resource = .target(actor.subject)
                    _ = try await custodian.carryOut(.block(People.block(actor)), visit)
                case 3 where isHolder:
                    act = .unblock
                    resource = .target(actor.subject)
                    _ = try await custodian.carryOut(.unblock(actor.subject), visit)
                case 1 where !isHolder:
                    act = .declareAuthorisation
                    _ = try await custodian.setAuthorisation(
                        .add(asTreatingPhysician: Bool.random(using: &random) && takesSeveral),
                        visit,
                        of: reference
                    )
                case 2 where !isHolder:
                    act = .removeOwnAuthorisation
                    _ = try await custodian.setAuthorisation(.remove, visit, of: reference)
                case 3 where !isHolder:
                    act = .testExistence
                    _ = try await custodian.testExistence(visit, of: reference)
                case 4 where !isHolder:
                    let entry = try house.entry(
                        person,
                        by: actor,
                        visibility: Bool.random(using: &random) ? .maskedToProfessionals : []
                    )
                    act = .feed
                    resource = .document(DocumentFacts(entry, for: visit.actor))
                    let work = try await custodian.prepare(
                        documents: [PlannedDocument(entry: entry)],
                        changes: [],
                        submissionSet: nil,
                        visit,
                        of: reference
                    )
                    await shelf.add(work, [entry], try await custodian.commit(work.id, paths: []))
                case 5 where kept > 0:
                    let ordinal = Int.random(in: 0..<kept, using: &random)
                    let shown = try await shelf.shown(ordinal)
                    act = .read
                    resource = .document(DocumentFacts(await shelf.rows[ordinal].entry, for: visit.actor))
                    _ = try await custodian.release([shown], visit, of: reference)
                case 6 where kept > 0:
                    let ordinal = Int.random(in: 0..<kept, using: &random)
                    let entry = await shelf.rows[ordinal].entry
                    let isMasked = entry.visibility.contains(.maskedToProfessionals)
                    act = isMasked ? .unmask : .mask
                    resource = .document(DocumentFacts(entry, for: visit.actor))
                    try await house.change(
                        custodian,
                        isMasked ? .unmask : .mask,
                        ordinal,
                        visit,
                        reference,
                        on: shelf
                    )
                case 7:
                    act = .readHistory
                    _ = try await custodian.history(visit, of: reference)
                default: continue
                }
            } catch CustodyError.refused {}
            // The first reading by somebody raises the version of the file, not its decisions.
            let added = try await custodian.chain(of: person.record).dropFirst(count)
            let event = try #require(added.first)
            #expect(added.count == 1 && event.actor == visit.actor && event.mode == visit.mode)
            let decision = decide(
                subject: visit.actor,
                act: try #require(act),
                resource: resource,
                context: Context(
                    policy: policy,
                    mode: visit.mode,
                    now: event.time,
                    today: event.time.dayInFrance,
                    presence: isHolder ? .confirmed : .declared
                ),
                ruleBook: book
            )
            #expect(decision.rule.rawValue == event.rule)
            #expect(decision.isPermitted == (event.outcome == .permitted))
            #expect(event.policy == book.versionedName(of: policy.policySet))
            // And from the trace alone, as an auditor has it.
            #expect(TracedDecision(event, in: book) == .same)
        }
        let holder = try await house.holder(custodian, token)
        let mark = try await custodian.state(holder, of: nil)
        let (count, root) = (await shelf.rows.count, await shelf.root)
        #expect(mark.count == UInt64(count) && mark.root == root)
        try custodian.close()
    }

    @Test func manyAtOnceKeepEveryChainWhole() async throws {
        let house = try House()
        let custodian = try house.open()
        var scenes: [(Person, Shelf, String)] = []
        for number in 1...3 {
            let person = try await house.person(custodian, number)
            scenes.append((person, Shelf(), try await house.session(custodian, person)))
        }
        let actors = try (1...4).map { try People.doctor($0, structure: $0) }
        let (all, people) = (scenes, actors)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<64 {
                group.addTask {
                    let (person, shelf, token) = all[task % all.count]
                    let actor = people[task % people.count]
                    let visit = try await house.admit(custodian, actor, for: person)
                    switch task % 6 {
                    case 0, 1: try await house.deposit(custodian, [[], []], by: actor, for: person, on: shelf)
                    case 2:
                        _ = try await custodian.setAuthorisation(
                            .add(asTreatingPhysician: false),
                            visit,
                            of: person.reference
                        )
                    case 3: _ = try? await custodian.list(visit, of: person.reference)
                    case 4:
                        let holder = try await house.holder(custodian, token)
                        _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder)
                    default: try await custodian.integrateLog()
                    }
                }
            }
            try await group.waitForAll()
        }
        try await custodian.integrateLog()
        for (person, shelf, token) in scenes {
            let chain = try await custodian.chain(of: person.record)
            #expect(chain.count > 5)
            let holder = try await house.holder(custodian, token)
            let mark = try await custodian.state(holder, of: nil)
            let (count, root) = (await shelf.rows.count, await shelf.root)
            #expect(mark.count == UInt64(count) && mark.root == root)
        }
        try custodian.close()
        let again = try house.open()
        for (person, _, _) in scenes { _ = try await again.chain(of: person.record) }
        try again.close()
    }
}
