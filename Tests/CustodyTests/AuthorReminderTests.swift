import HealthRecord
import Testing

@testable import Custody

/// The line on the list of an author who files, without leave, what the patient does not see yet (R1111-53).
@Suite struct AuthorReminderTests {
    /// The documents that an author is reminded of.
    private func reminded(_ house: House, _ custodian: Custodian, _ author: CareActor) async throws -> [UniqueID] {
        try await custodian.careNotices(try await house.admit(custodian, author)).compactMap { notice in
            if case .announcementWaits(let id, _) = notice.matter { id } else { nil }
        }
    }

    /// Of what he has replaced he has nothing to announce: the version that stands has its own line, where it is hidden.
    @Test(arguments: [Visibility.hiddenFromPatient, []])
    func aReplacedDocumentRemindsOfNothing(_ visibility: Visibility) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (author, shelf) = (try People.doctor(), Shelf())
        let old = try #require(
            try await house.deposit(custodian, [.hiddenFromPatient], by: author, for: person, on: shelf).first
        )
        #expect(try await reminded(house, custodian, author) == [old.id])
        let new = try house.entry(person, by: author, visibility: visibility, replaces: old.id)
        let work = try await custodian.prepare(
            documents: [PlannedDocument(entry: new)],
            changes: [
                PlannedChange(
                    shown: try await shelf.shown(0),
                    change: .replace(by: new.id),
                    newEntryUUID: house.requestID()
                )
            ],
            submissionSet: nil,
            try await house.admit(custodian, author, for: person),
            of: person.reference
        )
        #expect(work.changes.map(\.entry.status) == [.deprecated])
        let path = LeafPath(ordinal: 0, path: try await shelf.path(0))
        _ = try await custodian.commit(work.id, paths: [path])
        #expect(try await reminded(house, custodian, author) == (visibility.isEmpty ? [] : [new.id]))
        try custodian.close()
    }
}
