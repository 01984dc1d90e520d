import AccessRules
import HealthRecord
import Sealing
import Testing

@testable import Custody

/// The versions of a document are found link by link, each of them proven (access-and-lifecycle § 3.6; security design § 2.9).
@Suite struct VersionChainTests {
    /// Rows that open to entries, without a record behind them; counts what is proven.
    private final class Rows {
        var entries: [DocumentEntry]
        var proofs = 0

        init(_ entries: [DocumentEntry]) { self.entries = entries }

        func chain() throws -> VersionChain {
            let shown = try entries.enumerated().map { try row(of: $0.element, at: $0.offset) }
            return VersionChain(shown, proving: prove) { [entries] proven in proven.count == entries.count }
        }

        private func row(of entry: DocumentEntry, at ordinal: Int) throws -> ShownRow {
            ShownRow(
                document: try #require(DocumentID(bytes: entry.id.bytes)),
                version: 1,
                metadataVersion: 1,
                confidentiality: [],
                ordinal: UInt64(ordinal),
                row: [],
                wrappedKey: [],
                path: []
            )
        }

        private func prove(_ shown: ShownRow) throws -> ProvenRow {
            proofs += 1
            let place = DocumentPlace(
                record: try #require(RecordID(bytes: [UInt8](repeating: 1, count: 16))),
                document: shown.document,
                version: 1,
                confidentiality: []
            )
            return ProvenRow(shown: shown, place: place, entry: entries[Int(shown.ordinal)], leafHash: [])
        }
    }

    /// A record of many documents, three of which are versions of one; they stand apart from one another.
    private func record(of count: Int) async throws -> (Rows, versions: [Int]) {
        let house = try House()
        let custodian = try house.open()
        let (person, actor) = (try await house.person(custodian), try People.doctor())
        var entries = try (0..<count).map { _ in try house.entry(person, by: actor) }
        let versions = [1, count / 2, count - 2]
        for (old, new) in zip(versions, versions.dropFirst()) {
            entries[new] = try house.entry(person, by: actor, replaces: entries[old].id)
            entries[old].status = .deprecated
            entries[old].replacedBy = entries[new].id
        }
        try custodian.close()
        return (Rows(entries), versions)
    }

    @Test func whatIsProvenIsTheChainAndNotTheRecord() async throws {
        let (rows, versions) = try await record(of: 3_000)
        let entries = versions.map { rows.entries[$0] }
        var chain = try rows.chain()
        #expect(try chain.older(than: entries[2]).map(\.entry.id) == [entries[1].id, entries[0].id])
        #expect(try chain.newer(than: entries[2]).isEmpty)
        #expect(rows.proofs == 2)
        #expect(try chain.older(than: entries[1]).map(\.entry.id) == [entries[0].id])
        #expect(try chain.newer(than: entries[1]).map(\.entry.id) == [entries[2].id])
        #expect(rows.proofs == 4)
        #expect(try chain.newer(than: entries[0]).map(\.entry.id) == [entries[1].id, entries[2].id])
        #expect(rows.proofs == 6)
        // A document that was never replaced and replaces none has nothing to prove.
        #expect(try chain.older(than: rows.entries[0]).isEmpty)
        #expect(try chain.newer(than: rows.entries[0]).isEmpty)
        #expect(rows.proofs == 6)
    }

    /// Entries of before a document named what replaced it.
    @Test func whatIsNotNamedIsLookedForInTheWholeRecord() async throws {
        let (rows, versions) = try await record(of: 50)
        for place in versions { rows.entries[place].replacedBy = nil }
        let entries = versions.map { rows.entries[$0] }
        var chain = try rows.chain()
        #expect(try chain.newer(than: entries[0]).map(\.entry.id) == [entries[1].id, entries[2].id])
        #expect(try chain.older(than: entries[2]).map(\.entry.id) == [entries[1].id, entries[0].id])
        // Once for all of them, and one for each of two that are named.
        #expect(rows.proofs == 52)
    }

    @Test func linksThatDoNotMeetAreNoChain() async throws {
        let (rows, versions) = try await record(of: 20)
        let entries = versions.map { rows.entries[$0] }
        rows.entries[versions[0]].replacedBy = rows.entries[0].id
        var chain = try rows.chain()
        #expect(throws: CustodyError.stateMismatch) { _ = try chain.older(than: entries[1]) }
        // What it names in its place does not name it.
        #expect(throws: CustodyError.stateMismatch) { _ = try chain.newer(than: rows.entries[versions[0]]) }
    }

    @Test func aChainThatLeadsBackIsRefused() async throws {
        let (rows, versions) = try await record(of: 10)
        var turned = try rows.chain()
        let (first, last) = (rows.entries[versions[0]], rows.entries[versions[2]])
        rows.entries[versions[2]].replacedBy = first.id
        rows.entries[versions[2]].status = .deprecated
        #expect(throws: CustodyError.stateMismatch) { _ = try turned.newer(than: rows.entries[versions[2]]) }
        #expect(try turned.older(than: last).count == 2)
    }

    /// A record with a letter in three versions among others: at 0, 3 and 4.
    private struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person
        let author: CareActor
        let shelf = Shelf()

