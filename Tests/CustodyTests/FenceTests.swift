import HealthRecord
import Sealing
import Testing
import TraceTree

@testable import Custody

/// Security design § 2.7: the commit is the one point where work becomes true, and the abort its only other end.
@Suite struct FenceTests {
    private func scene() async throws -> (House, Custodian, Person, CareActor) {
        let house = try House()
        let custodian = try house.open()
        return (house, custodian, try await house.person(custodian), try People.doctor())
    }

    @Test func nothingIsThereBeforeTheCommit() async throws {
        let (house, custodian, person, actor) = try await scene()
        let before = try await custodian.chain(of: person.record).count
        let work = try await house.prepare(
            custodian,
            [try house.entry(person, by: actor)],
            by: actor,
            for: person
        )
        #expect(try await custodian.chain(of: person.record).count == before)
        #expect(try await custodian.outcome(of: work.id) == nil)
        let done = try await custodian.commit(work.id, paths: [])
        #expect(done.places.map(\.ordinal) == [0] && done.root != StateTree.root(ofLeafHashes: []))
        #expect(try await custodian.chain(of: person.record).count == before + 1)
        try custodian.close()
    }

    @Test func askedAgainTheAnswerIsTheSame() async throws {
        let (house, custodian, person, actor) = try await scene()
        let entries = [try house.entry(person, by: actor), try house.entry(person, by: actor)]
        let work = try await house.prepare(custodian, entries, by: actor, for: person)
        let first = try await custodian.commit(work.id, paths: [])
        let count = try await custodian.chain(of: person.record).count
        house.pass(100_000)
        #expect(try await custodian.commit(work.id, paths: []) == first)
        #expect(try await custodian.outcome(of: work.id) == first)
        #expect(try await custodian.abort(work.id) == .committed)
        #expect(try await custodian.commit(work.id, paths: []) == first)
        #expect(try await custodian.chain(of: person.record).count == count)
        let promise = try Promise(decoding: first.receipt)
        #expect(promise.origin == House.origin)
        try custodian.close()
        let again = try house.open()
        #expect(try await again.commit(work.id, paths: []) == first)
        try again.close()
    }

    @Test func whatWasAbortedNeverBecomesTrue() async throws {
        let (house, custodian, person, actor) = try await scene()
        let work = try await house.prepare(
            custodian,
            [try house.entry(person, by: actor)],
            by: actor,
            for: person
        )
        #expect(try await custodian.abort(work.id) == .aborted)
        #expect(try await custodian.abort(work.id) == .aborted)
        await #expect(throws: CustodyError.notPrepared) { try await custodian.commit(work.id, paths: []) }
        #expect(try await custodian.outcome(of: work.id) == nil)
        let nobody = house.requestID()
        await #expect(throws: CustodyError.notPrepared) { try await custodian.commit(nobody, paths: []) }
        await #expect(throws: CustodyError.notPrepared) { try await custodian.abort(nobody) }
        try custodian.close()
    }

    /// A host that was away for a year still learns what became of its rows.
    @Test func committedWorkIsNeverForgotten() async throws {
        let (house, custodian, person, actor) = try await scene()
        var works: [PreparedWork] = []
        for _ in 0..<3 {
            works.append(
                try await house.prepare(custodian, [try house.entry(person, by: actor)], by: actor, for: person)
            )
        }
        let done = try await custodian.commit(works[0].id, paths: [])
        #expect(try await custodian.abort(works[1].id) == .aborted)
        house.pass(365 * 86_400)
        try await custodian.forgetExpired()
        #expect(try await custodian.abort(works[0].id) == .committed)
        #expect(try await custodian.outcome(of: works[0].id) == done)
        await #expect(throws: CustodyError.notPrepared) { try await custodian.abort(works[1].id) }
        #expect(try await custodian.abort(works[2].id) == .aborted)
        try custodian.close()
    }

    @Test func commitAndAbortAtOnceAgree() async throws {
        let (house, custodian, person, actor) = try await scene()
        for _ in 0..<20 {
            let work = try await house.prepare(
                custodian,
                [try house.entry(person, by: actor)],
                by: actor,
                for: person
            )
            async let commit = try? custodian.commit(work.id, paths: [])
            async let abort = custodian.abort(work.id)
            let (done, state) = (await commit, try await abort)
            #expect((done != nil) == (state == .committed))
            #expect(try await custodian.outcome(of: work.id) == done)
        }
        try custodian.close()
    }

    @Test func aClosedRecordTakesNothingIn() async throws {
        let (house, custodian, person, actor) = try await scene()
        let work = try await house.prepare(
            custodian,
            [try house.entry(person, by: actor)],
            by: actor,
            for: person
        )
        try await custodian.close(person.record, reason: .holderRequest)
        await #expect(throws: CustodyError.notPrepared) { try await custodian.commit(work.id, paths: []) }
        #expect(try await custodian.abort(work.id) == .aborted)
        try custodian.close()
    }

