import ClinicalDocuments
import Foundation
import HealthRecord
import RecordService
import Testing

/// A code is held against the day of the act and of the document, not against the day the lot comes
/// (access and life cycle § 3.8; interop § 9, 15).
@Suite struct CodesInForceTests {
    /// § 3.8: the act and the letter are of 2026-03-31; both days of the span are in it.
    @Test(arguments: [
        (#""dateFin": "2026-03-30""#, false), (#""dateFin": "2026-03-31""#, true), (#""dateFin": "2026-04-01""#, true),
        (#""since": "2026-03-31""#, true), (#""since": "2026-04-01""#, false),
    ])
    func aLotIsHeldAgainstTheDayOfItsActs(field: String, passes: Bool) async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path, valueSets: try DatedSets.sets(.type, "11488-4", field, in: folder))
        let patient = try Lots.patient()
        try await office.open(patient)
        let gp = try Lots.professional("gp")
        let letter = try Lots.letter(1, of: patient, by: gp)
        // It is sent two years later.
        office.pass(2 * 365 * 86_400)
        let visit = try await office.visit(gp, patient)
        let lot = try Lots.lot([letter], number: 1)
        do throws(ServiceError) {
            #expect(try await office.service.deposit(lot, visit) == .deposited && passes)
        } catch {
            guard case .rejected(let faults) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(!passes && faults.contains { $0.element.hasSuffix(".typeCode") && $0.remedy.contains("in force") })
        }
        try await office.close()
    }

    @Test(arguments: [("2026-03-30", true), ("2026-03-31", true), ("2026-04-01", false)])
    func aHoldersOwnDocumentIsToo(day: String, passes: Bool) async throws {
        let folder = try Folder()
        let office = try Office(
            folder: folder.path,
            valueSets: try DatedSets.sets(.type, "DOCPAT02", #""dateFin": "2026-03-31""#, in: folder)
        )
        let patient = try Lots.patient()
        try await office.open(patient)
        let document = OwnDocument(
            title: "Ma tension",
            type: Code("DOCPAT02", CodeSystem.frenchType),
            mediaType: "text/plain",
            bytes: Array("12/8".utf8),
            date: CalendarDate(day)
        )
        let holder = try await office.holder(patient)
        let told = await outcome { () async throws(ServiceError) in
            try await office.service.depositOwn(document, holder).title
        }
        #expect(told == (passes ? "done: Ma tension" : "conflict type"))
        try await office.close()
    }
}
