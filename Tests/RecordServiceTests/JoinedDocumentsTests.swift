import Custody
import HealthRecord
import SampleRecords
import Testing
import XDSWire

@testable import RecordService

/// What lies in a duplicate is read with the record that it was joined to, under that record's rules, and parts from it again
/// when the join is undone (reference: access-and-lifecycle § 7.1).
@Suite struct JoinedDocumentsTests {
    /// A record with a letter, and its holder's duplicate with a plain, a masked and a hidden one.
    private struct Scene {
        let folder: Folder
        let office: Office
        let kept: SamplePatient
        let other: SamplePatient
        let gp: SampleProfessional
        let reader: SampleProfessional

        init(isMerged: Bool = true) async throws {
            folder = try Folder()
            office = try Office(folder: folder.path)
            kept = try Lots.patient()
            other = try kept.duplicate()
            gp = try Lots.professional("gp")
            reader = try Lots.professional("cardiologist")
            for patient in [kept, other] { try await office.open(patient) }
            try await office.authorise(reader, kept)
            try await office.file(1, of: kept, by: gp)
            office.pass(10)
            try await office.file(2, of: other, by: gp)
            try await office.file(3, of: other, by: gp, visibility: .maskedToProfessionals)
            try await office.file(4, of: other, by: gp, visibility: .hiddenFromPatient)
            if isMerged { try await merge() }
        }

        func merge() async throws {
            office.pass(10)
            try await office.service.merge(try office.qualified(other), into: try office.qualified(kept))
        }

        func part() async throws { try await office.service.undoMerge(try office.qualified(other)) }

        func numbers(_ visit: Visit) async throws -> [String] {
            try await office.service.list(visit).entries.map { String($0.uniqueID.text.dropFirst("2.25.7770".count)) }
        }

        func read(_ number: Int, _ visit: Visit) async throws -> ReadOutcome {
            try #require(try await office.service.read([try id(number)], visit).first)
        }

        func isRead(_ number: Int, _ visit: Visit) async throws -> Bool {
            if case .document(let document) = try await read(number, visit) { !document.bytes.isEmpty } else { false }
        }

        func id(_ number: Int) throws -> OID { try #require(OID("2.25.7770\(number)")) }

        func change(_ number: Int, _ change: DocumentChange, _ visit: Visit) async throws -> DocumentEntry {
            try await office.service.change(.uniqueIDs([try id(number)]), change, visit)
        }
    }

    @Test func oneListAndOneShelfForWhoeverReads() async throws {
        let scene = try await Scene()
        let office = scene.office
        #expect(try await scene.numbers(office.holder(scene.kept)) == ["1", "2", "3"])
        #expect(try await scene.numbers(office.visit(scene.reader, scene.kept)) == ["1", "2", "4"])
        #expect(try await scene.numbers(office.visit(scene.reader, scene.other)) == ["1", "2", "4"])
        for number in 1...4 {
            #expect(try await scene.isRead(number, office.holder(scene.kept)) == (number != 4), "\(number)")
            #expect(
                try await scene.isRead(number, office.visit(scene.reader, scene.kept)) == (number != 3),
                "\(number)"
            )
        }
        // By the name that pages use as well.
        let listed = try await office.service.list(try await office.holder(scene.kept)).entries
        let second = try #require(listed.first { $0.uniqueID == (try? scene.id(2)) })
        guard case .document = try await office.service.read(second.id, try await office.holder(scene.kept)) else {
            Issue.record("not read by its own name")
            return
        }
        try await office.close()
    }

