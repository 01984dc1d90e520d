import Custody
import HealthRecord
import RecordService
import SampleRecords
import Testing

/// The author of advance directives is reminded of them (CSP R1111-19).
@Suite struct DirectivesReminderTests {
    private let day: Int64 = 86_400

    private func directives(_ words: String) -> OwnDocument {
        OwnDocument(
            title: "Mes directives anticipées",
            type: Code("EXPPAT_3", CodeSystem.frenchType),
            mediaType: "text/plain",
            bytes: Array(words.utf8)
        )
    }

    private func reminders(_ office: Office) async throws -> Int {
        try await office.news.count { if case .directivesReminder = $0.notice { true } else { false } }
    }

    /// R1111-19, § 3.8: after the set's period, and again after it; of what is no directive nobody is.
    @Test func theAuthorIsRemindedEachYear() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let patient = try Lots.patient()
        try await office.open(patient)
        _ = try await office.service.depositOwn(directives("Je veux."), try await office.holder(patient))
        _ = try await office.service.depositOwn(
            OwnDocument(
                title: "Autre chose",
                type: Code("DOCPAT02", CodeSystem.frenchType),
                mediaType: "text/plain",
                bytes: Array("Bonjour".utf8)
            ),
            try await office.holder(patient)
        )
        office.pass(364 * day)
        _ = try await office.service.timeBrings()
        #expect(try await reminders(office) == 0)
        office.pass(2 * day)
        _ = try await office.service.timeBrings()
        _ = try await office.service.timeBrings()
        #expect(try await reminders(office) == 1)
        office.pass(367 * day)
        _ = try await office.service.timeBrings()
        #expect(try await reminders(office) == 2)
        let holder = try await office.holder(patient)
        let traces = try await office.service.history(limit: 100, holder).events.filter { $0.act == .remind }
        #expect(traces.count == 2 && traces.allSatisfy { $0.actor == .system("calendar") && $0.documents.count == 1 })
        try await office.close()
    }

    /// § 4, § 10: what fell due under a set without reminders, or while the record was closed, comes when they are back.
    @Test(arguments: [true, false])
    func aReminderThatWasMissedIsGivenAfterwards(isClosed: Bool) async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let patient = try Lots.patient()
        try await office.open(patient)
        _ = try await office.service.depositOwn(directives("Je veux."), try await office.holder(patient))
        if isClosed {
            try await office.service.closeOwn(secret: patient.secretCode, try await office.holder(patient))
        } else {
            try await office.service.migrate(try office.qualified(patient), to: "era2011")
        }
        office.pass(400 * day)
        _ = try await office.service.timeBrings()
        _ = try await office.service.timeBrings()
        #expect(try await reminders(office) == 0)
        if isClosed {
            let challenge = try await office.service.beginReturn(
                identifier: .matricule(patient.ins),
                secret: patient.secretCode,
                preferring: nil
            )
            try await office.service.completeReturn(
                token: challenge.token,
                code: try office.lastCode(),
                .reopen
            )
        } else {
            try await office.service.migrate(try office.qualified(patient), to: "mes2026")
        }
        _ = try await office.service.timeBrings()
        _ = try await office.service.timeBrings()
        #expect(try await reminders(office) == 1)
        office.pass(367 * day)
        _ = try await office.service.timeBrings()
        #expect(try await reminders(office) == 2)
        try await office.close()
    }
}
