import HealthRecord
import Sealing
import Testing

@testable import Custody

@Suite struct ListingTests {
    private func keys(_ house: House, _ keys: SealedClassKeys) throws -> [(ConfidentialityClass, MetadataKey)] {
        let bytes = try house.node.open(keys.sealed.message, leafHash: keys.sealed.leafHash)
        #expect(bytes.count == keys.classes.count * MetadataKey.byteCount)
        return try keys.classes.enumerated().map { place, confidentiality in
            let key = Array(bytes.dropFirst(place * MetadataKey.byteCount).prefix(MetadataKey.byteCount))
            return (confidentiality, try #require(MetadataKey(bytes: key)))
        }
    }

    @Test func aReaderGetsTheKeysOfHisClassesOnly() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (author, reader) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.authorise(People.leave(reader)), holder)
        let shelf = Shelf()
        let entries = try await house.deposit(
            custodian,
            [[], .maskedToProfessionals, .hiddenFromPatient],
            by: author,
            for: person,
            on: shelf
        )
        let forReader = try await custodian.list(
            try await house.admit(custodian, reader, for: person),
            of: person.reference
        )
        #expect(forReader.keys.classes.allSatisfy { !$0.contains(.maskedToProfessionals) })
        #expect(forReader.keys.classes.contains([]) && forReader.keys.classes.contains(.hiddenFromPatient))
        let forHolder = try await custodian.list(holder, of: nil)
        #expect(forHolder.keys.classes.contains([]) && forHolder.keys.classes.contains(.maskedToProfessionals))
        #expect(!forHolder.keys.classes.contains(.hiddenFromPatient))
        let root = await shelf.root
        #expect(forReader.root == root && forReader.count == 3)
        // What the keys open is what their names say.
        let kept = await shelf.rows
        for (ordinal, entry) in entries.enumerated() {
            for (confidentiality, key) in try keys(house, forReader.keys) {
                let place = DocumentPlace(
                    record: person.record,
                    document: try #require(DocumentID(bytes: entry.id.bytes)),
                    version: 1,
                    confidentiality: confidentiality
                )
                let plain = try? key.open(kept[ordinal].row, at: place, metadataVersion: 1)
                #expect((plain != nil) == (confidentiality.rawValue == entry.visibility.rawValue))
            }
        }
        try custodian.close()
    }

    @Test func hiddenRowsComeBackForTheirAuthorAndForNobodyElse() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (author, reader) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        for actor in [author, reader] { _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder) }
        let shelf = Shelf()
        let entries = try await house.deposit(
            custodian,
            [.maskedToProfessionals, .maskedToProfessionals],
            by: author,
            for: person,
            on: shelf
        )
        let rows = [try await shelf.shown(0, confidentiality: false), try await shelf.shown(1)]
        let before = try await custodian.chain(of: person.record).count
        let early = try await house.admit(custodian, reader, for: person)
        await #expect(throws: CustodyError.notAdmitted) {
            try await custodian.openHiddenRows(rows, early, of: person.reference)
        }
        // Another act under the admission is no listing.
        _ = try await custodian.testExistence(early, of: person.reference)
        await #expect(throws: CustodyError.notAdmitted) {
            try await custodian.openHiddenRows(rows, early, of: person.reference)
        }
        for (actor, expected) in [(author, entries), (reader, [])] {
            let visit = try await house.admit(custodian, actor, for: person)
            _ = try await custodian.list(visit, of: person.reference)
            #expect(try await custodian.openHiddenRows(rows, visit, of: person.reference) == expected)
            #expect(try await custodian.openHiddenRows([], visit, of: person.reference).isEmpty)
        }
        // The listings are the only traces.
        #expect(
            try await custodian.chain(of: person.record).dropFirst(before).map(\.act) == [.testExistence, .list, .list]
        )
        try custodian.close()
    }

    @Test func aGrantTellsAReaderNothingOfOthers() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (reader, other, third) = (
            try People.doctor(1), try People.doctor(2, structure: 2), try People.doctor(3, structure: 3)
        )
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        for actor in [reader, other] { _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder) }
        _ = try await custodian.carryOut(.block(People.block(third)), holder)
        let visit = try await house.admit(custodian, reader, for: person)
        let policy = try await custodian.list(visit, of: person.reference).policy
        #expect(policy.authorisations.map(\.subject) == [reader.subject])
        #expect(policy.blocks.isEmpty && policy.treatingPhysicians.isEmpty)
        try custodian.close()
    }
}
