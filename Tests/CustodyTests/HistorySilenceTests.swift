import HealthRecord
import Testing

@testable import Custody

/// One trace names all that was looked up at once, and tells each reader of what he may know of (design § 2, law 5; R1111-53).
@Suite struct HistorySilenceTests {
    /// Looks up, as its author does without leave, all that stands on the shelves.
    private func lookUp(
        _ rows: [ShownRow],
        by author: CareActor,
        of person: Person,
        _ house: House,
        _ custodian: Custodian
    ) async throws {
        let visit = try await house.admit(custodian, author, for: person)
        let own = try await custodian.locate(rows, visit, of: person.reference) { _ in true }
        #expect(own.entries.count == rows.count)
    }

    private func told(_ custodian: Custodian, _ reader: Admission) async throws -> [TraceEvent] {
        try await custodian.history(reader, of: nil).events.filter { $0.act == .locate }
    }

    /// R1111-53: what waits to be announced is neither named nor counted, wherever it stands, until its term has come.
    @Test(
        arguments: [[[]], [.hiddenFromPatient], [[], .hiddenFromPatient], [.hiddenFromPatient, []]] as [[Visibility]]
    )
    func thePatientReadsOfWhatHeSees(_ filed: [Visibility]) async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2026" }
        let person = try await house.person(custodian)
        let (author, shelf) = (try People.doctor(), Shelf())
        let entries = try await house.deposit(custodian, filed, by: author, for: person, on: shelf)
        try await lookUp(try await shelf.allShown(), by: author, of: person, house, custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let lines = try await told(custodian, holder)
        let shown = entries.filter(\.visibility.isEmpty).map(\.id)
        #expect(lines.map(\.documents) == (shown.isEmpty ? [] : [shown]))
        #expect(lines.allSatisfy { $0.details[TraceEvent.factsKey] == nil })
        // The trace itself keeps all of it, and what was decided.
        let trace = try #require(try await custodian.chain(of: person.record).last { $0.act == .locate })
        #expect(trace.documents == entries.map(\.id) && trace.details[TraceEvent.factsKey] != nil)
        house.pass(40 * 86_400)
        let later = try await house.holder(custodian, try await house.session(custodian, person))
        #expect(try await told(custodian, later).map(\.documents) == [entries.map(\.id)])
        try custodian.close()
    }

    /// § 3.7: of what is closed to them those who act for a minor read no count either.
    @Test func aRepresentativeReadsOfWhatIsOpenToHim() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let (author, shelf) = (try People.doctor(), Shelf())
        let entries = try await house.deposit(
            custodian,
            [.hiddenFromRepresentatives, []],
            by: author,
            for: child,
            on: shelf
        )
        try await lookUp(try await shelf.allShown(), by: author, of: child, house, custodian)
        let parent = try await house.holder(custodian, try await house.relative(custodian, 50))
        #expect(try await told(custodian, parent).map(\.documents) == [[entries[1].id]])
        try custodian.close()
    }

    /// § 7.1: once a join is undone the history tells of one's own documents, and a trace that names another's is proved to nobody.
    @Test func afterAJoinIsUndoneNothingNamesTheOthersDocuments() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2026" }
        let person = try await house.person(custodian, 1)
        let other = try await house.person(custodian, 2)
        let (author, shelf, otherShelf) = (try People.doctor(), Shelf(), Shelf())
        let own = try await house.deposit(custodian, [[]], by: author, for: person, on: shelf)
        let foreign = try await house.deposit(custodian, [[]], by: author, for: other, on: otherShelf)
        _ = try await custodian.merge(try People.qualified(2), into: try People.qualified(1))
        let joined = try await otherShelf.allShown().map { row in
            ShownRow(
                document: row.document,
                version: row.version,
                metadataVersion: row.metadataVersion,
                confidentiality: row.confidentiality,
                ordinal: row.ordinal,
                row: row.row,
                wrappedKey: row.wrappedKey,
                path: row.path,
                record: other.record
            )
        }
        try await lookUp(try await shelf.allShown() + joined, by: author, of: person, house, custodian)
        _ = try await custodian.undoMerge(try People.qualified(2))
        house.pass(40 * 86_400)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        #expect(try await told(custodian, holder).map(\.documents) == [own.map(\.id)])
        let bundle = try await custodian.exportTraces(holder)
        let proved = try bundle.events.compactMap(\.event).map { try TraceEvent.decode([UInt8]($0)).event }
        #expect(proved.contains { $0.documents == own.map(\.id) })
        #expect(!proved.contains { !Set(foreign.map(\.id)).isDisjoint(with: $0.documents) })
        #expect(bundle.events.contains { $0.event == nil && $0.salt == nil })
        try custodian.close()
    }
}