    /// The kept record's leaves decide, and nobody else's: who had leave on the duplicate alone has none.
    @Test func theKeptRecordsRulesDecide() async throws {
        let scene = try await Scene(isMerged: false)
        let office = scene.office
        let stranger = try Lots.professional("nurse")
        try await office.authorise(stranger, scene.other)
        let blocked = scene.reader.actor()
        let holder = try await office.holder(scene.other)
        _ = try await office.service.carryOut(
            .block(Block(subject: blocked.subject, name: blocked.name, profession: nil, since: office.now)),
            holder
        )
        try await scene.merge()
        for refused in [stranger, scene.reader] {
            let visit = try await office.visit(refused, scene.kept)
            #expect(
                await outcome { () async throws(ServiceError) in
                    try await office.service.list(visit).entries.count
                }.hasPrefix("refused")
            )
            let again = try await office.visit(refused, scene.other)
            if case .document = try await scene.read(2, again) { Issue.record("read by \(refused.key)") }
        }
        try await office.close()
    }

    @Test func whatIsChangedStaysChangedWhenTheyPart() async throws {
        let scene = try await Scene()
        let office = scene.office
        #expect(try await scene.change(2, .mask, office.holder(scene.kept)).visibility == .maskedToProfessionals)
        #expect(try await scene.change(3, .unmask, office.holder(scene.kept)).visibility == [])
        #expect(try await scene.numbers(office.visit(scene.reader, scene.kept)) == ["1", "3", "4"])
        #expect(try await !scene.isRead(2, office.visit(scene.reader, scene.kept)))
        // What comes in between, under either matricule, is the kept record's.
        try await office.file(5, of: scene.other, by: scene.gp)
        let all = try await office.service.list(try await office.holder(scene.kept)).entries
        let old = try #require(all.first { $0.uniqueID == (try? scene.id(3)) })
        let version = try Lots.letter(6, of: scene.kept, by: scene.gp, replacing: try scene.id(3))
        let lot = try Lots.lot([version], number: 6, replacing: [0: old.entryUUID])
        _ = try await office.service.deposit(lot, try await office.visit(scene.gp, scene.kept))
        #expect(try await scene.numbers(office.holder(scene.kept)) == ["1", "2", "3", "5", "6"])
        try await scene.part()
        #expect(try await scene.numbers(office.holder(scene.kept)) == ["1", "5", "6"])
        let parted = try await office.service.list(try await office.holder(scene.other)).entries
        #expect(try parted.map(\.uniqueID) == [scene.id(2), scene.id(3)])
        #expect(parted.map(\.status) == [.approved, .deprecated])
        #expect(parted.map(\.visibility) == [.maskedToProfessionals, []])
        #expect(try await scene.isRead(2, office.holder(scene.other)))
        for number in [2, 3, 4] { #expect(try await !scene.isRead(number, office.holder(scene.kept))) }
        // Each has in its own history what was done to its own documents.
        let masked = try #require(parted.first).id
        let own = try await office.service.history(try await office.holder(scene.other)).events
        #expect(own.contains { $0.act == .mask && $0.documents == [masked] && $0.outcome == .permitted })
        let kept = try await office.service.history(try await office.holder(scene.kept)).events
        #expect(!kept.contains { $0.documents == [masked] })
        #expect(kept.contains { $0.act == .merge })
        try await office.close()
    }

    /// R1111-53: what waits to be announced waits on, in whichever record it is read.
    @Test(arguments: [true, false])
    func theReleaseOfWhatWasHiddenComesInEitherRecord(_ isParted: Bool) async throws {
        let scene = try await Scene()
        let office = scene.office
        if isParted { try await scene.part() }
        office.pass(40 * 86_400)
        var report = try await office.service.timeBrings()
        while report.hasMore { report = try await office.service.timeBrings() }
        let patient = isParted ? scene.other : scene.kept
        #expect(try await scene.numbers(office.holder(patient)).contains("4"))
        #expect(try await scene.isRead(4, office.holder(patient)))
        try await office.close()
    }

    /// Security design § 2.7: committed and not yet applied, a change to a joined document is applied after the crash.
    @Test func aChangeThatACrashInterruptsIsSettled() async throws {
        let scene = try await Scene()
        let office = scene.office
        let visit = try await office.holder(scene.kept)
        let found = try #require(try await office.service.find(.uniqueIDs([try scene.id(2)]), visit) as ShownRow?)
        let change = PlannedChange(shown: found, change: .mask, newEntryUUID: office.service.newID())
        func prepared() async throws -> PreparedWork {
            try await office.custodian.prepare(
                documents: [],
                changes: [change],
                submissionSet: nil,
                visit.admission,
                of: visit.reference
            )
        }
        // One that is prepared and never committed leaves nothing.
        let lost = try await prepared()
        try await office.service.store(lost, contents: [], set: nil)
        try await office.service.settlePendingWork()
        #expect(try await scene.numbers(office.visit(scene.reader, scene.kept)) == ["1", "2", "4"])
        let work = try await prepared()
        _ = try await office.service.makeTrue(work, contents: [], set: nil, visit)
        try await office.service.settlePendingWork()
        #expect(try await scene.numbers(office.visit(scene.reader, scene.kept)) == ["1", "4"])
        #expect(try await scene.numbers(office.holder(scene.kept)) == ["1", "2", "3"])
        try await office.close()
    }

    /// What was prepared on a joined document is not committed once they have parted.
    @Test func nothingChangesInWhatWasParted() async throws {
        let scene = try await Scene()
        let office = scene.office
        let visit = try await office.holder(scene.kept)
        let found = try #require(try await office.service.find(.uniqueIDs([try scene.id(2)]), visit) as ShownRow?)
        let work = try await office.custodian.prepare(
            documents: [],
            changes: [PlannedChange(shown: found, change: .mask, newEntryUUID: office.service.newID())],
            submissionSet: nil,
            visit.admission,
            of: visit.reference
        )
        try await scene.part()
        await #expect(throws: CustodyError.notPrepared) { try await office.custodian.commit(work.id, paths: []) }
        await #expect(throws: CustodyError.stateMismatch) {
            try await office.custodian.release([found], visit.admission, of: visit.reference)
        }
        let entries = try await office.service.list(try await office.holder(scene.other)).entries
        #expect(entries.map(\.visibility) == [[], .maskedToProfessionals])
        try await office.close()
    }

    /// A duplicate of a duplicate is one record with both, and all of it parts with the one that it came by.
    @Test func aChainIsOneRecord() async throws {
        let scene = try await Scene(isMerged: false)
        let office = scene.office
        let third = try scene.kept.duplicate(2)
        try await office.open(third)
        try await office.file(7, of: third, by: scene.gp)
        try await office.service.merge(try office.qualified(third), into: try office.qualified(scene.other))
        try await scene.merge()
        #expect(try await scene.numbers(office.holder(scene.kept)) == ["1", "2", "3", "7"])
        try await scene.part()
        #expect(try await scene.numbers(office.holder(scene.kept)) == ["1"])
        #expect(try await scene.numbers(office.holder(scene.other)) == ["2", "3", "7"])
        try await office.close()
    }
}
