import HealthRecord
import SOAPWire
import SampleRecords
import Testing
import XDSWire

/// What a reader may not know of changes nothing in what he gets (design § 2, law 5).
@Suite struct SilenceTests {
    /// Two records of the same world: one with a document hidden from the reader, one with none.
    private func compare(_ ask: (World, Ask.Sender, OID, UniqueID) throws -> Ask) async throws {
        var replies: [String] = []
        for hasHidden in [true, false] {
            try await World.with(authorised: ["gp", "nurse"]) { world in
                let author = try world.sender("gp")
                let document = try world.documents(of: "jeanne")[0]
                var id = UniqueID(random: (5, 6))
                if hasHidden {
                    try await world.deposit([document], author, masked: true)
                    let entry = try #require(try await world.entries(author).first)
                    id = try #require(UniqueID(entry.id))
                }
                let reader = try world.sender("nurse")
                let reply = try await world.send(try ask(world, reader, document.id, id))
                #expect(reply.status == 200)
                replies.append("\(reply.contentType)\n\(reply.text)")
            }
        }
        #expect(replies.count == 2)
        #expect(Set(replies.map(Golden.normalised)).count == 1, "\(replies)")
        #expect(Set(replies.map(\.utf8.count)).count == 1)
    }

    /// Access and life cycle § 3.5, CSP R1111-49.
    @Test func hiddenAndAbsentDocumentsAreListedAlike() async throws {
        try await compare { world, reader, _, _ in try Ask.findDocuments(reader, world) }
        try await compare { world, reader, _, _ in
            let patient = PatientIdentifier(try #require(reader.patient))
            let sets = FindSubmissionSetsCriteria(patient: patient, statuses: [.approved])
            return Ask.query(.findSubmissionSets(sets), reader, world)
        }
    }

    @Test func hiddenAndAbsentDocumentsAreFoundAlike() async throws {
        try await compare { world, reader, oid, _ in Ask.query(.getDocuments(.uniqueIDs([oid])), reader, world) }
        try await compare { world, reader, _, id in Ask.query(.getAssociations([id]), reader, world) }
        try await compare { world, reader, _, id in Ask.query(.getSubmissionSets([id]), reader, world) }
    }

    @Test func hiddenAndAbsentDocumentsAreRetrievedAlike() async throws {
        try await compare { world, reader, oid, _ in Ask.retrieve([oid], reader, world) }
        try await compare { world, reader, oid, _ in try Ask.retrieve([oid], reader, world).inParts() }
    }

    @Test func hiddenAndAbsentDocumentsAreChangedAlike() async throws {
        try await compare { world, reader, _, id in
            let update = MetadataUpdate.changeStatus(entry: id, from: .approved, to: .archived)
            return Ask.update(try Updates.request([update], world), reader, world)
        }
    }

    @Test func noPersonalDatumEntersTheLog() async throws {
        try await World.with { world in
            let sender = try world.sender()
            try await world.deposit([try world.documents(of: "jeanne")[0]], sender)
            _ = try await world.send(Ask.retrieve([SampleLot.oid(world)], sender, world))
            _ = try await world.send(try Ask.findDocuments(sender, world).replacing("who=\"gp\"", "who=\"x\""))
            let person = try world.patient("jeanne")
            let log = String(decoding: world.log.bytes, as: UTF8.self)
            #expect(log.contains("refusalAnswered") && log.contains("faultAnswered"))
            for word in [person.ins.matricule.text, person.traits.birthFamilyName, "1.2.250.1.999.77", "Vasseur"] {
                #expect(!log.contains(word))
            }
        }
    }
}
