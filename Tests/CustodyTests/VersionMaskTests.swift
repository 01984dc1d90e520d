import AccessRules
import HealthRecord
import Sealing
import Testing

@testable import Custody

/// A change that goes over a chain of versions is judged for each of them, and refused for one it is refused for all
/// (access-and-lifecycle § 3.5, § 3.6; EX_2.1-1050).
@Suite struct VersionMaskTests {
    /// A letter in versions at 0, 1, 2 …; whoever is named beside the author is one of the last version alone.
    private struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person
        let author: CareActor
        let colleague: CareActor
        let last: CareActor
        /// The holder, or the parent of a child.
        let holder: Admission
        let shelf = Shelf()

        init(
            _ visibilities: [Visibility],
            born: CalendarDate? = nil,
            under set: String? = nil
        ) async throws {
            house = try House()
            custodian = try house.open { if let set { $0.policySet = set } }
            person = try await house.person(custodian, born: born)
            (author, colleague, last) = (try People.doctor(), try People.doctor(2), try People.doctor(3))
            if born == nil {
                holder = try await house.holder(custodian, try await house.session(custodian, person))
            } else {
                try await house.represent(custodian, person, 50)
                holder = try await house.holder(custodian, try await house.relative(custodian, 50))
            }
            for one in [author, colleague, last] {
                _ = try await custodian.carryOut(.authorise(People.leave(one)), holder)
            }
            for (place, visibility) in visibilities.enumerated() {
                if place == 0 {
                    try await house.deposit(custodian, [visibility], by: author, for: person, on: shelf)
                } else {
                    try await house.replace(
                        custodian,
                        place - 1,
                        by: author,
                        with: place == visibilities.count - 1 ? [last] : [],
                        visibility: visibility,
                        for: person,
                        on: shelf
                    )
                }
            }
        }

        func change(_ change: DocumentChange, _ place: Int, by actor: CareActor? = nil) async throws {
            guard let actor else {
                return try await house.changeChain(custodian, change, place, holder, nil, on: shelf)
            }
            let visit = try await house.admit(custodian, actor, for: person)
            try await house.changeChain(custodian, change, place, visit, person.reference, on: shelf)
        }

        /// Several changes in one work.
        func change(together changes: [Wish], by actor: CareActor) async throws {
            let visit = try await house.admit(custodian, actor, for: person)
            var planned: [PlannedChange] = []
            for wish in changes {
                planned.append(
                    PlannedChange(
                        shown: try await shelf.shown(wish.place),
                        change: wish.change,
                        newEntryUUID: house.requestID()
                    )
                )
            }
            let work = try await custodian.prepare(
                documents: [],
                changes: planned,
                versions: try await shelf.allShown(),
                submissionSet: nil,
                visit,
                of: person.reference
            )
            await shelf.add(work, [], try await custodian.commit(work.id, paths: try await shelf.paths(of: work)))
        }

        /// How each version stands to whoever may know of it, the oldest first.
        func standing() async -> [Visibility] { await shelf.rows.map(\.entry.visibility) }

        func statuses() async -> [AvailabilityStatus] { await shelf.rows.map(\.entry.status) }

        func root() async throws -> [UInt8] {
            try #require(try await custodian.contextAfterCommit(of: person.record)).root
        }

