import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// The respite of what is overdue when a record changes its set (CSP R1111-53): decided alike by whoever decides, and silent.
@Suite struct AnnouncementGraceTests {
    private static let day: Int64 = 86_400

    private struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person
        let shelf: Shelf

        /// A record of before there was a term, with a document that its holder may not know of, or none.
        init(_ visibilities: [Visibility] = [.hiddenFromPatient]) async throws {
            house = try House()
            custodian = try house.open { $0.policySet = "era2019" }
            person = try await house.person(custodian)
            shelf = Shelf()
            let gp = try People.doctor()
            let visit = try await house.admit(custodian, gp, for: person)
            _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: person.reference)
            try await house.deposit(custodian, visibilities, by: gp, for: person, on: shelf)
            house.pass(40 * AnnouncementGraceTests.day)
            try await custodian.migrate(try People.qualified(1), to: "mes2026")
        }

        func holder() async throws -> Admission {
            try await house.holder(custodian, try await house.session(custodian, person))
        }

        /// Asks for the first document as its holder, and answers how that was traced.
        func read() async throws -> TracedOutcome? {
            _ = try await custodian.release([try await shelf.shown(0)], try await holder(), of: nil)
            return try await custodian.chain(of: person.record).last { $0.act == .read }?.outcome
        }
    }

    /// § 10: what is decided during the respite and after it follows again from its traces.
    @Test func theRespiteIsDecidedAgainFromTheTraces() async throws {
        let scene = try await Scene()
        #expect(try await scene.read() == .refused)
        #expect(try await scene.custodian.list(try await scene.holder(), of: nil).policy.announcementGrace != nil)
        scene.house.pass(13 * Self.day)
        #expect(try await scene.read() == .refused)
        scene.house.pass(2 * Self.day)
        #expect(try await scene.read() == .permitted)
        let book = try House.rulesWithLetters.get()
        let chain = try await scene.custodian.chain(of: scene.person.record)
        #expect(chain.count { $0.act == .read } == 3)
        for event in chain { #expect([.same, .undecided].contains(TracedDecision(event, in: book)), "\(event.act)") }
        try scene.custodian.close()
    }

    /// Proofs go nowhere until the respite is over, whatever the record holds, and the history tells nothing sooner.
    @Test(arguments: [true, false])
    func nothingOfTheRespiteTellsWhatIsHidden(hides: Bool) async throws {
        let scene = try await Scene(hides ? [[], .hiddenFromPatient] : [[]])
        let custodian = scene.custodian
        for days: Int64 in [0, 13] {
            scene.house.pass(days * Self.day)
            let holder = try await scene.holder()
            await #expect(throws: CustodyError.conflict("announcement")) { try await custodian.exportTraces(holder) }
            let hidden = await scene.shelf.rows.map(\.entry).filter { !$0.visibility.isEmpty }.map(\.id)
            let told = try await custodian.history(holder, of: nil).events
            #expect(!told.contains { !$0.documents.isEmpty && $0.documents.allSatisfy(hidden.contains) })
        }
        let file = try #require(try await custodian.contextAfterCommit(of: scene.person.record)).file
        let grace = try #require(file.policy.announcementGrace)
        #expect(grace.from == nil && grace.until == Period("P2W")?.end(from: grace.since))
        scene.house.pass(2 * Self.day)
        let bundle = try await custodian.exportTraces(try await scene.holder())
        let deposits = bundle.events.compactMap(\.event).compactMap { try? TraceEvent.decode([UInt8]($0)).event }
            .filter { $0.act == .deposit }
        #expect(deposits.count == (hides ? 2 : 1))
        try custodian.close()
    }

    /// Who may refer to nothing learns nothing of the record's terms either.
    @Test func theRespiteIsToldBesideOnesOwnDocumentsAlone() async throws {
        let scene = try await Scene()
        let rows = try await scene.shelf.allShown()
        for (actor, count) in [(try People.doctor(), 1), (try People.doctor(2, structure: 2), 0)] {
            let visit = try await scene.house.admit(scene.custodian, actor, for: scene.person)
            let own = try await scene.custodian.locate(rows, visit, of: scene.person.reference) { _ in true }
            #expect(own.entries.count == count && (own.grace != nil) == (count > 0))
        }
        try scene.custodian.close()
    }

    /// The service tells of a document, never of the signature that came with it, and of none that was deleted.
    @Test func signaturesAndWhatWasDeletedAreNotAnnounced() throws {
        var marks = VisibilityMarks()
        func event(
            _ sequence: UInt64,
            _ act: TracedAct,
            _ document: UniqueID,
            _ details: [String: String]
        ) -> TraceEvent {
            TraceEvent(
                sequence: sequence,
                time: House.start,
                act: act,
                actor: .system(""),
                mode: .normal,
                documents: [document],
                outcome: .permitted,
                rule: "",
                policy: "",
                node: "",
                request: document,
                details: details
            )
        }
        let ids = (UInt64(1)...4).map { UniqueID(random: ($0, 2)) }
        let signature = [TraceEvent.partKey: TraceEvent.lotSignature, "after": "approved/3"]
        marks.read(event(1, .deposit, ids[0], ["after": "approved/2"]))
        marks.read(event(2, .deposit, ids[1], signature))
        marks.read(event(3, .deposit, ids[2], ["after": "approved/2"]))
        marks.read(event(4, .delete, ids[2], ["after": "deleted/2"]))
        // Of another's document, joined for a time, only a change stands here.
        marks.read(event(5, .mask, ids[3], ["after": "approved/3"]))
        #expect(ids.map { marks.marks[$0]?.waits } == [true, false, false, false])
        marks.read(event(6, .announce, ids[0], [:]))
        #expect(marks.announced == [ids[0]])
    }

    /// § 7.1: a duplicate of before there was a term, joined to a record that has one.
    @Test func whatADuplicateHidIsNotShownByTheJoin() async throws {
        let scene = try await Scene([[]])
        let (custodian, house) = (scene.custodian, scene.house)
        let other = try await house.person(custodian, 2)
        let (gp, shelf) = (try People.doctor(), Shelf())
        let hidden = try await house.deposit(custodian, [.hiddenFromPatient], by: gp, for: other, on: shelf)
        house.pass(60 * Self.day)
        _ = try await custodian.merge(try People.qualified(2), into: try People.qualified(1))
        let context = try #require(try await custodian.contextAfterCommit(of: scene.person.record))
        let whole = try await custodian.ledger.commit { try $0.whole(context) }.value
        #expect(whole.joined.count == 1)
        func waiting() async throws -> Set<UniqueID> {
            try await custodian.unannounced(in: whole, to: try await scene.holder(), now: house.now)
        }
        #expect(try await waiting() == [hidden[0].id])
        let sent = try await house.news.count { if case .announcementDue = $0.notice { true } else { false } }
        try await house.bringTime(custodian)
        let told = try await house.news.count { if case .announcementDue = $0.notice { true } else { false } }
        #expect(told == sent + 1)
        house.pass(15 * Self.day)
        #expect(try await waiting().isEmpty)
        try custodian.close()
    }
}
