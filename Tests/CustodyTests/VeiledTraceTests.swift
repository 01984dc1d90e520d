import GRDB
import HealthRecord
import Sealing
import Testing

@testable import Custody

/// A page of the history opens as many traces whatever lies between its lines: it takes as long (design § 2, law 5).
@Suite struct VeiledTraceTests {
    private static let ids = (UInt64(1)...3).map { UniqueID(random: ($0, 2)) }

    private static func event(
        _ sequence: UInt64,
        _ act: TracedAct,
        _ documents: [UniqueID],
        after: String? = nil,
        _ outcome: TracedOutcome = .permitted,
        by actor: Actor = .system(""),
        mark: String? = nil
    ) -> TraceEvent {
        var details = after.map { ["after": $0] } ?? [:]
        if let mark { details[mark] = "1" }
        return TraceEvent(
            sequence: sequence,
            time: House.start,
            act: act,
            actor: actor,
            mode: .normal,
            documents: documents,
            outcome: outcome,
            rule: "",
            policy: "",
            node: "",
            request: ids[0],
            details: details
        )
    }

    private static let name = PersonName(family: "Perrin", given: "Noé")
    private static let (holder, relative) = (
        Actor.holder(name), Actor.representative(name, .legalRepresentative)
    )

    /// A trace is veiled when each of its documents is hidden, whether its act was permitted or refused.
    @Test func aTraceIsVeiledByAllThatItNames() {
        let (open, hidden) = (Self.ids[0], Self.ids[1])
        var marks = VisibilityMarks()
        for event in [
            Self.event(1, .openRecord, []), Self.event(2, .deposit, [open], after: "approved/0"),
            Self.event(3, .deposit, [hidden], after: "approved/2"), Self.event(4, .locate, [open, hidden]),
            Self.event(5, .read, [hidden], .refused), Self.event(6, .list, []),
            Self.event(7, .deposit, [Self.ids[2]], after: "approved/1"),
        ] { marks.read(event) }
        #expect(marks.veiled.ranks(hiding: [hidden], from: Self.holder) == [3, 5])
        // Once its term has come it is like any other.
        #expect(marks.veiled.ranks(hiding: [], from: Self.holder).isEmpty)
        #expect(marks.veiled.ranks(hiding: [open, hidden], from: Self.holder) == [2, 3, 4, 5])
    }

    /// § 7.1: what came with another record stands in no trace of its own here, and is parted again with its names.
    @Test func whatCameWithAnotherRecordIsVeiledOnceParted() {
        let (own, foreign) = (Self.ids[0], Self.ids[1])
        var marks = VisibilityMarks()
        for event in [
            Self.event(1, .deposit, [own], after: "approved/0"), Self.event(2, .merge, []),
            Self.event(3, .read, [foreign]), Self.event(4, .locate, [own, foreign]), Self.event(5, .locate, [foreign]),
        ] { marks.read(event) }
        #expect(marks.veiled.ranks(hiding: [foreign, Self.ids[2]], from: Self.holder) == [3, 5])
    }

    /// Who asked and got nothing is told nothing of it, whatever he asked for; everybody else reads the line.
    @Test func aVainRequestIsVeiledToWhoeverAsked() {
        let document = Self.ids[0]
        var marks = VisibilityMarks()
        for event in [
            Self.event(1, .deposit, [document], after: "approved/0"), Self.event(2, .read, [document], by: Self.holder),
            Self.event(3, .read, [document], .refused, by: Self.holder), Self.event(4, .read, [], by: Self.holder),
            Self.event(5, .read, [], by: Self.relative), Self.event(6, .read, []),
            Self.event(7, .mask, [document], by: Self.holder, mark: TraceEvent.unseenKey),
        ] { marks.read(event) }
        #expect(marks.veiled.ranks(hiding: [], from: Self.holder) == [3, 4, 7])
        #expect(marks.veiled.ranks(hiding: [], from: Self.relative) == [5])
    }

    /// What is hidden later than it came was named by traces before: they are passed over like those that come.
    @Test func whatIsHiddenLaterIsFoundInWhatWasReadBefore() {
        let (document, other) = (Self.ids[0], Self.ids[1])
        let events = [
            Self.event(1, .deposit, [document], after: "approved/0"), Self.event(2, .read, [document]),
            Self.event(3, .deposit, [other], after: "approved/0"),
            Self.event(4, .hideFromRepresentatives, [document], after: "approved/4"), Self.event(5, .read, [document]),
        ]
        var marks = VisibilityMarks()
        for event in events { marks.read(event) }
        #expect(marks.sequence == 5 && marks.marks.count == 2)
        #expect(marks.veiled.ranks(hiding: [document], from: Self.relative) == [1, 2, 4, 5])
    }

    /// § 3.7: what a minor does in secret is veiled to those who act for him, and to nobody else.
    @Test func secretActsAreVeiledToRepresentatives() {
        var marks = VisibilityMarks()
        marks.read(Self.event(1, .list, [], mark: TraceEvent.secretKey))
        marks.read(Self.event(2, .list, []))
        #expect(marks.veiled.ranks(hiding: [], from: Self.relative) == [1])
        #expect(marks.veiled.ranks(hiding: [], from: Self.holder).isEmpty)
    }