        /// Whether somebody reads a version.
        func reads(_ place: Int, _ actor: CareActor) async throws -> Bool {
            let visit = try await house.admit(custodian, actor, for: person)
            let outcome = try await custodian.release([try await shelf.shown(place)], visit, of: person.reference)
            if case .refused = outcome.first { return false }
            return true
        }
    }

    /// One of several changes that are asked for together.
    struct Wish: Sendable {
        let change: DocumentChange
        let place: Int

        init(_ change: DocumentChange, _ place: Int) {
            self.change = change
            self.place = place
        }
    }

    /// Refused, and told so, for one version: nothing is written but the refusal.
    private func expectRefused(
        _ scene: Scene,
        _ rule: RuleID,
        for place: Int?,
        _ act: () async throws -> Void
    ) async throws {
        let (root, standing) = (try await scene.root(), await scene.standing())
        var refused: Refusal?
        do { try await act() } catch CustodyError.refused(let refusal) { refused = refusal }
        #expect(refused?.rule == rule.rawValue && refused?.isSilent == false)
        #expect(try await scene.root() == root)
        #expect(await scene.standing() == standing)
        let last = try #require(try await scene.custodian.chain(of: scene.person.record).last)
        #expect(last.outcome == .refused && last.rule == rule.rawValue)
        let ids = await scene.shelf.rows.map(\.entry.id)
        if let place { #expect(last.documents == [ids[place]]) }
    }

    private static let masked = Visibility.maskedToProfessionals
    private static let hidden = Visibility.hiddenFromPatient
    private static let waiting: Visibility = [.hiddenFromPatient, .maskedOnceRevealed]
    private static let both: Visibility = [.hiddenFromPatient, .maskedToProfessionals]

    /// He hears of no version that is hidden from him: its mask waits, and goes with the mask that brought it.
    @Test func theHoldersMaskWaitsForAVersionThatHeDoesNotSeeYet() async throws {
        let scene = try await Scene([Self.hidden, [], []])
        try await scene.change(.mask, 2)
        #expect(await scene.standing() == [Self.waiting, Self.masked, Self.masked])
        let hidden = await scene.shelf.rows[0].entry.id
        let events = try await scene.custodian.history(scene.holder, of: nil).events
        #expect(events.contains { $0.act == .mask } && !events.contains { $0.documents.contains(hidden) })
        try await scene.change(.unmask, 2)
        #expect(await scene.standing() == [Self.hidden, [], []])
        try await scene.change(.mask, 2)
        try await scene.change(.reveal(.hiddenFromPatient), 0, by: scene.author)
        #expect(await scene.standing() == [Self.masked, Self.masked, Self.masked])
        try scene.custodian.close()
    }

    /// A professional who sees the older version is told what he would be told of it alone (EX_2.1-1050).
    @Test func aProfessionalsMaskIsRefusedForAnOlderVersion() async throws {
        let scene = try await Scene([Self.hidden, [], []])
        try await expectRefused(scene, .cumulationRefused, for: 0) {
            try await scene.change(.mask, 2, by: scene.colleague)
        }
        try await scene.change(.reveal(.hiddenFromPatient), 0, by: scene.colleague)
        try await scene.change(.mask, 2, by: scene.colleague)
        #expect(await scene.standing() == [Self.masked, Self.masked, Self.masked])
        try scene.custodian.close()
    }

    /// § 3.5 (CSP R1111-53): over a version that the patient sees, or that has come out by its term, none is filed that he does not.
    @Test func aHiddenVersionStandsOverNoneThatThePatientSees() async throws {
        func file(_ scene: Scene) async throws {
            try await scene.house.replace(
                scene.custodian,
                0,
                by: scene.author,
                visibility: Self.hidden,
                for: scene.person,
                on: scene.shelf
            )
        }
        let seen = try await Scene([[]])
        await #expect(throws: CustodyError.conflict("hiddenOverSeen")) { try await file(seen) }
        #expect(await seen.standing() == [[]])
        try seen.custodian.close()

        let released = try await Scene([Self.hidden], under: "mes2026")
        released.house.pass(40 * 86_400)
        await #expect(throws: CustodyError.conflict("hiddenOverSeen")) { try await file(released) }
        try released.custodian.close()

        let waits = try await Scene([Self.hidden], under: "mes2026")
        try await file(waits)
        #expect(await waits.standing() == [Self.hidden, Self.hidden])
        try waits.custodian.close()
    }

    static let olderVersions: [[Visibility]] = [[.hiddenFromPatient], [.hiddenFromPatient, []]]

    @Test(arguments: olderVersions)
    func aVersionFiledMaskedIsRefusedOverAHiddenOne(_ older: [Visibility]) async throws {
        let scene = try await Scene(older)
        func file(_ visibility: Visibility) async throws {
            try await scene.house.replace(
                scene.custodian,
                older.count - 1,
                by: scene.author,
                visibility: visibility,
                for: scene.person,
                on: scene.shelf
            )
        }
        try await expectRefused(scene, .cumulationRefused, for: nil) { try await file(Self.masked) }
        try await file([])
        #expect(await scene.standing() == older + [[]])
        try scene.custodian.close()
    }

    /// The mask of the version before it is the holder's wish, and refuses nobody's filing.
    @Test func aMaskThatGoesOverToANewVersionWaitsForAHiddenOne() async throws {
        let scene = try await Scene([Self.hidden, []])
        try await scene.change(.mask, 1)
        try await scene.house.replace(scene.custodian, 1, by: scene.author, for: scene.person, on: scene.shelf)
        #expect(await scene.standing().dropLast() == [Self.waiting, Self.masked])
        try scene.custodian.close()
    }

    /// PDT-INF-526: who did not write a version lifts no mask from it, and learns of none.
    @Test func anAuthorOfTheLastVersionUnmasksThatAlone() async throws {
        let scene = try await Scene([[], [], []])
        try await scene.change(.mask, 2)
        try await scene.change(.unmask, 2, by: scene.last)
        #expect(await scene.standing() == [Self.masked, Self.masked, []])
        let lifted = try await scene.custodian.chain(of: scene.person.record).filter { $0.act == .unmask }
        let latest = await scene.shelf.rows[2].entry.id
        #expect(lifted.map(\.documents) == [[latest]])
        #expect(try await !scene.reads(0, scene.colleague))
        #expect(try await scene.reads(2, scene.colleague))
        try await scene.change(.mask, 2)
        try await scene.change(.unmask, 2, by: scene.author)
        #expect(await scene.standing() == [[], [], []])
        // Each by a decision of its own, that an auditor decides again.
        let book = try RuleBook.bundled()
        for event in try await scene.custodian.chain(of: scene.person.record) {
            #expect([.same, .undecided].contains(TracedDecision(event, in: book)), "\(event.act)")
        }
        try scene.custodian.close()
    }

    /// PDT-INF-526: closed to representatives by their author; one that is not his refuses the whole, and he sees which.
    @Test func anAuthorOfTheLastVersionClosesNoneOfTheOthers() async throws {
        let scene = try await Scene([[], [], []], born: House.childhood)
        let closed = Visibility.hiddenFromRepresentatives
        try await expectRefused(scene, .functionalNotOwn, for: 1) {
            try await scene.change(.hideFromRepresentatives, 2, by: scene.last)
        }
        try await scene.change(.hideFromRepresentatives, 2, by: scene.author)
        #expect(await scene.standing() == [closed, closed, closed])
        try await scene.change(.reveal(closed), 2, by: scene.colleague)
        #expect(await scene.standing() == Array(repeating: .openedToRepresentatives, count: 3))
        try scene.custodian.close()
    }

    /// What is deleted is kept, and read by professionals: it is masked with the rest.
    @Test func aMaskCoversWhatIsArchivedAndWhatIsDeleted() async throws {
        let scene = try await Scene([[], [], []])
        try await scene.change(.delete, 0, by: scene.author)
        try await scene.change(.archive, 2, by: scene.author)
        #expect(await scene.statuses() == [.deleted, .deprecated, .archived])
        #expect(try await scene.reads(0, scene.colleague))
        try await scene.change(.mask, 2)
        #expect(await scene.standing() == [Self.masked, Self.masked, Self.masked])
        #expect(await scene.statuses() == [.deleted, .deprecated, .archived])
        for place in 0...2 {
            #expect(try await !scene.reads(place, scene.colleague))
            #expect(try await scene.reads(place, scene.author))
        }
        try await scene.change(.unmask, 2)
        #expect(await scene.standing() == [[], [], []])
        try scene.custodian.close()
    }

    /// Its author took it back, and nobody could reveal it any more: it is masked at once, and refuses no mask of what stands.
    @Test func aDeletedVersionRefusesNoMaskOfTheOthers() async throws {
        let changed = try await Scene([Self.hidden, []])
        try await changed.change(.delete, 0, by: changed.author)
        #expect(try await changed.reads(0, changed.colleague))
        try await changed.change(.mask, 1, by: changed.colleague)
        #expect(await changed.standing() == [Self.both, Self.masked])
        #expect(await changed.statuses() == [.deleted, .approved])
        for place in 0...1 { #expect(try await !changed.reads(place, changed.colleague)) }
        try changed.custodian.close()

        let filed = try await Scene([Self.hidden, []])
        try await filed.change(.delete, 0, by: filed.author)
        try await filed.house.replace(
            filed.custodian,
            1,
            by: filed.author,
            visibility: Self.masked,
            for: filed.person,
            on: filed.shelf
        )
        #expect(await filed.standing() == [Self.both, Self.masked, Self.masked])
        #expect(await filed.statuses() == [.deleted, .deprecated, .approved])
        try filed.custodian.close()
    }

    /// A mask that waited masks when what it waited for is taken back; the holder lifts it with the rest, as he would have.
    @Test func whatIsDeletedWhileItsMaskWaitsIsMasked() async throws {
        let scene = try await Scene([Self.hidden, []])
        try await scene.change(.mask, 1)
        #expect(await scene.standing() == [Self.waiting, Self.masked])
        try await scene.change(.delete, 0, by: scene.author)
        #expect(await scene.standing() == [Self.both, Self.masked])
        #expect(try await !scene.reads(0, scene.colleague))
        try await scene.change(.unmask, 1)
        #expect(await scene.standing() == [Self.hidden, []])
        #expect(await scene.statuses() == [.deleted, .approved])
        #expect(try await scene.reads(0, scene.colleague))
        try await scene.change(.mask, 1)
        #expect(await scene.standing() == [Self.both, Self.masked])
        try scene.custodian.close()
    }

    /// PDT-INF-526: what another wrote and deleted refuses no closing of what stands, and is closed with it.
    @Test func aDeletedVersionRefusesNoClosingOfTheOthers() async throws {
        let scene = try await Scene([[], []], born: House.childhood)
        let closed = Visibility.hiddenFromRepresentatives
        try await scene.change(.delete, 0, by: scene.author)
        try await scene.change(.hideFromRepresentatives, 1, by: scene.last)
        #expect(await scene.standing() == [closed, closed])
        try scene.custodian.close()
    }

    static let contrary: [(Visibility, [Wish])] = [
        ([], [Wish(.mask, 1), Wish(.hideFromRepresentatives, 0)]),
        ([], [Wish(.mask, 1), Wish(.delete, 0)]),
        ([], [Wish(.hideFromRepresentatives, 1), Wish(.delete, 0)]),
        // Alone, the mask is refused while the older one is hidden.
        (hidden, [Wish(.mask, 1), Wish(.reveal(.hiddenFromPatient), 0)]),
    ]

    /// Neither of two changes that meet in one chain is made, in whichever order they are asked for; one after the other, both are.
    @Test(arguments: contrary)
    func changesThatMeetInOneChainAreAskedForOneByOne(_ older: Visibility, _ wishes: [Wish]) async throws {
        let scene = try await Scene([older, []], born: House.childhood)
        let (root, standing, statuses) = (try await scene.root(), await scene.standing(), await scene.statuses())
        for order in [wishes, wishes.reversed()] {
            await #expect(throws: CustodyError.conflict("sameDocument")) {
                try await scene.change(together: order, by: scene.author)
            }
        }
        #expect(try await scene.root() == root)
        #expect(await scene.standing() == standing)
        #expect(await scene.statuses() == statuses)
        for wish in wishes.reversed() { try await scene.change(wish.change, wish.place, by: scene.author) }
        #expect(try await scene.root() != root)
        try scene.custodian.close()
    }

    @Test func theSameIsAskedOfTwoVersionsTogether() async throws {
        let scene = try await Scene([[], [], []], born: House.childhood)
        let closed = Visibility.hiddenFromRepresentatives
        try await scene.change(
            together: [Wish(.hideFromRepresentatives, 2), Wish(.hideFromRepresentatives, 0)],
            by: scene.author
        )
        #expect(await scene.standing() == [closed, closed, closed])
        let traced = try await scene.custodian.chain(of: scene.person.record).filter {
            $0.act == .hideFromRepresentatives && $0.outcome == .permitted
        }
        #expect(Set(traced.flatMap(\.documents)) == Set(await scene.shelf.rows.map(\.entry.id)))
        #expect(traced.count == 3)
        // What goes over no chain is of the versions that are named.
        try await scene.change(together: [Wish(.delete, 2), Wish(.delete, 0)], by: scene.author)
        #expect(await scene.statuses() == [.deleted, .deprecated, .deleted])
        try scene.custodian.close()
    }

    /// What his act covers in silence beside the version that he named adds nothing to what he reads of his own acts.
    @Test func whoClosesAVersionReadsNoLineOfOneThatHeMayNotKnow() async throws {
        let closed = Visibility.hiddenFromRepresentatives
        var told: [[UInt8]] = []
        for isAlone in [false, true] {
            let scene = try await Scene(isAlone ? [] : [[], []], born: House.childhood)
            if isAlone {
                let (house, shelf) = (scene.house, scene.shelf)
                let entry = try house.entry(scene.person, by: scene.author, with: [scene.last])
                let work = try await house.prepare(scene.custodian, [entry], by: scene.author, for: scene.person)
                await shelf.add(work, [entry], try await scene.custodian.commit(work.id, paths: []))
            }
            let latest = isAlone ? 0 : 1
            try await scene.change(.mask, latest, by: scene.author)
            try await scene.change(.unmask, latest, by: scene.last)
            if !isAlone { #expect(try await !scene.reads(0, scene.last)) }
            try await scene.change(.hideFromRepresentatives, latest, by: scene.last)
            let older: [Visibility] = isAlone ? [] : [Self.masked.union(closed)]
            #expect(await scene.standing() == older + [closed])

            let visit = try await scene.house.admit(scene.custodian, scene.last, for: scene.person)
            let own = try await scene.custodian.history(limit: 1000, visit, of: scene.person.reference).events
                .filter { $0.act != .read }
            #expect(own.contains { $0.act == .hideFromRepresentatives } && !own.contains(where: \.isUnseenByActor))
            told.append(try Self.bytes(own))

            // Whoever may know of both versions is told of both.
            try await scene.change(.reveal(closed), latest, by: scene.author)
            let events = try await scene.custodian.history(limit: 1000, scene.holder, of: nil).events
            let closings = events.filter { $0.act == .hideFromRepresentatives && $0.actor == .care(scene.last) }
            #expect(closings.count == (isAlone ? 1 : 2))
            #expect(closings.count(where: \.isUnseenByActor) == (isAlone ? 0 : 1))
            try scene.custodian.close()
        }
        #expect(told[0] == told[1])
    }

    /// A reader's events as bytes, after names are given to the documents and nothing is left of ranks and requests.
    private static func bytes(_ events: [TraceEvent]) throws -> [UInt8] {
        var names: [UniqueID: UInt64] = [:]
        let plain = events.map { event in
            TraceEvent(
                sequence: 0,
                time: event.time,
                act: event.act,
                actor: event.actor,
                mode: event.mode,
                documents: event.documents.map { id in
                    let name = names[id] ?? UInt64(names.count)
                    names[id] = name
                    return UniqueID(random: (name, 9))
                },
                outcome: event.outcome,
                rule: event.rule,
                policy: event.policy,
                node: event.node,
                request: UniqueID(random: (0, 0)),
                details: event.details
            )
        }
        return plain.flatMap { $0.encoded(previous: []) }
    }

    /// C5: where the holder deletes what others filed, it is gone with all that it replaced, but for what he may not know of.
    @Test func whatTheHolderDeletesGoesWithWhatItReplaced() async throws {
        let scene = try await Scene([Self.hidden, [], [], []], under: "era2019")
        try await scene.change(.delete, 2)
        #expect(await scene.statuses() == [.deprecated, .deleted, .deleted, .approved])
        for place in 1...2 {
            #expect(try await !scene.reads(place, scene.author))
            #expect(try await !scene.reads(place, scene.colleague))
        }
        for place in [0, 3] { #expect(try await scene.reads(place, scene.colleague)) }
        let deleted = try await scene.custodian.chain(of: scene.person.record).filter { $0.act == .delete }
        let ids = await scene.shelf.rows.map(\.entry.id)
        #expect(deleted.map(\.documents) == [[ids[2]], [ids[1]]])
        #expect(deleted.allSatisfy { $0.outcome == .permitted })
        try scene.custodian.close()
    }

    /// PDT-INF-526: an author takes back the version that he names, and what it replaced is as it was.
    @Test func anAuthorTakesBackTheVersionThatHeNames() async throws {
        let scene = try await Scene([[], [], []])
        try await scene.change(.delete, 2, by: scene.author)
        #expect(await scene.statuses() == [.deprecated, .deprecated, .deleted])
        try scene.custodian.close()
    }
}
