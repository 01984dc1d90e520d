import HealthRecord
import Testing
import XDSWire

/// A spoilt update, and exactly what must be found.
struct UpdateCase: Sendable, CustomTestStringConvertible {
    var name: String
    var replace: (String, String)
    var expected: RegistryFinding

    var testDescription: String { name }
}

/// ITI-57 as the DMP uses it (interop facts § 5.6).
@Suite struct MetadataUpdateTests {
    static let cases: [UpdateCase] = [
        UpdateCase(
            name: "no previous version",
            replace: ("name=\"PreviousVersion\"", "name=\"Other\""),
            expected: RegistryFinding(.metadataVersionError, "Association[ss-update-1].PreviousVersion", .missing)
        ),
        UpdateCase(
            name: "version zero",
            replace: ("<Value>1</Value>", "<Value>0</Value>"),
            expected: RegistryFinding(.metadataVersionError, "Association[ss-update-1].PreviousVersion", .badVersion)
        ),
        UpdateCase(
            name: "version beyond 32 bits",
            replace: ("<Value>1</Value>", "<Value>4294967296</Value>"),
            expected: RegistryFinding(.metadataVersionError, "Association[ss-update-1].PreviousVersion", .badVersion)
        ),
        UpdateCase(
            name: "no logicalId",
            replace: (" lid=\"\(Samples.id(1).urn)\"", ""),
            expected: RegistryFinding(.metadataIdentifierError, "DocumentEntry[d1].logicalId", .missing)
        ),
        UpdateCase(
            name: "symbolic logicalId",
            replace: ("lid=\"\(Samples.id(1).urn)\"", "lid=\"x\""),
            expected: RegistryFinding(.metadataIdentifierError, "DocumentEntry[d1].logicalId", .badUUID)
        ),
        UpdateCase(
            name: "symbolic target of a status",
            replace: (Samples.id(2).urn, "d9"),
            expected: RegistryFinding(.metadataUpdateError, "Association[ss-update-2].targetObject", .badUUID)
        ),
        UpdateCase(
            name: "unknown new status",
            replace: ("urn:asip:ci-sis:2010:StatusType:Archived", "urn:x"),
            expected: RegistryFinding(.metadataUpdateError, "Association[ss-update-2].NewStatus", .unknownStatus)
        ),
        UpdateCase(
            name: "no original status",
            replace: ("name=\"OriginalStatus\"", "name=\"Other\""),
            expected: RegistryFinding(.metadataUpdateError, "Association[ss-update-2].OriginalStatus", .missing)
        ),
        UpdateCase(
            name: "same status",
            replace: (AvailabilityStatus.archived.rawValue, AvailabilityStatus.approved.rawValue),
            expected: RegistryFinding(.metadataUpdateError, "Association[ss-update-2].NewStatus", .sameStatus)
        ),
        UpdateCase(
            name: "another operation",
            replace: (AssociationType.updateAvailabilityStatus.rawValue, AssociationType.appends.rawValue),
            expected: RegistryFinding(
                .metadataUpdateOperationError,
                "Association[ss-update-2].associationType",
                .noOperation
            )
        ),
        UpdateCase(
            name: "two operations on one document",
            replace: (Samples.id(2).urn, Samples.id(1).urn),
            expected: RegistryFinding(.metadataUpdateOperationError, "Association[ss-update-2]", .noOperation)
        ),
        UpdateCase(
            name: "copy without hash",
            replace: ("name=\"hash\"", "name=\"URI\""),
            expected: RegistryFinding(.repositoryMetadataError, "DocumentEntry[d1].hash", .missing)
        ),
        UpdateCase(
            name: "from another set",
            replace: ("sourceObject=\"ss\"", "sourceObject=\"other\""),
            expected: RegistryFinding(.metadataUpdateError, "Association[ss-update-1].sourceObject", .unresolved)
        ),
    ]

    @Test(arguments: cases) func findsWhatIsWrong(_ row: UpdateCase) throws {
        let text = written(try Samples.update().write)
        #expect(text.contains(row.replace.0))
        let spoilt = text.split(separator: row.replace.0, omittingEmptySubsequences: false)
            .joined(separator: row.replace.1)
        let reading = try MetadataUpdateRequest.read(try parse(spoilt))
        #expect(reading.findings.first == row.expected)
        #expect(reading.accepted == nil)
    }

    @Test func emptyUpdateIsNoOperation() throws {
        var update = try Samples.update()
        update.updates = []
        #expect(
            try MetadataUpdateRequest.read(try parse(written(update.write))).findings == [
                RegistryFinding(.metadataUpdateOperationError, "SubmitObjectsRequest", .noOperation)
            ]
        )
    }

    @Test func entryOutsideTheSetIsFound() throws {
        let text = written(try Samples.update().write)
        let spoilt = text.split(separator: AssociationType.hasMember.rawValue).joined(
            separator: AssociationType.signs.rawValue
        )
        #expect(
            try MetadataUpdateRequest.read(try parse(spoilt)).findings == [
                RegistryFinding(
                    .metadataUpdateOperationError,
                    "Association[ss-update-1].associationType",
                    .noOperation
                ),
                RegistryFinding(.metadataUpdateOperationError, "DocumentEntry[d1]", .notInSet),
            ]
        )
    }
}
