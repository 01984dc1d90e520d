import ClinicalDocuments
import Custody
import Foundation
import HealthRecord
import HostStore
import RecordService
import Testing
import XDSWire

/// Copies that are made while the service goes on (security design § 6.2).
@Suite struct BackupTests {
    /// Host and custodian are of one moment: whatever was under way is settled by a start on the copy, and nothing misses.
    @Test func aCopyMadeBetweenDepositsIsWhole() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        try await office.authorise(gp, patient)
        let feeding = Task {
            for number in UInt64(1)...24 {
                let letter = try Lots.letter(number, of: patient, by: gp)
                let visit = try await office.visit(gp, patient)
                _ = try await office.service.deposit(try Lots.lot([letter], number: number), visit)
            }
        }
        for number in 1...4 { try await office.service.backup(to: folder.path + "/copy\(number)") }
        try await feeding.value
        try await office.service.backup(to: folder.path + "/copy5")
        await #expect(throws: ServiceError.self) { try await office.service.backup(to: folder.path + "/copy5") }
        try await office.close()
        for number in 1...5 {
            let place = folder.path + "/copy\(number)"
            #expect(!FileManager.default.fileExists(atPath: place + "/keys"))
            try FileManager.default.copyItem(atPath: folder.path + "/keys", toPath: place + "/keys")
            let copy = try Office(folder: place, shift: 10_000)
            try await copy.service.settlePendingWork()
            #expect(try await copy.service.hostStanding() == .whole)
            // A list of rows that do not add up to what was committed is refused.
            let holder = try await copy.holder(patient)
            let entries = try await copy.service.list(holder).entries
            #expect(try await copy.host.counts().active == entries.count)
            if number == 5 { #expect(entries.count == 24) }
            for read in try await copy.service.read(entries.map(\.uniqueID), holder) {
                guard case .document = read else {
                    Issue.record("a document of the copy does not open")
                    continue
                }
            }
            // And it goes on.
            let letter = try Lots.letter(99, of: patient, by: gp)
            _ = try await copy.service.deposit(
                try Lots.lot([letter], number: 99),
                try await copy.visit(gp, patient)
            )
            try await copy.custodian.integrateLog()
            try await copy.close()
        }
    }
}
