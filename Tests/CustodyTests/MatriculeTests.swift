import AccessRules
import HealthRecord
import Sealing
import Testing

@testable import Custody

/// Matricules that are taken from a record, or pass to another (reference: access-and-lifecycle § 7.1).
@Suite struct MatriculeTests {
    private func mismatch(_ act: () async throws -> Void) async -> Bool {
        do { try await act() } catch { return error as? CustodyError == .recordMismatch }
        return false
    }

    /// The binding code is good for ever; the link is not.
    @Test func aMatriculeThatWasTakenAwayOpensNothing() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (gp, shelf) = (try People.doctor(), Shelf())
        let visit = try await house.admit(custodian, gp, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: person.reference)
        try await house.deposit(custodian, [[]], by: gp, for: person, on: shelf)
        let linked = Person(
            ins: try People.ins(9),
            reference: try await custodian.addIdentifier(try People.qualified(9), to: person.record)
        )
        let before = try await house.admit(custodian, gp, for: linked)
        _ = try await custodian.list(before, of: linked.reference)
        let entry = try house.entry(linked, by: gp)
        let waiting = try await house.prepare(custodian, [entry], by: gp, for: linked)
        _ = try await custodian.removeIdentifier(try People.qualified(9))

        let shown = try await shelf.allShown()
        func refuses(_ act: (Admission, RecordReference) async throws -> Void) async throws -> Bool {
            let admission = try await house.admit(custodian, gp, for: linked)
            return await mismatch { try await act(admission, linked.reference) }
        }
        #expect(try await refuses { _ = try await custodian.list($0, of: $1) })
        #expect(try await refuses { _ = try await custodian.release(shown, $0, of: $1) })
        #expect(try await refuses { _ = try await custodian.locate(shown, $0, of: $1) { _ in true } })
        #expect(try await refuses { _ = try await custodian.state($0, of: $1) })
        #expect(try await refuses { _ = try await custodian.administrativeData($0, of: $1) })
        #expect(try await refuses { _ = try await custodian.history($0, of: $1) })
        #expect(try await refuses { _ = try await custodian.reissueSecret($0, of: $1) })
        #expect(
            try await refuses { admission, reference in
                let facts = DocumentFacts(entry, for: admission.actor)
                try await custodian.checkFiling(of: facts, admission, of: reference)
            }
        )
        #expect(
            try await refuses { admission, reference in
                _ = try await custodian.prepare(
                    documents: [PlannedDocument(entry: entry)],
                    changes: [],
                    submissionSet: nil,
                    admission,
                    of: reference
                )
            }
        )
        // One that had listed before it was taken away.
        #expect(await mismatch { _ = try await custodian.openHiddenRows(shown, before, of: linked.reference) })
        // What was prepared under it does not come true.
        await #expect(throws: CustodyError.notPrepared) { try await custodian.commit(waiting.id, paths: []) }
        let visitor = try await house.admit(custodian, gp, for: linked)
        #expect(try await custodian.testExistence(visitor, of: linked.reference) == nil)
        // The matricule that stays opens as before.
        _ = try await custodian.list(try await house.admit(custodian, gp, for: person), of: person.reference)
        try custodian.close()
    }

    @Test func aMergedRecordOpensUnderNoMatricule() async throws {
        let house = try House()
        let custodian = try house.open()
        let kept = try await house.person(custodian, 1)
        let duplicate = try await house.person(custodian, 2)
        _ = try await custodian.merge(try People.qualified(2), into: try People.qualified(1))
        let visit = try await house.admit(custodian, try People.doctor(), for: duplicate)
        await #expect(throws: CustodyError.recordMismatch) {
            try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: duplicate.reference)
        }
        let moved = try #require(try await custodian.tagMoves().first?.to)
        #expect(moved.record == kept.record)
        let again = try await house.admit(custodian, try People.doctor(), for: duplicate)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), again, of: moved)
        try custodian.close()
    }

    /// A stop between custodian and host loses no move, and each starts where the one before it ended.
    @Test func aMoveStaysDueUntilTheHostConfirmsIt() async throws {
        let house = try House()
        var custodian = try house.open()
        let kept = try await house.person(custodian, 1)
        let duplicate = try await house.person(custodian, 2)
        _ = try await custodian.merge(try People.qualified(2), into: try People.qualified(1))
        _ = try await custodian.undoMerge(try People.qualified(2))
        try custodian.close()
        custodian = try house.open()
        for (from, to) in [(duplicate.record, kept.record), (kept.record, duplicate.record)] {
            let moves = try await custodian.tagMoves()
            #expect(moves.map(\.from) == [from] && moves.map { $0.to?.record } == [to])
            #expect(try await custodian.timeBrings(limit: 10).tasks == moves.map(HostTask.move))
            for move in moves { try await custodian.confirmMove(move.id) }
        }
        #expect(try await custodian.tagMoves().isEmpty)
        try custodian.close()
    }

    @Test func aMatriculeWithARecordOfItsOwnIsNotAddedToAnother() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian, 1)
        _ = try await house.person(custodian, 2)
        await #expect(throws: CustodyError.conflict("identifier")) {
            try await custodian.addIdentifier(try People.qualified(2), to: person.record)
        }
        try custodian.close()
    }
}
