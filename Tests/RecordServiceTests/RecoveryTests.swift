import Custody
import Foundation
import GRDB
import HealthRecord
import HostStore
import SampleRecords
import Sealing
import Testing
import XDSWire

@testable import RecordService

/// Security design § 2.7, step 6: the custodian's verdict on a work settles all of its parts, and age settles none.
@Suite struct RecoveryTests {
    private struct Scene {
        let folder: Folder
        let office: Office
        let patient: SamplePatient
        let documents: Int
    }

    private func scene(_ count: Int) async throws -> Scene {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        for first in stride(from: 1, through: count, by: 25) {
            let letters = try (first..<min(first + 25, count + 1)).map {
                try Lots.letter(UInt64($0), of: patient, by: gp)
            }
            let lot = try Lots.lot(letters, number: UInt64(first))
            _ = try await office.service.deposit(lot, try await office.visit(gp, patient))
        }
        return Scene(folder: folder, office: office, patient: patient, documents: count)
    }

    /// One message that changes many documents (TD3.3, up to fifty), prepared and not yet stored.
    private func prepared(
        _ change: DocumentChange,
        _ count: Int,
        _ scene: Scene,
        _ visit: Visit
    ) async throws -> PreparedWork {
        let snapshot = try await #require(scene.office.service.currentSnapshots(visit).first)
        let changes = snapshot.rows.compactMap(snapshot.shown).prefix(count).map {
            PlannedChange(shown: $0, change: change, newEntryUUID: scene.office.service.newID())
        }
        return try await scene.office.custodian.prepare(
            documents: [],
            changes: Array(changes),
            submissionSet: nil,
            visit.admission,
            of: visit.reference
        )
    }

    private func masked(_ scene: Scene) async throws -> Int {
        let entries = try await scene.office.service.list(try await scene.office.holder(scene.patient)).entries
        #expect(entries.count == scene.documents)
        return entries.count { $0.visibility == .maskedToProfessionals }
    }

