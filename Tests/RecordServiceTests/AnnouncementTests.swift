import Custody
import HealthRecord
import RecordService
import SampleRecords
import Testing
import TraceTree
import XDSWire

/// What waits to be announced shows nowhere: not in lists, not in the history, not in what is taken away (R1111-53).
@Suite struct AnnouncementTests {
    @Test func anUnannouncedDocumentLeavesNoLineForTheHolder() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        try await office.authorise(gp, patient)
        let hidden = try Lots.letter(1, of: patient, by: gp, visibility: .hiddenFromPatient)
        let plain = try Lots.letter(2, of: patient, by: gp)
        for (number, letter) in [(UInt64(1), hidden), (2, plain)] {
            let lot = try Lots.lot([letter], number: number)
            _ = try await office.service.deposit(lot, try await office.visit(gp, patient))
        }
        _ = try await office.service.read([hidden.id], try await office.visit(gp, patient))

        let seenByCare = try await office.service.list(try await office.visit(gp, patient)).entries
        let secret = try #require(seenByCare.first { $0.uniqueID == hidden.id }).id
        let open = try #require(seenByCare.first { $0.uniqueID == plain.id }).id
        let history = try await office.service.history(limit: 1000, try await office.holder(patient)).events
        #expect(!history.contains { $0.documents.contains(secret) })
        #expect(history.contains { $0.documents == [open] })

        // Nothing of these days is proved yet, so that no gap shows.
        let young = try await office.service.exportTraces(try await office.holder(patient))
        #expect(young.events.isEmpty && young.head.recSeq == 0)

        // Once made visible, its whole story is told.
        _ = try await office.service.change(
            .uniqueIDs([hidden.id]),
            .reveal(.hiddenFromPatient),
            try await office.visit(gp, patient)
        )
        let after = try await office.service.history(limit: 1000, try await office.holder(patient)).events
        // Filed, read, referred to, and made visible.
        #expect(after.filter { $0.documents == [secret] }.count == 4)

        // A month later its story is proved as well.
        office.pass(40 * 86_400)
        let bundle = try await office.service.exportTraces(try await office.holder(patient))
        let proved = try bundle.events.map { try TraceEvent.decode([UInt8](try #require($0.event))).event }
        #expect(proved.filter { $0.documents == [secret] }.count == 4)
        #expect(!proved.isEmpty && bundle.head.recSeq == UInt64(proved.count))
        let key = try VerifierKey(parsing: bundle.log)
        for entry in bundle.events {
            let commitment = try #require(TraceCommitment(bytes: [UInt8](entry.commit)))
            let proof = try TransparencyProof(parsing: Array(entry.proof.utf8))
            _ = try proof.verify(leafHash: commitment.leafHash, log: key)
        }
        try await office.close()
    }
}
