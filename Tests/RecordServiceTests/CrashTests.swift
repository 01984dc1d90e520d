import ClinicalDocuments
import Custody
import DurableSQL
import Foundation
import Glibc
import HealthRecord
import HostStore
import RecordService
import SampleRecords
import Sealing
import Synchronization
import Testing
import XDSWire

/// Security design § 2.7 and § 6.5: stopped at any durable step of host or custodian, a lot is there whole or not at all.
@Suite struct CrashTests {
    /// Counts the durable steps of both stores once armed, and leaves the process at the n-th.
    final class Trap: Sendable {
        private let count = Mutex<Int?>(nil)
        private let target: Int

        init(target: Int) { self.target = target }

        func arm() { count.withLock { $0 = 0 } }

        var steps: Int { count.withLock { $0 ?? 0 } }

        func step() {
            let number = count.withLock { count -> Int in
                guard let before = count else { return -1 }
                count = before + 1
                return before + 1
            }
            if number == target { _exit(9) }
        }
    }

    /// A lot of two documents, one in the database and one in a file, of which the first replaces what is there.
    static func lot(_ patient: SamplePatient, _ gp: SampleProfessional, replacing old: UniqueID) throws -> Lot {
        let long = String(repeating: "Long texte. ", count: 8_000)
        let letters = [
            try Lots.letter(2, of: patient, by: gp, replacing: OID("2.25.77701")),
            try Lots.letter(3, of: patient, by: gp, text: long),
        ]
        return try Lots.lot(letters, number: 2, replacing: [0: old])
    }

    /// A folder with a record that holds one document.
    private func prepared() async throws -> (Folder, UniqueID) {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        try await office.authorise(gp, patient)
        let letter = try Lots.letter(1, of: patient, by: gp)
        _ = try await office.service.deposit(try Lots.lot([letter], number: 1), try await office.visit(gp, patient))
        let entry = try #require(try await office.service.list(try await office.holder(patient)).entries.first)
        try await office.close()
        return (folder, entry.id)
    }

    private static func office(_ path: String, shift: UInt64, trap: Trap) throws -> Office {
        try Office(
            folder: path,
            shift: shift,
            hostHooks: HostHooks(reached: { _ in trap.step() }),
            custodyHooks: DurabilityHooks(reached: { _ in trap.step() })
        )
    }

    @Test func aDepositHasThisManySteps() async throws {
        let (folder, old) = try await prepared()
        let trap = Trap(target: 0)
        let office = try Self.office(folder.path, shift: 1_000, trap: trap)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        let visit = try await office.visit(gp, patient)
        trap.arm()
        let done = try await office.service.deposit(try Self.lot(patient, gp, replacing: old), visit)
        #expect(done == .deposited)
        #expect(trap.steps == 25)
        try await office.close()
    }

    @Test(arguments: 1...25)
    func leavesNothingOrEverything(step: Int) async throws {
        let (folder, old) = try await prepared()
        await #expect(processExitsWith: .exitCode(9)) {
            [path = folder.path as String, old = old.text as String, step] in
            let trap = Trap(target: step)
            let office = try CrashTests.office(path, shift: 1_000, trap: trap)
            let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
            let lot = try CrashTests.lot(patient, gp, replacing: try #require(UniqueID(old)))
            let visit = try await office.visit(gp, patient)
            trap.arm()
            _ = try await office.service.deposit(lot, visit)
            _exit(2)
        }
        let office = try Office(folder: folder.path, shift: 2_000)
        try await office.service.settlePendingWork()
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        let counts = try await office.host.counts()
        #expect(counts.pending == 0 && counts.stagedChanges == 0)
        let entries = try await office.service.list(try await office.holder(patient)).entries
        #expect(counts.active == entries.count)
        switch entries.count {
        case 1: #expect(entries[0].status == .approved && counts.sets == 1)
        case 3:
            #expect(entries.map(\.status) == [.deprecated, .approved, .approved] && counts.sets == 2)
            #expect(entries[1].replaces == old)
        default: Issue.record("half a lot: \(entries.count)")
        }
        // The sender, who has no answer, sends it again.
        let lot = try Self.lot(patient, gp, replacing: old)
        let visit = try await office.visit(gp, patient)
        let again = try await office.service.deposit(lot, visit)
        #expect(again == (entries.count == 3 ? .alreadyThere : .deposited))
        let whole = try await office.service.list(try await office.visit(gp, patient)).entries
        #expect(whole.count == 3)
        let reads = try await office.service.read(whole.map(\.uniqueID), try await office.holder(patient))
        #expect(reads.allSatisfy { if case .document = $0 { true } else { false } })
        _ = try await office.host.sweepOrphanObjects()
        try await office.host.checkDatabase()
        try await office.close()
    }

    private static func mask(_ office: Office, _ patient: SamplePatient, _ id: UniqueID, _ trap: Trap?) async throws {
        let holder = try await office.holder(patient)
        trap?.arm()
        _ = try await office.service.change(.logicalIDs([id]), .mask, holder)
    }