    /// Stopped between the custodian's commit and the host's last step, whatever the random name of the work.
    @Test func aCommittedMessageOfManyChangesIsNeverLost() async throws {
        let scene = try await scene(50)
        let office = scene.office
        for (turn, count) in [2, 50, 1, 33, 7, 50, 2, 17].enumerated() {
            let visit = try await office.holder(scene.patient)
            let work = try await prepared(.mask, count, scene, visit)
            #expect(work.changes.count == count)
            _ = try await office.service.makeTrue(work, contents: [], set: nil, visit)
            // Some of it had been done when the process stopped.
            for rank in 0..<(turn % 3 == 1 ? count / 2 : 0) {
                try await office.host.applyChange(try #require(ChangeID(work: work.id, index: rank)))
            }
            try await office.service.settlePendingWork()
            #expect(try await office.host.counts().stagedChanges == 0)
            #expect(try await masked(scene) == count)
            let back = try await office.holder(scene.patient)
            let undo = try await prepared(.unmask, count, scene, back)
            try await office.service.carryOut(undo, contents: [], set: nil, back)
        }
        try await office.close()
    }

    /// One lot whose mask goes over every version of what it replaces: more changes than the host takes documents at once.
    @Test func aLotThatMasksManyVersionsIsSettled() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        let (width, turns) = (20, 14)
        #expect(width + width * (turns - 2) > HostLimits.documentsPerDeposit)
        var latest: [DocumentEntry] = []
        for turn in 0..<turns {
            let letters = try (0..<width).map { rank in
                try Lots.letter(
                    UInt64(turn * width + rank + 1),
                    of: patient,
                    by: gp,
                    replacing: latest.isEmpty ? nil : latest[rank].uniqueID,
                    visibility: turn + 1 == turns ? .maskedToProfessionals : []
                )
            }
            let targets = Dictionary(
                uniqueKeysWithValues: latest.enumerated().map { ($0.offset, $0.element.entryUUID) }
            )
            let lot = try Lots.lot(letters, number: UInt64(turn + 1), replacing: targets)
            _ = try await office.service.deposit(lot, try await office.visit(gp, patient))
            let all = try await office.service.list(try await office.holder(patient)).entries
            latest = try letters.map { letter in try #require(all.first { $0.uniqueID == letter.id }) }
        }
        #expect(try await office.host.counts().stagedChanges == 0)
        let entries = try await office.service.list(try await office.holder(patient)).entries
        #expect(entries.count == width * turns)
        #expect(entries.allSatisfy { $0.visibility == .maskedToProfessionals })
        #expect(entries.count { $0.status == .approved } == width)
        try await office.close()
    }

    /// Past the limit nothing is committed, and nothing is left at the host.
    @Test(arguments: [-1, 0, 1])
    func aWorkChangesSoManyDocumentsAtMost(offset: Int) async throws {
        let limit = 3
        let folder = try Folder()
        let office = try Office(folder: folder.path, changesPerWork: limit)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        let count = limit + offset
        let letters = try (1...count).map { try Lots.letter(UInt64($0), of: patient, by: gp) }
        _ = try await office.service.deposit(try Lots.lot(letters, number: 1), try await office.visit(gp, patient))
        let entries = try await office.service.list(try await office.holder(patient)).entries
        let asked = entries.map { AskedChange(.logicalIDs([$0.id]), .mask) }
        let holder = try await office.holder(patient)
        var refusal: String?
        do throws(ServiceError) { _ = try await office.service.change(asked, holder) } catch {
            if case .conflict(let word) = error { refusal = word }
        }
        #expect(refusal == (offset > 0 ? CustodyError.tooManyChanges : nil))
        #expect(try await office.host.counts().stagedChanges == 0)
        let after = try await office.service.list(try await office.holder(patient)).entries
        #expect(after.count { $0.visibility == .maskedToProfessionals } == (offset > 0 ? 0 : count))
        try await office.close()
    }

    @Test func aMessageThatWasNeverCommittedLeavesNothing() async throws {
        let scene = try await scene(50)
        let office = scene.office
        let visit = try await office.holder(scene.patient)
        let work = try await prepared(.mask, 50, scene, visit)
        try await office.service.store(work, contents: [], set: nil)
        #expect(try await office.host.counts().stagedChanges == 50)
        try await office.service.settlePendingWork()
        #expect(try await office.host.counts().stagedChanges == 0)
        #expect(try await masked(scene) == 0)
        try await office.close()
    }

    /// What cannot be settled stands in the way of neither a start nor of other records, and is settled once it can be.
    @Test func aWorkThatCannotBeSettledStandsInNobodysWay() async throws {
        let scene = try await scene(2)
        let gp = try Lots.professional("gp")
        let other = try Lots.patient("paul")
        try await scene.office.open(other)
        let letter = try Lots.letter(9, of: other, by: gp)
        let lot = try Lots.lot([letter], number: 9)
        _ = try await scene.office.service.deposit(lot, try await scene.office.visit(gp, other))
        var works: [PreparedWork] = []
        for patient in [scene.patient, other] {
            let visit = try await scene.office.holder(patient)
            let work = try await prepared(.mask, 1, scene, visit)
            try await scene.office.service.store(work, contents: [], set: nil)
            works.append(work)
        }
        let desk = scene.office.desk
        try await scene.office.close()
        let plan = try await replacePlan(of: works[0].id, in: scene.folder, by: Data([1]))
        let office = try Office(folder: scene.folder.path, desk: desk)
        try await office.service.settlePendingWork()
        #expect(try await office.host.counts().stagedChanges == 1)
        #expect(try await office.host.stagedChanges(of: try #require(DepositID(bytes: works[1].id.bytes))).isEmpty)
        #expect(try await office.service.list(try await office.holder(other)).entries.count == 1)
        #expect(await office.service.keepUp().failed == [.works])
        try await office.close()
        try await replacePlan(of: works[0].id, in: scene.folder, by: plan)
        let mended = try Office(folder: scene.folder.path, desk: desk)
        try await mended.service.settlePendingWork()
        #expect(try await mended.host.counts().stagedChanges == 0)
        #expect(await mended.service.keepUp().failed.isEmpty)
        try await mended.close()
    }

    /// Puts other bytes in the place of a work's plan; returns those that were there.
    @discardableResult
    private func replacePlan(of work: UniqueID, in folder: Folder, by bytes: Data) async throws -> Data {
        let database = try DatabaseQueue(path: folder.path + "/custody/custody.sqlite")
        let id = Data(work.bytes)
        let old = try await database.write { database in
            let old = try Data.fetchOne(database, sql: "SELECT plan FROM deposit WHERE deposit_id = ?", arguments: [id])
            try database.execute(sql: "UPDATE deposit SET plan = ? WHERE deposit_id = ?", arguments: [bytes, id])
            return old
        }
        try database.close()
        return try #require(old)
    }

    /// What an earlier version staged does not name its work: it is found by the change's own name.
    @Test func whatWasStagedWithoutTheNameOfItsWorkIsSettledAsWell() async throws {
        let scene = try await scene(3)
        let office = scene.office
        let visit = try await office.holder(scene.patient)
        let work = try await prepared(.mask, 3, scene, visit)
        _ = try await office.service.makeTrue(work, contents: [], set: nil, visit)
        let desk = office.desk
        try await office.close()
        let host = try DatabaseQueue(path: scene.folder.path + "/host/host.sqlite")
        try await host.write { try $0.execute(sql: "UPDATE staged_changes SET work_id = NULL") }
        try host.close()
        let later = try Office(folder: scene.folder.path, desk: desk)
        #expect(try await later.host.namelessChanges(notAfter: .max).count == 3)
        try await later.service.settlePendingWork()
        #expect(try await later.host.counts().stagedChanges == 0)
        let entries = try await later.service.list(try await later.holder(scene.patient)).entries
        #expect(entries.count { $0.visibility == .maskedToProfessionals } == 3)
        try await later.close()
    }
}

extension RecoveryTests {
    /// Stopped between custodian and host, a link that was taken back opens nothing, and the calendar tells the host.
    @Test func aTagThatLeadsAstrayOpensNothingAndIsPutRight() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        try await office.authorise(gp, patient)
        let ins = INS(try #require(NIR(body: "1700521231998")), root: .test)
        let linked = try #require(QualifiedINS(ins, in: .rehearsal))
        try await office.service.addIdentifier(linked, to: try office.qualified(patient))
        let under = try await office.visit(gp, ins)
        _ = try await office.service.list(under)
        _ = try await office.custodian.removeIdentifier(linked)
        let astray = try await office.visit(gp, ins)
        let ended = await outcome { () async throws(ServiceError) in try await office.service.list(astray).entries }
        #expect(ended == "otherPatient")
        #expect(try await office.service.timeBrings().failed == 0)
        #expect(try await office.service.standing(try await office.visit(gp, ins)) == nil)
        #expect(try await office.custodian.tagMoves().isEmpty)
        try await office.close()
    }
}

/// Security design § 2.7, step 6: a lot that waits is not a lot that stands.
@Suite struct WaitingLotTests {
    /// A record with an author who may file, and a lot of his that was prepared and no more.
    private struct Scene {
        let folder: Folder
        let office: Office
        let patient: SamplePatient
        let gp: SampleProfessional
        let visit: Visit
        let work: PreparedWork
        let entry: DocumentEntry
        let bytes: [UInt8]
        let set: SubmissionSet