        init() async throws {
            house = try House()
            custodian = try house.open()
            person = try await house.person(custodian)
            author = try People.doctor()
            try await house.deposit(custodian, [[], [], []], by: author, for: person, on: shelf)
            try await house.replace(custodian, 0, by: author, for: person, on: shelf)
            try await house.replace(custodian, 3, by: author, for: person, on: shelf)
            try await house.deposit(custodian, [[]], by: author, for: person, on: shelf)
        }

        func holder() async throws -> Admission {
            try await house.holder(custodian, try await house.session(custodian, person))
        }

        /// Prepares a mask of the latest version, with these rows shown beside it.
        func mask(_ rows: [ShownRow], _ holder: Admission) async throws -> PreparedWork {
            try await custodian.prepare(
                documents: [],
                changes: [
                    PlannedChange(shown: try await shelf.shown(4), change: .mask, newEntryUUID: house.requestID())
                ],
                versions: rows,
                submissionSet: nil,
                holder,
                of: nil
            )
        }
    }

    private func tampered(_ row: ShownRow) -> ShownRow {
        ShownRow(
            document: row.document,
            version: row.version,
            metadataVersion: row.metadataVersion,
            confidentiality: row.confidentiality,
            ordinal: row.ordinal,
            row: row.row.dropLast() + [(row.row.last ?? 0) ^ 1],
            wrappedKey: row.wrappedKey,
            path: row.path
        )
    }

    @Test func aRowOfTheChainThatWasAlteredOrKeptBackIsNoticed() async throws {
        let scene = try await Scene()
        let rows = try await scene.shelf.allShown()
        let holder = try await scene.holder()
        for entry in await scene.shelf.rows.map(\.entry) { #expect(try DocumentEntry(encoded: entry.encoded) == entry) }
        for place in [0, 3] {
            var altered = rows
            altered[place] = tampered(rows[place])
            await #expect(throws: CustodyError.stateMismatch) { _ = try await scene.mask(altered, holder) }
            var withheld = rows
            withheld.remove(at: place)
            await #expect(throws: CustodyError.stateMismatch) { _ = try await scene.mask(withheld, holder) }
            // Another row in its place, and the same row twice.
            withheld.append(rows[1])
            await #expect(throws: CustodyError.stateMismatch) { _ = try await scene.mask(withheld, holder) }
        }
        // Those beside it are nobody's business here: none of them is opened.
        let others = rows.enumerated().map { [0, 3, 4].contains($0.offset) ? $0.element : tampered($0.element) }
        let work = try await scene.mask(others, holder)
        #expect(work.changes.map(\.ordinal) == [4, 3, 0])
        #expect(work.changes.allSatisfy { $0.entry.visibility == .maskedToProfessionals })
        try scene.custodian.close()
    }

    /// Of many documents, the one that is named is looked at and no other.
    @Test func whatIsNamedIsFoundWithoutOpeningTheRest() async throws {
        let scene = try await Scene()
        let rows = try await scene.shelf.allShown()
        let entry = await scene.shelf.rows[3].entry
        let others = rows.enumerated().map { $0.offset == 3 ? $0.element : tampered($0.element) }
        let document = try #require(DocumentID(bytes: entry.id.bytes))
        let found = try await scene.custodian.locate(
            others,
            named: NamedDocuments(count: 1, likely: [document]),
            try await scene.holder(),
            of: nil
        ) { $0.id == entry.id }
        #expect(found.entries == [entry])
        // A wrong hint finds it all the same, and finds nothing else.
        let hinted = try await scene.custodian.locate(
            rows,
            named: NamedDocuments(count: 1, likely: [rows[1].document]),
            try await scene.holder(),
            of: nil
        ) { $0.id == entry.id }
        #expect(hinted.entries == [entry])
        try scene.custodian.close()
    }

    /// A new version names the one that gives way to it, and none else.
    @Test func aVersionThatNamesAnotherIsRefused() async throws {
        let scene = try await Scene()
        let (house, shelf) = (scene.house, scene.shelf)
        let others = await shelf.rows.map(\.entry.id)
        func file(replacing named: UniqueID?, _ change: (DocumentEntry) async throws -> PlannedChange?) async throws {
            let entry = try house.entry(scene.person, by: scene.author, replaces: named)
            _ = try await scene.custodian.prepare(
                documents: [PlannedDocument(entry: entry)],
                changes: try await change(entry).map { [$0] } ?? [],
                versions: try await shelf.allShown(),
                submissionSet: nil,
                try await house.admit(scene.custodian, scene.author, for: scene.person),
                of: scene.person.reference
            )
        }
        func replacing(_ place: Int, by id: UniqueID) async throws -> PlannedChange {
            PlannedChange(
                shown: try await shelf.shown(place),
                change: .replace(by: id),
                newEntryUUID: house.requestID()
            )
        }
        let refused = CustodyError.conflict("replaces")
        await #expect(throws: refused) { try await file(replacing: others[1]) { _ in nil } }
        await #expect(throws: refused) { try await file(replacing: nil) { try await replacing(1, by: $0.id) } }
        await #expect(throws: refused) { try await file(replacing: others[2]) { try await replacing(1, by: $0.id) } }
        await #expect(throws: refused) { try await file(replacing: nil) { _ in try await replacing(1, by: others[2]) } }
        try await file(replacing: others[1]) { try await replacing(1, by: $0.id) }
        try scene.custodian.close()
    }
}