    @Test func aStalePathIsAskedForAgain() async throws {
        let (house, custodian, person, actor) = try await scene()
        let shelf = Shelf()
        try await house.deposit(custodian, [[], []], by: actor, for: person, on: shelf)
        let admission = try await house.admit(custodian, actor, for: person)
        let plan = [(0, DocumentChange.mask), (1, .mask)]
        var works: [PreparedWork] = []
        for (ordinal, change) in plan {
            works.append(
                try await custodian.prepare(
                    documents: [],
                    changes: [
                        PlannedChange(
                            shown: try await shelf.shown(ordinal),
                            change: change,
                            newEntryUUID: house.requestID()
                        )
                    ],
                    submissionSet: nil,
                    admission,
                    of: person.reference
                )
            )
        }
        let old = LeafPath(ordinal: 1, path: try await shelf.path(1))
        let first = LeafPath(ordinal: 0, path: try await shelf.path(0))
        await shelf.add(works[0], [], try await custodian.commit(works[0].id, paths: [first]))
        await #expect(throws: CustodyError.stateMismatch) { try await custodian.commit(works[1].id, paths: [old]) }
        await #expect(throws: CustodyError.stateMismatch) { try await custodian.commit(works[1].id, paths: []) }
        let fresh = LeafPath(ordinal: 1, path: try await shelf.path(1))
        await shelf.add(works[1], [], try await custodian.commit(works[1].id, paths: [fresh]))
        let mark = try await custodian.state(admission, of: person.reference)
        let root = await shelf.root
        #expect(mark.root == root && mark.count == 2)
        try custodian.close()
    }

    @Test func ofTwoChangesOfOneRowTheSecondIsRefused() async throws {
        let (house, custodian, person, actor) = try await scene()
        let shelf = Shelf()
        try await house.deposit(custodian, [[]], by: actor, for: person, on: shelf)
        let admission = try await house.admit(custodian, actor, for: person)
        var works: [PreparedWork] = []
        for change in [DocumentChange.mask, .archive] {
            let planned = PlannedChange(
                shown: try await shelf.shown(0),
                change: change,
                newEntryUUID: house.requestID()
            )
            works.append(
                try await custodian.prepare(
                    documents: [],
                    changes: [planned],
                    submissionSet: nil,
                    admission,
                    of: person.reference
                )
            )
        }
        let path = [LeafPath(ordinal: 0, path: [])]
        _ = try await custodian.commit(works[0].id, paths: path)
        await #expect(throws: CustodyError.stateMismatch) { try await custodian.commit(works[1].id, paths: path) }
        try custodian.close()
    }

    @Test func changesThatDoNotApplyAreRefused() async throws {
        let (house, custodian, person, actor) = try await scene()
        let shelf = Shelf()
        try await house.deposit(custodian, [[]], by: actor, for: person, on: shelf)
        let admission = try await house.admit(custodian, actor, for: person)
        for change in [DocumentChange.unmask, .restore, .reveal(.hiddenFromPatient), .reveal(.maskedToProfessionals)] {
            let planned = PlannedChange(
                shown: try await shelf.shown(0),
                change: change,
                newEntryUUID: house.requestID()
            )
            await #expect(throws: CustodyError.self) {
                try await custodian.prepare(
                    documents: [],
                    changes: [planned],
                    submissionSet: nil,
                    admission,
                    of: person.reference
                )
            }
        }
        try custodian.close()
    }

    @Test func aRefusedPartRefusesTheWholeAndIsTraced() async throws {
        let (house, custodian, person, actor) = try await scene()
        let shelf = Shelf()
        let stranger = try People.doctor(2, structure: 2)
        try await house.deposit(custodian, [[]], by: actor, for: person, on: shelf)
        let admission = try await house.admit(custodian, stranger, for: person)
        let planned = PlannedChange(
            shown: try await shelf.shown(0),
            change: .delete,
            newEntryUUID: house.requestID()
        )
        let mark = try await custodian.state(admission, of: person.reference)
        let entry = try house.entry(person, by: stranger)
        await #expect(throws: CustodyError.self) {
            try await custodian.prepare(
                documents: [PlannedDocument(entry: entry)],
                changes: [planned],
                submissionSet: nil,
                admission,
                of: person.reference
            )
        }
        let last = try #require(try await custodian.chain(of: person.record).last)
        #expect(last.act == .delete && last.outcome == .refused && last.documents == [planned.shown.entryID])
        #expect(try await custodian.state(admission, of: person.reference) == mark)
        try custodian.close()
    }
}

extension ShownRow {
    fileprivate var entryID: UniqueID? { UniqueID(bytes: document.bytes) }
}
