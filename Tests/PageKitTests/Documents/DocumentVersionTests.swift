import HealthRecord
import PageKit
import Testing

/// The versions of a document on its page (§ 7.1, page 8).
@Suite struct DocumentVersionTests {
    private static func entry(_ number: Int, replaces: Int?) throws -> DocumentEntry {
        let id = UniqueID(random: (UInt64(number), 1))
        let code = Code("x", "y")
        let time = try #require(Instant(year: 2026, month: 1, day: 1, hour: 12)).advanced(bySeconds: Int64(number))
        return DocumentEntry(
            id: id,
            entryUUID: id,
            metadataVersion: 1,
            uniqueID: try #require(OID("1.2.3.\(number)")),
            submissionSetID: id,
            patient: try #require(INS("150081505104018", root: INSRoot.test.rawValue)),
            sourcePatientID: "",
            sourcePatientInfo: [],
            mimeType: "text/xml",
            formatCode: code,
            classCode: code,
            typeCode: code,
            facilityTypeCode: code,
            practiceSettingCode: code,
            eventCodes: [],
            confidentiality: code,
            visibility: [],
            status: .approved,
            title: "",
            comments: nil,
            creationTime: HL7Time(time),
            serviceStart: nil,
            serviceStop: nil,
            language: "fr-FR",
            authors: [],
            legalAuthenticator: nil,
            referenceIDs: [],
            size: 1,
            sha256: [],
            sha1: [],
            depositedAt: time,
            signature: .advanced,
            replaces: replaces.map { UniqueID(random: (UInt64($0), 1)) }
        )
    }

    /// None of them is left out, whichever of them is read: a hundred once were the most.
    @Test(arguments: [1, 2, 99, 100, 101, 300]) func allVersionsAreThereTheNewestFirst(count: Int) throws {
        let entries = try (0..<count).map { try Self.entry($0, replaces: $0 == 0 ? nil : $0 - 1) }
        let other = try Self.entry(999, replaces: nil)
        for place in [0, count / 2, count - 1] {
            let versions = DocumentVersion.all(of: entries[place], in: [other] + entries)
            #expect(versions.map(\.id) == entries.reversed().map(\.id))
        }
    }

    /// No record has one, but a page that never ended would be worse than a wrong one.
    @Test(arguments: [1, 2, 5]) func aRingEnds(count: Int) throws {
        let entries = try (0..<count).map { try Self.entry($0, replaces: ($0 + count - 1) % count) }
        for entry in entries {
            let versions = DocumentVersion.all(of: entry, in: entries)
            #expect(Set(versions.map(\.id)).count == count && versions.count == count)
        }
    }
}