        init() async throws {
            folder = try Folder()
            office = try Office(folder: folder.path)
            (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
            try await office.open(patient)
            try await office.authorise(gp, patient)
            let lot = try Lots.lot([Lots.letter(1, of: patient, by: gp)], number: 1)
            visit = try await office.visit(gp, patient)
            let setID = try office.custodian.setID(
                uniqueID: try #require(lot.submission.set.uniqueID),
                visit.admission,
                of: visit.reference
            )
            let set = try #require(
                SubmissionSet(lot.submission.set, id: setID, patient: patient.ins, now: office.now)
            )
            self.set = set
            let sent = try #require(lot.submission.entries.first)
            bytes = try #require(lot.contents[sent.id])
            var check = LotCheck(valueSets: office.service.valueSets, contentCheck: .strict, now: office.now)
            let checked = check.check(sent, bytes: bytes)
            let facts = LotFacts(
                set: set,
                patient: patient.ins,
                defaultVisibility: [],
                signature: .authenticatedOnly,
                now: office.now
            )
            let entry = try #require(checked?.entry(id: office.service.newID(), replacing: nil, facts))
            self.entry = entry
            work = try await office.custodian.prepare(
                documents: [PlannedDocument(entry: entry)],
                changes: [],
                submissionSet: set,
                visit.admission,
                of: visit.reference
            )
        }