    @Test func aChangeHasThisManySteps() async throws {
        let (folder, id) = try await prepared()
        let trap = Trap(target: 0)
        let office = try Self.office(folder.path, shift: 1_000, trap: trap)
        try await Self.mask(office, try Lots.patient(), id, trap)
        #expect(trap.steps == 15)
        try await office.close()
    }

    @Test(arguments: 1...15)
    func aChangeIsMadeOrNot(step: Int) async throws {
        let (folder, id) = try await prepared()
        await #expect(processExitsWith: .exitCode(9)) { [path = folder.path as String, id = id.text as String, step] in
            let trap = Trap(target: step)
            let office = try CrashTests.office(path, shift: 1_000, trap: trap)
            try await CrashTests.mask(office, try Lots.patient(), try #require(UniqueID(id)), trap)
            _exit(2)
        }
        let office = try Office(folder: folder.path, shift: 2_000)
        try await office.service.settlePendingWork()
        let counts = try await office.host.counts()
        #expect(counts.stagedChanges == 0 && counts.active == 1)
        let patient = try Lots.patient()
        let entry = try #require(try await office.service.list(try await office.holder(patient)).entries.first)
        let isMasked = entry.visibility == .maskedToProfessionals
        #expect(entry.metadataVersion == (isMasked ? 2 : 1))
        if !isMasked { try await Self.mask(office, patient, id, nil) }
        let read = try await office.service.read([entry.uniqueID], try await office.holder(patient))
        guard case .document(let document) = read.first else {
            Issue.record("not read")
            return
        }
        #expect(document.entry.visibility == .maskedToProfessionals)
        try await office.close()
    }

    /// The host filed the record, the custodian never committed it: the same letter opens it still.
    @Test func anOpeningThatWasCutShortIsTakenUpAgain() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        let request = try await office.invited(patient)
        let prepared = try await office.custodian.prepareOpening(request)
        try await office.host.createRecord(
            NewRecord(
                recordID: prepared.reference.record,
                tag: try #require(Bytes32(bytes: prepared.reference.tag.bytes)),
                bindMAC: try #require(Bytes32(bytes: prepared.reference.bindCode)),
                identityCiphertext: prepared.identityRow,
                ingestDay: 0
            )
        )
        #expect(try await office.service.standing(try await office.visit(gp, patient)) == nil)
        try await office.service.open(request)
        let standing = try #require(try await office.service.standing(try await office.visit(gp, patient)))
        #expect(standing.traits == patient.traits)
        try await office.close()
    }

    /// A host that shows less than was committed is not believed.
    @Test func anOldHostPutBackIsNoticed() async throws {
        let (folder, _) = try await prepared()
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        let office = try Office(folder: folder.path, shift: 1_000)
        try await office.host.backup(to: folder.path + "/old")
        let letter = try Lots.letter(5, of: patient, by: gp)
        _ = try await office.service.deposit(try Lots.lot([letter], number: 5), try await office.visit(gp, patient))
        try await office.close()
        try FileManager.default.removeItem(atPath: folder.path + "/host")
        try FileManager.default.moveItem(atPath: folder.path + "/old", toPath: folder.path + "/host")
        let again = try Office(folder: folder.path, shift: 2_000)
        try await again.service.settlePendingWork()
        #expect(try await again.service.hostStanding() == .behind(records: 0, documents: 1))
        let visit = try await again.visit(gp, patient)
        let ended = await outcome { () async throws(ServiceError) in try await again.service.list(visit).entries.count }
        #expect(ended == "incomplete")
        try await again.close()
    }

    /// Before the first record and with all its rows a host is whole; without its database it is lost.
    @Test func aHostWithoutItsDatabaseIsNotTakenForANewOne() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        #expect(try await office.service.hostStanding() == .whole)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        try await office.authorise(gp, patient)
        let letter = try Lots.letter(1, of: patient, by: gp)
        _ = try await office.service.deposit(try Lots.lot([letter], number: 1), try await office.visit(gp, patient))
        #expect(try await office.service.hostStanding() == .whole)
        try await office.close()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/host")
        where name.hasPrefix("host.sqlite") {
            try FileManager.default.removeItem(atPath: folder.path + "/host/" + name)
        }
        let again = try Office(folder: folder.path, shift: 1_000)
        try await again.service.settlePendingWork()
        #expect(try await again.service.hostStanding() == .lost(records: 1))
        try await again.close()
    }

    /// The other way round: documents for which no custodian answers.
    @Test func aHostWhoseCustodianWasLostIsNotTakenForANewOne() async throws {
        let (folder, _) = try await prepared()
        for name in ["custody", "keys", "keys.1", "keys.2"] {
            try FileManager.default.removeItem(atPath: folder.path + "/" + name)
        }
        let office = try Office(folder: folder.path, shift: 1_000)
        try await office.service.settlePendingWork()
        #expect(try await office.service.hostStanding() == .ownerless(documents: 1))
        try await office.close()
    }
}