    @Test func asManyRanksAreTakenWhateverIsLeftOut() {
        var (all, some) = (TraceRanks(below: 10, without: []), TraceRanks(below: 10, without: [2, 3, 8, 9, 40]))
        #expect(all.take(3) == [9, 8, 7] && some.take(3) == [7, 6, 5])
        #expect(all.take(0).isEmpty && all.take(9) == [6, 5, 4, 3, 2, 1] && all.take(1).isEmpty)
        #expect(some.take(9) == [4, 1] && some.take(9).isEmpty)
        var none = TraceRanks(below: 0, without: [])
        #expect(none.take(1).isEmpty)
    }

    /// Leafs through the history two lines at a time; answers the ranks shown.
    private func leaf(_ custodian: Custodian, _ reader: Admission) async throws -> [UInt64] {
        var (shown, before) = ([UInt64](), HistoryCursor?.none)
        repeat {
            let page = try await custodian.history(before: before, limit: 2, reader, of: nil)
            #expect(page.events.count == 2 || page.next == nil)
            shown += page.events.map(\.sequence)
            before = page.next
        } while before != nil
        return shown
    }

    /// Makes whatever makes no line impossible to open, and leafs.
    private func leafPastVeiled(
        _ custodian: Custodian,
        _ reader: Admission,
        of record: RecordID
    ) async throws -> [UInt64] {
        let context = try #require(try await custodian.contextAfterCommit(of: record))
        let veiled = try await custodian.concealment(in: context, to: reader, now: custodian.clock()).traces
        _ = try await custodian.ledger.commit { transaction in
            for rank in veiled {
                try transaction.database.execute(
                    sql: "UPDATE trace SET ct = x'00' WHERE rec_seq = ?",
                    arguments: [Int64(rank)]
                )
            }
        }
        let shown = try await leaf(custodian, reader)
        #expect(shown == (1...(shown.first ?? 1)).reversed().filter { !veiled.contains($0) })
        return shown
    }

    /// R1111-53: what waits to be announced is not even opened for a page of the holder's.
    @Test func whatMakesNoLineIsNotOpened() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2026" }
        let person = try await house.person(custodian)
        let (author, shelf) = (try People.doctor(), Shelf())
        let filed: [Visibility] = [[], .hiddenFromPatient, .hiddenFromPatient, [], .hiddenFromPatient]
        let entries = try await house.deposit(custodian, filed, by: author, for: person, on: shelf)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let shown = try await leafPastVeiled(custodian, holder, of: person.record)
        // Nor is it opened once more for another page, and a new one is known by what it is.
        try await house.deposit(custodian, [.hiddenFromPatient], by: author, for: person, on: shelf)
        let again = try await house.holder(custodian, try await house.session(custodian, person))
        #expect(try await leafPastVeiled(custodian, again, of: person.record).count > shown.count)
        #expect(entries.count == filed.count)
        try custodian.close()
    }

    /// To ask for what is hidden and for what never was leaves one rank each, which no page of the asker's opens.
    @Test func neitherOfTwoVainRequestsIsOpened() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2026" }
        let person = try await house.person(custodian)
        let (author, shelf) = (try People.doctor(), Shelf())
        try await house.deposit(custodian, [[], .hiddenFromPatient], by: author, for: person, on: shelf)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        func veiled() async throws -> Set<UInt64> {
            let context = try #require(try await custodian.contextAfterCommit(of: person.record))
            return try await custodian.concealment(in: context, to: holder, now: custodian.clock()).traces
        }
        let before = try await veiled()
        let outcomes = try await custodian.release([try await shelf.shown(1)], holder, of: nil)
        let outcome = try #require(outcomes.first)
        if case .released = outcome { Issue.record("It is hidden.") }
        let hidden = try await veiled()
        #expect(hidden.isSuperset(of: before) && hidden.count == before.count + 1)
        try await custodian.readNothing(holder, of: nil)
        let invented = try await veiled()
        #expect(invented.isSuperset(of: hidden) && invented.count == hidden.count + 1)
        _ = try await leafPastVeiled(custodian, holder, of: person.record)
        try custodian.close()
    }

    /// § 3.7: the same of what is closed to the representatives, after it had been open.
    @Test func whatIsClosedLaterIsNotOpenedEither() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let (author, shelf) = (try People.doctor(), Shelf())
        let first = try await house.holder(custodian, try await house.relative(custodian, 50))
        _ = try await custodian.carryOut(.authorise(People.leave(author)), first)
        try await house.deposit(custodian, [[], []], by: author, for: child, on: shelf)
        let before = Set(try await leaf(custodian, first))
        let visit = try await house.admit(custodian, author, for: child)
        try await house.change(custodian, .hideFromRepresentatives, 0, visit, child.reference, on: shelf)
        let parent = try await house.holder(custodian, try await house.relative(custodian, 50))
        let shown = try await leafPastVeiled(custodian, parent, of: child.record)
        // Its arrival had a line, and has none any more.
        #expect(before.subtracting(shown).count == 1)
        try custodian.close()
    }
}
