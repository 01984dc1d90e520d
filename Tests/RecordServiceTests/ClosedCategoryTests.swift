import Custody
import HealthRecord
import RecordService
import SampleRecords
import Testing
import XDSWire

/// What the holder closes to a profession is in no list of it, and nothing tells that it is there (§ 2.1, order of 26/10/2023;
/// design § 2, law 5).
@Suite struct ClosedCategoryTests {
    /// The same answer as of a record without the document, in each of what a professional may ask of it.
    @Test func aClosedCategoryIsInNoListAndOpenedAgainItIs() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, author) = (try Lots.patient(), try Lots.professional("gp"))
        let reader = try Lots.professional("cardiologist")
        try await office.open(patient)
        for one in [author, reader] { try await office.authorise(one, patient) }
        let letter = try await office.file(1, of: patient, by: author)
        func listed(_ one: SampleProfessional) async throws -> [OID] {
            try await office.service.list(try await office.visit(one, patient)).entries.map(\.uniqueID)
        }
        #expect(try await listed(reader) == [letter])
        let closure = CategoryClosure(profession: "10", category: "10")
        _ = try await office.service.carryOut(.closeCategory(closure), try await office.holder(patient))
        let listing = try await office.service.list(try await office.visit(reader, patient))
        #expect(listing.entries.isEmpty && listing.sets.isEmpty && listing.policy.closures.isEmpty)
        #expect(
            try await office.service.find(.uniqueIDs([letter]), try await office.visit(reader, patient)).isEmpty
        )
        #expect(
            await outcome { () async throws(ServiceError) in
                try await office.service.change(.uniqueIDs([letter]), .mask, try await visit(office, reader, patient))
            } == "notFound"
        )
        // Its author keeps it, and so does the holder.
        #expect(try await listed(author) == [letter])
        #expect(try await office.service.list(try await office.holder(patient)).entries.map(\.uniqueID) == [letter])
        _ = try await office.service.carryOut(.openCategory(closure), try await office.holder(patient))
        #expect(try await listed(reader) == [letter])
        try await office.close()
    }

    /// A request that cannot be made is no answer to it.
    private func visit(
        _ office: Office,
        _ one: SampleProfessional,
        _ patient: SamplePatient
    ) async throws(ServiceError) -> Visit {
        do { return try await office.visit(one, patient) } catch { throw .unavailable }
    }
}
