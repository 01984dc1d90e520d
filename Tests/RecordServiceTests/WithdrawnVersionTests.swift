import Custody
import HealthRecord
import RecordService
import SampleRecords
import Testing
import XDSWire

/// What the holder deletes is gone with what it replaced: a document that was renamed is not read under its former title
/// (access-and-lifecycle § 3.6; PDT-INF-526).
@Suite struct WithdrawnVersionTests {
    @Test func aRenamedDocumentIsDeletedUnderItsFormerTitlesToo() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let service = office.service
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        try await office.authorise(gp, patient)
        let own = OwnDocument(
            title: "Mon poids",
            type: Code("DOCPAT02", CodeSystem.frenchType),
            mediaType: "text/plain",
            bytes: Array("Bonjour".utf8)
        )
        let first = try await service.depositOwn(own, try await office.holder(patient))
        let second = try await service.renameOwn(first.id, to: "Mon poids en mars", try await office.holder(patient))
        let third = try await service.renameOwn(second.id, to: "Mon poids en avril", try await office.holder(patient))
        let other = try await service.depositOwn(own, try await office.holder(patient))
        func statuses() async throws -> [AvailabilityStatus] {
            try await service.list(try await office.visit(gp, patient)).entries.map(\.status)
        }
        #expect(try await statuses() == [.deprecated, .deprecated, .approved, .approved])
        // What came later stays.
        _ = try await service.change(.logicalIDs([second.id]), .delete, try await office.holder(patient))
        #expect(try await statuses() == [.deleted, .deleted, .approved, .approved])
        let left = try await service.list(try await office.holder(patient)).entries
        #expect(left.map(\.id) == [third.id, other.id])
        let renamed = try await service.renameOwn(third.id, to: "Mon poids en mai", try await office.holder(patient))
        let deleted = try await service.change(
            .logicalIDs([renamed.id]),
            .delete,
            try await office.holder(patient)
        )
        #expect(deleted.id == renamed.id && deleted.status == .deleted)
        #expect(try await statuses() == [.deleted, .deleted, .deleted, .approved, .deleted])
        // One trace for each, and no second one for what was gone already.
        let events = try await service.history(limit: 1000, try await office.holder(patient)).events
        let traced = events.filter { $0.act == .delete && $0.outcome == .permitted }.flatMap(\.documents)
        #expect(traced.count == 4 && Set(traced) == [first.id, second.id, third.id, renamed.id])
        try await office.close()
    }
}
