import Custody
import DurableSQL
import Glibc
import HealthRecord
import HostStore
import RecordService
import SampleRecords
import Testing
import XDSWire

/// A message that changes several documents (TD3.3), stopped at durable steps of host and custodian: all of it or nothing.
@Suite struct ManyChangesCrashTests {
    private static let count = 4

    private func prepared() async throws -> Folder {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        let letters = try (1...Self.count).map { try Lots.letter(UInt64($0), of: patient, by: gp) }
        _ = try await office.service.deposit(try Lots.lot(letters, number: 1), try await office.visit(gp, patient))
        try await office.close()
        return folder
    }

    @Test(arguments: stride(from: 1, to: 48, by: 3).map { $0 })
    func severalChangesAreMadeTogetherOrNotAtAll(step: Int) async throws {
        let folder = try await prepared()
        await #expect(processExitsWith: .exitCode(9)) { [path = folder.path as String, step] in
            let trap = CrashTests.Trap(target: step)
            let office = try Office(
                folder: path,
                shift: 1_000,
                hostHooks: HostHooks(reached: { _ in trap.step() }),
                custodyHooks: DurabilityHooks(reached: { _ in trap.step() })
            )
            let holder = try await office.holder(try Lots.patient())
            let entries = try await office.service.list(holder).entries
            trap.arm()
            _ = try await office.service.change(entries.map { AskedChange(.logicalIDs([$0.id]), .mask) }, holder)
            // Later than the last step.
            _exit(9)
        }
        let office = try Office(folder: folder.path, shift: 2_000)
        try await office.service.settlePendingWork()
        #expect(try await office.host.counts().stagedChanges == 0)
        let entries = try await office.service.list(try await office.holder(try Lots.patient())).entries
        #expect(entries.count == Self.count)
        #expect(Set(entries.map(\.visibility)).count == 1)
        try await office.close()
    }

    /// One document in several versions, the latest last.
    private func preparedVersions() async throws -> Folder {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        var old: DocumentEntry?
        for number in 1...UInt64(Self.count) {
            let letter = try Lots.letter(number, of: patient, by: gp, replacing: old?.uniqueID)
            let lot = try Lots.lot([letter], number: number, replacing: old.map { [0: $0.entryUUID] } ?? [:])
            _ = try await office.service.deposit(lot, try await office.visit(gp, patient))
            old = try await office.service.list(try await office.holder(patient)).entries.last
        }
        try await office.close()
        return folder
    }

    /// CSP R1111-49: a mask goes over all versions, or over none; each that it changed has its trace, and no other.
    @Test(arguments: stride(from: 1, to: 48, by: 4).map { $0 })
    func aMaskOfAllVersionsIsMadeOrNot(step: Int) async throws {
        let folder = try await preparedVersions()
        await #expect(processExitsWith: .exitCode(9)) { [path = folder.path as String, step] in
            let trap = CrashTests.Trap(target: step)
            let office = try Office(
                folder: path,
                shift: 1_000,
                hostHooks: HostHooks(reached: { _ in trap.step() }),
                custodyHooks: DurabilityHooks(reached: { _ in trap.step() })
            )
            let holder = try await office.holder(try Lots.patient())
            let entries = try await office.service.list(holder).entries
            let latest = try #require(entries.first { $0.status == .approved })
            trap.arm()
            _ = try await office.service.change(.logicalIDs([latest.id]), .mask, holder)
            // Later than the last step.
            _exit(9)
        }
        let office = try Office(folder: folder.path, shift: 2_000)
        try await office.service.settlePendingWork()
        #expect(try await office.host.counts().stagedChanges == 0)
        let holder = try await office.holder(try Lots.patient())
        let entries = try await office.service.list(holder).entries
        #expect(entries.count == Self.count)
        let visibility = try #require(entries.first?.visibility)
        #expect(entries.allSatisfy { $0.visibility == visibility })
        let masks = try await office.service.history(limit: 1000, holder).events.filter { $0.act == .mask }
        #expect(masks.count == (visibility.isEmpty ? 0 : Self.count))
        #expect(Set(masks.flatMap(\.documents)) == (visibility.isEmpty ? [] : Set(entries.map(\.id))))
        try await office.close()
    }
}
