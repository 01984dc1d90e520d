import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SampleRecords
import ServerKit
import Synchronization
import Testing
import Wording

@testable import PortalDoor

/// Who can see a document, and why: each line of its page is what `decide` says of that person (issue 3, part 8).
@Suite struct ReadersTests {
    /// A document of the general practitioner's, as the record keeps it.
    static func entry() async throws -> (stack: PortalStack, entry: DocumentEntry) {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let document = try #require(
            stack.people.documents(of: "jeanne").first { $0.replaces == nil && $0.author.key == "gp" }
        )
        let visit = Mutex<[DocumentEntry]>([])
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            try await stack.deposit(document)
            let stay = try await stack.holder(browser)
            let entries = try await stack.service.list(stay).clinical
            visit.withLock { $0 = entries }
        }
        return (stack, try #require(visit.withLock { $0.first }))
    }

    static func leave(_ who: SampleProfessional, until: Instant? = nil) -> Authorisation {
        Authorisation(
            subject: who.actor().subject,
            name: who.name,
            profession: who.profession,
            structure: who.workplace.structure,
            since: PageSamples.now.advanced(bySeconds: -1000),
            until: until,
            origin: .givenByHolder,
            lastAct: PageSamples.now
        )
    }

    private static func relative(
        _ number: UInt64,
        _ kind: RepresentativeKind,
        _ limits: RepresentativeLimits = [],
        _ standing: MandateStanding = .active
    ) throws -> Representative {
        Representative(
            id: UniqueID(random: (number, 3)),
            name: PersonName(family: "Exemple", given: "Proche \(number)"),
            birthDate: try #require(CalendarDate(year: 1980, month: 1, day: 1)),
            ins: try #require(SamplePopulation(seed: 1, now: PageSamples.now).patient("paul")).ins,
            kind: kind,
            limits: limits,
            since: PageSamples.now.advanced(bySeconds: -1000),
            until: nil,
            standing: standing
        )
    }

    @Test(arguments: [Visibility(), .maskedToProfessionals, .hiddenFromRepresentatives], [false, true])
    func everyLineIsWhatDecideSays(visibility: Visibility, opensInEmergency: Bool) async throws {
        let (stack, found) = try await Self.entry()
        var entry = found
        entry.visibility = visibility
        let rules = try RuleBook.bundled()
        func one(_ key: String) throws -> SampleProfessional {
            guard let one = stack.people.professional(key) else { throw HTMLFault(description: key) }
            return one
        }
        let (author, pharmacist, midwife) = (try one("gp"), try one("pharmacist"), try one("midwife"))
        let others = stack.people.professionals.filter { ![author.key, pharmacist.key, midwife.key].contains($0.key) }
        let (expired, physician) = (
            try #require(others.first), try #require(others.last { $0.profession.isPhysician })
        )
        var policy = try #require(TypeRights.ordinary(rules, now: PageSamples.now))
        policy.authorisations = [
            Self.leave(pharmacist), Self.leave(expired, until: PageSamples.now.advanced(bySeconds: -1)),
            Self.leave(physician),
        ]
        policy.treatingPhysicians = [physician.id]
        policy.blocks = [
            Block(
                subject: midwife.actor().subject,
                name: midwife.name,
                profession: midwife.profession,
                since: PageSamples.now
            )
        ]
        policy.representatives = [
            try Self.relative(1, .carer), try Self.relative(2, .carer, .noDocuments), try Self.relative(3, .assistance),
            try Self.relative(4, .carer, [], .ended(at: PageSamples.now, reason: .byHolder)),
        ]
        policy.emergency.opensMaskedDocuments = opensInEmergency
        policy.emergency.refusesRegulation = opensInEmergency
        let readers = DocumentReaders(
            entry: entry,
            policy: policy,
            known: KnownProfessional.all(in: policy, events: [], at: PageSamples.now, rules: rules),
            now: PageSamples.now,
            rules: rules
        )
        func asked(
            _ subject: Subject,
            _ mode: AccessMode = .normal,
            _ circumstances: Circumstances = Circumstances()
        ) -> Decision {
            decide(
                subject: subject,
                act: .read,
                resource: .document(DocumentFacts(entry, for: subject)),
                context: Context(policy: policy, mode: mode, now: PageSamples.now, circumstances: circumstances),
                ruleBook: rules
            )
        }
        var expected: [String: Decision] = [:]
        for who in [author, pharmacist, midwife, expired, physician] {
            expected[NameText.titled(who.name, who.profession)] = asked(.care(who.actor()))
        }
        let mandates: [(PersonName, Set<Mandate.Limit>)] = [
            (policy.representatives[0].name, []), (policy.representatives[1].name, [.content]),
        ]
        for (name, limits) in mandates {
            expected[name.spoken] = asked(
                .representative(name, .carer),
                .normal,
                Circumstances(mandate: Mandate(basis: .delegation, limits: limits))
            )
        }
        let named = readers.people.filter { !$0.name.isEmpty }
        #expect(Set(named.map(\.name)) == Set(expected.keys) && named.count == expected.count)
        for line in named {
            let decision = try #require(expected[line.name])
            #expect(line.mayRead == decision.isPermitted, "\(line.name)")
            #expect(line.reason == DecisionWords.reason(decision), "\(line.name)")
        }
        // The author, the treating physician and one carer read it; one blocked, one whose time is over do not.
        #expect(named.first { $0.name.contains(author.name.family) }?.mayRead == true)
        #expect(named.first { $0.name.contains(midwife.name.family) }?.reason == .whyBlocked)
        let emergency = try #require(Somebody.physician)
        let kinds = readers.people.filter(\.name.isEmpty)
        let modes: [AccessMode] = [.breakGlass(reason: "-"), .regulation]
        #expect(kinds.count == modes.count)
        for (line, mode) in zip(kinds, modes) {
            let decision = asked(.care(emergency), mode, Circumstances(isRegulationCentre: mode == .regulation))
            #expect(line.mayRead == decision.isPermitted && line.reason == DecisionWords.reason(decision))
        }
        #expect(kinds.last?.mayRead == (visibility != .maskedToProfessionals && !opensInEmergency))
        #expect(kinds.first?.mayRead == (visibility != .maskedToProfessionals || opensInEmergency))
    }

    /// The professions of the matrix, each with a leave and nothing else, by the same function (§ 7.1, page 19).
    @Test func everyProfessionIsWhatDecideSaysOfSomebodyWithALeave() async throws {
        let (_, entry) = try await Self.entry()
        let rules = try RuleBook.bundled()
        let policy = try #require(TypeRights.ordinary(rules, now: PageSamples.now))
        let readers = DocumentReaders(entry: entry, policy: policy, known: [], now: PageSamples.now, rules: rules)
        var expected: [Phrase: Bool] = [:]
        for key in rules.professionKeys {
            let profession = try #require(Somebody.profession(ofKey: key))
            let actor = try #require(Somebody.of(profession))
            var supposed = policy
            supposed.authorisations = [Somebody.leave(for: actor, now: PageSamples.now)]
            expected[ProfessionText.label(profession)] =
                PolicyEffect.decision(
                    of: actor,
                    on: DocumentFacts(entry, for: .care(actor)),
                    supposed,
                    PageSamples.now,
                    rules
                ).isPermitted
        }
        let lines = readers.professions
        #expect(lines.count == rules.professionKeys.count)
        #expect(lines.contains(where: \.mayRead) && lines.contains { !$0.mayRead })
        for line in lines { #expect(line.mayRead == expected[line.role], "\(line.role.french)") }
    }

    @Test func thePageSaysWhyAndGathersProfessions() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            try await stack.deposit(
                try #require(stack.people.documents(of: "jeanne").first { $0.replaces == nil && $0.author.key == "gp" })
            )
            let list = try await browser.get(Paths.documents)
            let link = try #require(list.body.firstMatch(of: /href="(\/documents\/[0-9a-f-]{36})"/))
            let page = try await browser.get(String(link.1))
            #expect(PageChecker.faults(in: page.body) == [])
            for text in [
                RightsText.whyTreating.phrase, RightsText.whyEmergency.phrase, DocumentPageText.byProfession.phrase,
                RightsText.whyProfession.phrase,
            ] { #expect(page.body.contains(text.french), "\(text.french)") }
        }
    }

    /// Neither readers nor emergencies are lost where the history has more than a page (§ 7.1, page 6).
    @Test func readersAndEmergenciesOfLongAgoAreStillTold() async throws {
        let stack = try PortalStack(historyPage: 3)
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let documents = stack.people.documents(of: "jeanne").filter { $0.replaces == nil && $0.author.key == "gp" }
            try await stack.deposit(try #require(documents.first))
            let stay = try await stack.holder(browser)
            let id = try #require(try await stack.service.list(stay).clinical.first?.id)
            let reader = try await stack.visit(
                try #require(stack.people.professional("midwife")),
                of: patient,
                mode: .breakGlass(reason: "Personne inconsciente")
            )
            _ = try await stack.service.read(id, reader)
            stack.service.leave(reader)
            let path = Paths.document(id)
            for _ in 0..<12 { _ = try await browser.get(Paths.documents) }
            let page = try await browser.get(path)
            #expect(!page.body.contains(DocumentPageText.noReader(.french)))
            let record = try await browser.get(Paths.record)
            #expect(record.body.contains("id=\"urgences\""))
        }
    }

    /// § 7.1, page 22: a table that does not hold all says so on its last line; one that does says nothing.
    @Test(arguments: [(2, true), (200_000, false)])
    func aTableThatDoesNotHoldAllSaysSo(limit: Int, isCut: Bool) async throws {
        let stack = try PortalStack(historyPage: 3, tableLimit: limit)
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            for _ in 0..<4 { _ = try await browser.get(Paths.documents) }
            _ = try await browser.get(Paths.history)
            let table = try await browser.post(Paths.historyCSV, [:])
            let lines = table.body.split(separator: "\r\n").map(String.init)
            let end = "\"" + HistoryText.csvPartly(.french) + "\""
            #expect(lines.last?.hasSuffix(end) == isCut)
            #expect(lines.count(where: { $0.contains(end) }) == (isCut ? 1 : 0))
            if isCut { #expect(lines.count == limit + 2) } else { #expect(lines.count > 4) }
            // Every line has the same cells.
            #expect(Set(lines.map { $0.split(separator: "\";\"", omittingEmptySubsequences: false).count }).count == 1)
        }
    }
}