        /// A lot under the set's identifier of the first, with the document of that number.
        func deposit(_ number: UInt64) async throws -> String {
            let lot = try Lots.lot([Lots.letter(number, of: patient, by: gp)], number: 1)
            let visit = try await office.visit(gp, patient)
            return await outcome { () async throws(ServiceError) in try await office.service.deposit(lot, visit) }
        }

        /// The documents that the holder sees.
        func filed() async throws -> [OID] {
            try await office.service.list(try await office.holder(patient)).entries.map(\.uniqueID)
        }
    }

    /// Whoever sends again under the set's identifier is told to come back, not that it is in use for good.
    @Test func aSetThatWaitsIsNotADuplicate() async throws {
        let scene = try await Scene()
        let service = scene.office.service
        try await service.store(scene.work, contents: [(scene.entry, scene.bytes)], set: scene.set)
        #expect(try await scene.deposit(1) == "unavailable")
        #expect(try await scene.deposit(2) == "unavailable")
        // Nobody carries it out any more: upkeep takes it back while the service runs.
        service.leftWorks.add(LeftWork(scene.work))
        #expect(await service.keepUp().failed.isEmpty)
        #expect(service.leftWorks.all.isEmpty)
        #expect(try await scene.office.host.counts().pending == 0)
        #expect(try await scene.deposit(2) == "done: deposited")
        #expect(try await scene.filed() == [try #require(OID("2.25.77702"))])
        // Now it stands.
        #expect(try await scene.deposit(3) == "rejected duplicateUniqueIDInRegistry")
        try await scene.office.close()
    }

    /// What the custodian has committed becomes live, and its set stands.
    @Test func whatIsTrueAndWasLeftBecomesLive() async throws {
        let scene = try await Scene()
        let service = scene.office.service
        let contents = [(entry: scene.entry, bytes: scene.bytes)]
        _ = try await service.makeTrue(scene.work, contents: contents, set: scene.set, scene.visit)
        #expect(try await scene.deposit(2) == "unavailable")
        service.leftWorks.add(LeftWork(scene.work))
        #expect(await service.keepUp().failed.isEmpty)
        #expect(try await scene.filed() == [scene.entry.uniqueID])
        #expect(try await scene.deposit(1) == "done: alreadyThere")
        #expect(try await scene.deposit(2) == "rejected duplicateUniqueIDInRegistry")
        try await scene.office.close()
    }

    /// A work that cannot be taken back is remembered, and upkeep says that it could not settle it.
    @Test func whatCannotBeTakenBackIsRemembered() async throws {
        let scene = try await Scene()
        let service = scene.office.service
        await scene.office.host.close()
        let contents = [(entry: scene.entry, bytes: scene.bytes)]
        let ended = await outcome { () async throws(ServiceError) in
            try await service.carryOut(scene.work, contents: contents, set: scene.set, scene.visit)
        }
        #expect(ended == "unavailable")
        #expect(service.leftWorks.all == [LeftWork(scene.work)])
        #expect(await service.keepUp().failed.contains(.works))
        #expect(service.leftWorks.all == [LeftWork(scene.work)])
        try scene.office.custodian.close()
    }
}
