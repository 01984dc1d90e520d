import HealthRecord
import SafeXML
import Testing
import XDSWire

/// What is written is read back the same, labels included.
@Suite struct RoundTripTests {
    @Test func acceptedEntryKeepsEveryAttribute() throws {
        let sent = SubmittedEntry(try Samples.entry(), repository: try Samples.oid("1.2.250.1.999.7"))
        let answer = QueryAnswer([.entry(sent)])
        let reading = try QueryAnswer.read(try parse(written(answer.write)))
        #expect(reading.findings.isEmpty)
        guard case .entry(let read)? = reading.message?.items.first else {
            Issue.record("no entry")
            return
        }
        expectSame(read, sent)
        #expect(read.hash == [UInt8](repeating: 0xA9, count: 20))
        #expect(read.confidentialityCodes.map(\.value) == ["N", "MASQUE_PS", "INVISIBLE_PATIENT"])
        #expect(read.patientID?.ins == (try Samples.ins()))
    }

    @Test func laterMetadataVersionHasItsOwnUUIDAndTheStableLogicalID() throws {
        var entry = try Samples.entry()
        entry.entryUUID = Samples.id(77)
        entry.metadataVersion = 2
        let sent = SubmittedEntry(entry, repository: try Samples.oid("1.2.3"))
        #expect(sent.id == Samples.id(77).urn)
        #expect(sent.logicalID == Samples.id(1).urn)
        #expect(sent.version == "2")
    }

    @Test(arguments: 0..<200) func anyEntryComesBackTheSame(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let sent = try RandomEntry.make(&random)
        let reading = try QueryAnswer.read(try parse(written(QueryAnswer([.entry(sent)]).write)))
        #expect(reading.findings == [])
        guard case .entry(let read)? = reading.message?.items.first else {
            Issue.record("no entry")
            return
        }
        expectSame(read, sent)
    }

    @Test func submissionComesBackTheSame() throws {
        let sent = try Samples.submission()
        let reading = try Submission.read(try parse(written(sent.write)))
        #expect(reading.findings == [])
        #expect(reading.accepted == sent)
        #expect(sent.replacement(byEntry: "d1") == Samples.id(50))
        #expect(sent.replacement(byEntry: "d2") == nil)
        #expect(sent.document(ofEntry: "d2")?.content == .inline(Array("<x/>".utf8)))
    }

    @Test func metadataUpdateComesBackTheSame() throws {
        let sent = try Samples.update()
        let reading = try MetadataUpdateRequest.read(try parse(written(sent.write)))
        #expect(reading.findings == [])
        #expect(reading.accepted == sent)
    }

    private func expectSame(_ read: SubmittedEntry, _ sent: SubmittedEntry) {
        #expect(read == sent)
        // Codes are equal whatever their label: compare those apart.
        func labels(_ entry: SubmittedEntry) -> [String?] {
            let single = [
                entry.classCode, entry.typeCode, entry.formatCode, entry.facilityTypeCode, entry.practiceSettingCode,
            ]
            let codes = single.compactMap { $0 } + entry.confidentialityCodes + entry.eventCodes
            return codes.map(\.label) + entry.authors.map { $0.specialty?.label }
        }
        #expect(labels(read) == labels(sent))
    }
}
