import Custody
import HealthRecord
import RecordService
import SampleRecords
import Testing

/// What waits to be announced keeps its notices when the record's set changes, or the record rests for a time (CSP R1111-53).
@Suite struct AnnouncementTurnTests {
    private static let day: Int64 = 86_400

    private struct Scene {
        let folder: Folder
        let office: Office
        let patient: SamplePatient
        let gp: SampleProfessional

        init() async throws {
            folder = try Folder()
            office = try Office(folder: folder.path)
            (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
            try await office.open(patient)
            try await office.authorise(gp, patient)
        }

        func move(to set: String) async throws {
            try await office.service.migrate(try office.qualified(patient), to: set)
        }

        func hide(_ number: UInt64) async throws -> OID {
            try await office.file(number, of: patient, by: gp, visibility: .hiddenFromPatient)
        }

        /// Lets days pass, then the calendar run; answers how many documents came out.
        func pass(_ days: Int64) async throws -> Int {
            office.pass(days * AnnouncementTurnTests.day)
            var released = 0
            var report = try await office.service.timeBrings()
            released += report.released
            while report.hasMore {
                report = try await office.service.timeBrings()
                released += report.released
            }
            return released
        }

        func seen() async throws -> [OID] {
            try await office.service.list(try await office.holder(patient)).entries.map(\.uniqueID)
        }

        var announced: Int {
            get async throws {
                try await office.news.count { if case .announcementDue = $0.notice { true } else { false } }
            }
        }

        var toldOfRelease: Int {
            get async throws {
                try await office.news.count { if case .announcementReleased = $0.notice { true } else { false } }
            }
        }

        /// Closes the record by its holder.
        func close() async throws {
            try await office.service.closeOwn(secret: patient.secretCode, try await office.holder(patient))
        }

        /// Opens it again by its holder.
        func comeBack() async throws {
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
        }
    }

    /// § 3.5, § 10: older than the term and younger, both are announced, and come out as the service's act.
    @Test(arguments: ["era2011", "era2019"])
    func whatWasHiddenWithoutATermIsAnnouncedFirst(set: String) async throws {
        let scene = try await Scene()
        let office = scene.office
        try await scene.move(to: set)
        let old = try await scene.hide(1)
        #expect(try await scene.pass(40) == 0)
        let young = try await scene.hide(2)
        #expect(try await scene.pass(5) == 0)
        #expect(try await scene.announced == 0)

        try await scene.move(to: "mes2026")
        #expect(try await scene.seen().isEmpty)
        let read = try await office.service.read([old], try await office.holder(scene.patient))
        guard case .notFound = try #require(read.first) else {
            Issue.record("shown without a notice")
            return
        }
        // What is overdue is told at once, the other on its day; neither is shown for it.
        #expect(try await scene.pass(0) == 0)
        #expect(try await scene.announced == 1)
        #expect(try await office.service.careNotices(try await office.visit(scene.gp, scene.patient)).count == 1)
        #expect(try await scene.pass(10) == 0)
        #expect(try await scene.announced == 2)
        #expect(try await scene.seen().isEmpty)

        // Two weeks after the change the one comes out, a month after its filing the other.
        #expect(try await scene.pass(5) == 1)
        #expect(try await scene.seen() == [old])
        #expect(try await scene.pass(12) == 1)
        #expect(try await Set(scene.seen()) == [old, young])
        #expect(try await scene.announced == 2)
        #expect(try await scene.toldOfRelease == 2)
        let reveals = try await office.service.history(limit: 1000, try await office.holder(scene.patient)).events
            .filter { $0.act == .reveal }
        #expect(reveals.count == 2 && reveals.allSatisfy { $0.actor == .system("calendar") })
        #expect(try await scene.pass(40) == 0)
        try await office.close()
    }

    /// § 10: the other way round nothing comes out, and back again the notice is not given twice.
    @Test func whatLosesItsTermGetsItBack() async throws {
        let scene = try await Scene()
        let document = try await scene.hide(1)
        #expect(try await scene.pass(20) == 0)
        #expect(try await scene.announced == 1)
        try await scene.move(to: "era2019")
        #expect(try await scene.pass(30) == 0)
        #expect(try await scene.seen().isEmpty)
        try await scene.move(to: "mes2026")
        #expect(try await scene.pass(0) == 0)
        #expect(try await scene.seen().isEmpty)
        #expect(try await scene.pass(16) == 1)
        #expect(try await scene.seen() == [document])
        #expect(try await scene.announced == 1)
        #expect(try await scene.toldOfRelease == 1)
        try await scene.office.close()
    }

    /// § 4: suspended on the day of the notice, and on that of the release.
    @Test(arguments: [10, 25])
    func whatFellDueWhileTheRecordWasSuspendedComesAfterwards(rest: Int64) async throws {
        let scene = try await Scene()
        let office = scene.office
        let document = try await scene.hide(1)
        #expect(try await scene.pass(10) == 0)
        try await office.service.suspend(try office.qualified(scene.patient), reason: "fraude")
        #expect(try await scene.pass(rest) == 0)
        #expect(try await scene.announced == 0)
        try await office.service.liftSuspension(try office.qualified(scene.patient))
        #expect(try await scene.seen().isEmpty)
        #expect(try await scene.pass(0) == 0)
        #expect(try await scene.announced == 1)
        if rest == 10 {
            // The month was not over: it ends on its day.
            #expect(try await scene.pass(12) == 1)
        } else {
            #expect(try await scene.pass(10) == 0)
            #expect(try await scene.seen().isEmpty)
            #expect(try await scene.pass(6) == 1)
        }
        #expect(try await scene.seen() == [document])
        #expect(try await scene.announced == 1)
        #expect(try await scene.toldOfRelease == 1)
        try await office.close()
    }

    /// § 4: a closed record shows nothing; reopened it owes what it owed.
    @Test func whatFellDueWhileTheRecordWasClosedComesAfterwards() async throws {
        let scene = try await Scene()
        let document = try await scene.hide(1)
        #expect(try await scene.pass(10) == 0)
        try await scene.close()
        #expect(try await scene.pass(60) == 0)
        try await scene.comeBack()
        #expect(try await scene.seen().isEmpty)
        #expect(try await scene.pass(0) == 0)
        #expect(try await scene.announced == 1)
        #expect(try await scene.pass(10) == 0)
        #expect(try await scene.seen().isEmpty)
        #expect(try await scene.pass(6) == 1)
        #expect(try await scene.seen() == [document])
        #expect(try await scene.toldOfRelease == 1)
        try await scene.office.close()
    }

    /// What had come out before the record rested is not taken back by it.
    @Test func whatWasShownStaysShown() async throws {
        let scene = try await Scene()
        let document = try await scene.hide(1)
        // The month is over, and the calendar has not run yet.
        scene.office.pass(40 * Self.day)
        #expect(try await scene.seen() == [document])
        try await scene.close()
        scene.office.pass(5 * Self.day)
        try await scene.comeBack()
        #expect(try await scene.seen() == [document])
        #expect(try await scene.pass(0) == 1)
        #expect(try await scene.seen() == [document])
        try await scene.office.close()
    }
}
