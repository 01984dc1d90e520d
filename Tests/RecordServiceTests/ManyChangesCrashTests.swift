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
}
