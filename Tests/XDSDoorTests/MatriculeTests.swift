import DMPWire
import HealthRecord
import RecordService
import SampleRecords
import Testing
import XDSWire

@testable import XDSDoor

/// A matricule changes, the record and its documents stay (interop § 4.1, EX_3.1-1055).
@Suite struct MatriculeTests {
    /// Another matricule of the same person, as after a provisional one.
    private func other(than ins: INS) throws -> INS {
        let body = String(ins.matricule.text.prefix(10)) + "987"
        let other = INS(try #require(NIR(body: body)), root: .test)
        #expect(other != ins)
        return other
    }

    @Test func documentsOfTheFormerMatriculeAreFoundUnderTheNewOne() async throws {
        try await World.with { world in
            let before = try world.sender()
            let former = try #require(before.patient)
            let lot = try await world.deposit(Array(try world.documents(of: "jeanne").prefix(2)), before)
            let listed = try await world.entries(before)
            let new = try other(than: former)
            let after = Ask.Sender(who: "gp", patient: new)
            #expect(try await world.entries(after).isEmpty)

            try await world.service.addIdentifier(
                try #require(QualifiedINS(new, in: .rehearsal)),
                to: try #require(QualifiedINS(former, in: .rehearsal))
            )
            let found = try await world.entries(after)
            #expect(found.count == 2 && found.map(\.id) == listed.map(\.id))
            // Stored documents keep the value under which they came.
            #expect(found.map { $0.patientID?.ins } == [former, former])
            let back = try await world.send(Ask.retrieve(lot.uniqueIDs, after, world))
            #expect(try back.handedOut() == lot.parts.map(\.1))
            let standing = try await world.send(Ask.patient(.existence, new, after, world))
            #expect(standing.text.contains("queryResponseCode code=\"OK\""), "\(standing.text)")
            // Software that has not heard of the change goes on.
            #expect(try await world.entries(before).map(\.id) == listed.map(\.id))
        }
    }
}
