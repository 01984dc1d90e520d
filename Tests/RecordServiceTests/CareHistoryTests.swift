import Custody
import HealthRecord
import RecordService
import SampleRecords
import Testing

/// The health insurance feeds the history of care and reads nothing (CSP L1111-15, R1111-33; C10; keys `insurer.*`).
@Suite struct CareHistoryTests {
    private struct Scene {
        let folder: Folder
        let office: Office
        let patient: SamplePatient
        let ins: QualifiedINS

        init(_ set: String = "mes2026", _ patient: SamplePatient? = nil) async throws {
            folder = try Folder()
            office = try Office(folder: folder.path, policySet: set)
            self.patient = try patient ?? Lots.patient()
            try await office.open(self.patient)
            ins = try office.qualified(self.patient)
        }

        func history(
            _ number: Int,
            from: CalendarDate? = nil,
            performers: [CareSubject] = [],
            isSecret: Bool = false
        ) throws -> CareHistory {
            let today = office.now.date
            return CareHistory(
                id: try #require(OID("2.25.5550\(number)")),
                title: "Soins remboursés",
                bytes: Array("Consultation, 26,50 €".utf8),
                mediaType: "text/plain",
                from: from ?? today,
                to: today,
                performers: performers,
                tellsOfSecretCare: isSecret
            )
        }

        func feed(_ history: CareHistory) async -> String {
            await outcome { () async throws(ServiceError) in try await office.service.feedCareHistory(history, of: ins)
            }
        }

        func shown() async throws -> [DocumentEntry] {
            try await office.service.list(try await office.holder(patient)).entries
        }
    }

    @Test func aStatementIsFiledOnceAndReadByTheHolder() async throws {
        let scene = try await Scene()
        for _ in 0..<2 { #expect(await scene.feed(try scene.history(1)) == "done: ()") }
        let entries = try await scene.shown()
        #expect(entries.map(\.classCode.value) == ["60"] && entries.map(\.typeCode.value) == ["REMB"])
        let id = try #require(entries.first).uniqueID
        let read = try await scene.office.service.read([id], try await scene.office.holder(scene.patient))
        #expect(read.map(\.text) == ["Consultation, 26,50 €"])
        let events = try await scene.office.service.history(try await scene.office.holder(scene.patient)).events
        #expect(events.count { $0.actor == .system("ALIM_AM") && $0.act == .deposit && $0.outcome == .permitted } == 1)
        try await scene.office.close()
    }

    /// Key `insurer.historyTerm`: 24 months, to the day.
    @Test func nothingOlderThanTheTermIsFiled() async throws {
        let scene = try await Scene()
        // The same day in Greenwich and where the holder lives.
        scene.office.pass(12 * 3600)
        let today = scene.office.now.date
        let last = try #require(CalendarDate(year: today.year - 2, month: today.month, day: today.day))
        let tooOld = CalendarDate(daysSinceEpoch: last.daysSinceEpoch - 1)
        #expect(await scene.feed(try scene.history(1, from: tooOld)) == "conflict insurer.historyTerm")
        #expect(await scene.feed(try scene.history(2, from: last)) == "done: ()")
        let tomorrow = CalendarDate(daysSinceEpoch: today.daysSinceEpoch + 1)
        #expect(await scene.feed(try scene.history(3, from: tomorrow)) == "conflict date")
        #expect(try await scene.shown().count == 1)
        try await scene.office.close()
    }

    /// R1111-33: what a minor keeps secret is in no history of care, and the feeder is told nothing of it.
    @Test func secretCareIsNeverFiled() async throws {
        let child = try Office.child()
        let scene = try await Scene("mes2026", child)
        let office = scene.office
        let parent = try await office.parent(of: child)
        let midwife = try Lots.professional("gp")
        let visit = try await office.visit(midwife, child, isSecret: true)
        _ = try await office.service.setAuthorisation(.add(asTreatingPhysician: false), visit)
        #expect(await scene.feed(try scene.history(1, performers: [midwife.actor().subject])) == "done: ()")
        #expect(await scene.feed(try scene.history(2, isSecret: true)) == "done: ()")
        let empty = try await office.portal(parent, Office.parentSecret)
        #expect(try await office.service.list(empty).entries.isEmpty)
        let other = try Lots.professional("cardiologist").actor().subject
        #expect(await scene.feed(try scene.history(3, performers: [other])) == "done: ()")
        let filed = try await office.portal(parent, Office.parentSecret)
        #expect(try await office.service.list(filed).entries.count == 1)
        try await office.close()
    }

    /// C10: where the set knows no feed, the insurer files nothing; and what it files it cannot look at anywhere.
    @Test func theFeedIsTheSetsToAllowAndBlind() async throws {
        let old = try await Scene("era2007")
        #expect(await old.feed(try old.history(1)) != "done: ()")
        #expect(try await old.shown().isEmpty)
        try await old.office.close()
        let scene = try await Scene()
        let statement = try scene.history(1)
        let nobody = try #require(QualifiedINS(try scene.patient.duplicate(9).ins, in: .rehearsal))
        #expect(
            await outcome { () async throws(ServiceError) in
                try await scene.office.service.feedCareHistory(statement, of: nobody)
            } == "unknownPatient"
        )
        try await scene.office.close()
    }
}
