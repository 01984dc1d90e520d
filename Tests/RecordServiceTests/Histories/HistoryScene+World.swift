import AccessRules
import HealthRecord
import SampleRecords
import Testing
import XDSWire

@testable import Custody
@testable import RecordService

extension HistoryScene {
    /// Somebody files a letter: visible, masked, or to be announced first.
    func file(by caller: Caller) async throws -> String? {
        let wished: [Visibility] = [[], [], .maskedToProfessionals, .hiddenFromPatient, .hiddenFromRepresentatives]
        return try await file(by: caller, try #require(wished.randomElement(using: &random)))
    }

    /// The same with a visibility of one's own.
    func file(by caller: Caller, _ visibility: Visibility) async throws -> String? {
        number += 1
        let letter = try Lots.letter(number, of: patient, by: caller.author, visibility: visibility)
        let lot = try Lots.lot([letter], number: number)
        let visit = try await visit(caller)
        let start = try await sequence()
        var isDone = false
        do {
            _ = try await office.service.deposit(lot, visit)
            isDone = true
        } catch {}
        let added = try await events(after: start)
        let told: Comment = "\(caller.name) files, \(isDone), \(added.map(\.act))"
        #expect(added.count <= 1 && added.allSatisfy { $0.act == .deposit && $0.actor == visit.actor }, told)
        #expect(
            added.allSatisfy { ($0.outcome == .permitted) == isDone && TracedDecision($0, in: book) == .same },
            told
        )
        if caller.isBanned { #expect(!isDone, told) }
        guard isDone else { return nil }
        let event = try #require(added.first, told)
        documents.append(
            Known(
                id: letter.id,
                entry: try #require(event.documents.first),
                author: caller.author.id,
                depositedAt: office.now,
                isHidden: visibility.contains(.hiddenFromPatient),
                isClosedToOthers: visibility.contains(.hiddenFromRepresentatives),
                isMasked: visibility.contains(.maskedToProfessionals)
            )
        )
        return "file"
    }

    /// The insurer feeds blindly, where the set lets it (C10).
    func feed() async throws -> String? {
        number += 1
        let today = office.now.date
        let history = CareHistory(
            id: try #require(OID("2.25.5550\(number)")),
            title: "Soins remboursés",
            bytes: Array("Consultation, 26,50 €".utf8),
            mediaType: "text/plain",
            from: today,
            to: today
        )
        let start = try await sequence()
        var isDone = false
        do {
            try await office.service.feedCareHistory(history, of: try office.qualified(patient))
            isDone = true
        } catch {}
        let added = try await events(after: start)
        let told: Comment = "the insurer feeds, \(isDone), \(added.map(\.act))"
        #expect(added.count <= 1 && added.allSatisfy { $0.actor == .system("ALIM_AM") && $0.act == .deposit }, told)
        if isDone { #expect(added.count == 1, told) }
        #expect(
            added.allSatisfy { ($0.outcome == .permitted) == isDone && TracedDecision($0, in: book) == .same },
            told
        )
        guard isDone, let event = added.first else { return nil }
        documents.append(
            Known(
                id: history.id,
                entry: try #require(event.documents.first),
                author: nil,
                depositedAt: office.now,
                isHidden: false,
                isClosedToOthers: false,
                isMasked: false
            )
        )
        return "feed"
    }

    /// Hours or days pass, and the calendar does what is due: as the system's own acts.
    func time() async throws {
        let start = try await sequence()
        office.pass([3600, 6 * 3600, 86_400, 15 * 86_400].randomElement(using: &random) ?? 3600)
        let report = try await office.service.timeBrings()
        #expect(report.failed == 0)
        for event in try await events(after: start) {
            guard case .system = event.actor else {
                Issue.record("time brought \(event.act) by \(event.actor)")
                continue
            }
            if event.act == .reveal {
                for place in documents.indices where event.documents.contains(documents[place].entry) {
                    documents[place].isHidden = false
                }
            }
        }
        #expect(try await office.service.timeBrings().acts == 0)
    }

    /// Some of those who may ever see anything.
    func watchers(_ count: Int) -> [Caller] {
        Array(callers.filter { !$0.isBanned }.shuffled(using: &random).prefix(count))
    }

    /// What the portal shows now, and what these see.
    func views(_ watchers: [Caller]) async throws -> [String: Set<OID>] {
        var views: [String: Set<OID>] = [:]
        for person in people { views["\(person)"] = await listed(try await visit(person)) }
        for caller in watchers { views[caller.name] = await listed(try await visit(caller)) }
        for person in people { expectKeptFrom(person, views["\(person)"] ?? []) }
        let policy = try await context().policy
        for caller in watchers where !policy.isTreatingPhysician(caller.actor) {
            expectMasked(caller, views[caller.name] ?? [])
        }
        try await expectReadAsListed(views, watchers)
        return views
    }

    private func listed(_ visit: Visit) async -> Set<OID> {
        do { return Set(try await office.service.list(visit).entries.map(\.uniqueID)) } catch { return [] }
    }

    /// What is listed can be read and nothing else can, whoever asks; but that an author reads his own without a list.
    private func expectReadAsListed(_ views: [String: Set<OID>], _ watchers: [Caller]) async throws {
        guard let one = documents.randomElement(using: &random),
            let caller = watchers.randomElement(using: &random)
        else { return }
        let visits = [
            (caller.name, try await visit(caller), one.author == caller.actor.person),
            ("\(people[0])", try await visit(people[0]), false),
        ]
        for (name, visit, isOwn) in visits {
            let read = try? await office.service.read([one.id], visit).first
            var isRead = false
            if case .document = read { isRead = true }
            let isListed = views[name]?.contains(one.id) == true
            let told: Comment = "\(name) \(String(describing: read))"
            if !isOwn || !isRead { #expect(isRead == isListed, told) }
        }
    }

    /// R1111-53: nothing that waits to be announced reaches the holder; § 3.7: nothing closed to others reaches them.
    private func expectKeptFrom(_ person: Person, _ seen: Set<OID>) {
        for one in documents where seen.contains(one.id) {
            let waits = one.isHidden && office.now < one.depositedAt.advanced(bySeconds: 27 * 86_400)
            #expect(!waits, "\(person) sees what was not announced")
            if person == .other { #expect(!one.isClosedToOthers, "who acts for the holder sees what is closed to him") }
        }
    }

    /// R1111-49: masked for all who care but the author, the treating physician, and in emergencies if the holder wishes.
    private func expectMasked(_ caller: Caller, _ seen: Set<OID>) {
        #expect(!caller.isBanned || seen.isEmpty)
        guard caller.mode == .normal, caller.actor.holder == .professional else { return }
        for one in documents where seen.contains(one.id) && one.author != caller.actor.person {
            #expect(!one.isMasked, "\(caller.name) sees what is masked")
        }
    }

    /// To withdraw something never shows anybody more.
    func expectNarrower(_ before: [String: Set<OID>], _ after: [String: Set<OID>], _ told: Comment) {
        for (who, seen) in after {
            let was = before[who] ?? []
            #expect(seen.isSubset(of: was), "\(told): \(who) sees more")
        }
    }
}
