import HealthRecord
import Testing
import XDSWire

/// An attribute taken away or spoilt, and the finding.
struct AttributeCase: Sendable, CustomTestStringConvertible {
    var name: String
    var change: @Sendable (inout Submission) -> Void = { _ in }
    var replace: (String, String)?
    var expected: RegistryFinding
    var isFrenchOnly = false

    var testDescription: String { name }

    static func missing(
        _ attribute: String,
        _ code: RegistryErrorCode = .registryMetadataError,
        french: Bool = false,
        _ change: @escaping @Sendable (inout SubmittedEntry) -> Void
    ) -> AttributeCase {
        AttributeCase(
            name: "without " + attribute,
            change: { change(&$0.entries[1]) },
            expected: RegistryFinding(code, "DocumentEntry[d2]." + attribute, .missing),
            isFrenchOnly: french
        )
    }

    static func missingInSet(
        _ attribute: String,
        french: Bool = false,
        _ change: @escaping @Sendable (inout SubmittedSet) -> Void
    ) -> AttributeCase {
        AttributeCase(
            name: "set without " + attribute,
            change: { change(&$0.set) },
            expected: RegistryFinding(.registryMetadataError, "SubmissionSet[ss]." + attribute, .missing),
            isFrenchOnly: french
        )
    }

    static func spoilt(
        _ from: String,
        _ to: String,
        _ attribute: String,
        _ reason: FindingReason,
        _ code: RegistryErrorCode = .registryMetadataError
    ) -> AttributeCase {
        AttributeCase(
            name: attribute + " " + reason.rawValue,
            replace: (from, to),
            expected: RegistryFinding(code, attribute, reason)
        )
    }
}

/// Attributes one by one (interop facts § 4.3, § 4.8).
@Suite struct AttributeRuleTests {
    static let missing: [AttributeCase] = [
        .missing("mimeType", .repositoryMetadataError) { $0.mimeType = nil },
        .missing("uniqueId") { $0.uniqueID = nil },
        .missing("patientId") { $0.patientID = nil },
        .missing("creationTime") { $0.creationTime = nil },
        .missing("languageCode") { $0.language = nil },
        .missing("sourcePatientId") { $0.sourcePatientID = nil },
        .missing("classCode") { $0.classCode = nil },
        .missing("typeCode") { $0.typeCode = nil },
        .missing("formatCode") { $0.formatCode = nil },
        .missing("confidentialityCode") { $0.confidentialityCodes = [] },
        .missing("healthcareFacilityTypeCode") { $0.facilityTypeCode = nil },
        .missing("practiceSettingCode") { $0.practiceSettingCode = nil },
        .missing("author", french: true) { $0.authors = [] },
        .missing("serviceStartTime", french: true) { $0.serviceStart = nil },
        .missing("legalAuthenticator", french: true) { $0.legalAuthenticator = nil },
        .missing("title", french: true) { $0.title = nil },
        .missing("sourcePatientInfo", french: true) { $0.sourcePatientInfo = [] },
        .missingInSet("uniqueId") { $0.uniqueID = nil },
        .missingInSet("sourceId") { $0.sourceID = nil },
        .missingInSet("patientId") { $0.patientID = nil },
        .missingInSet("submissionTime") { $0.submissionTime = nil },
        .missingInSet("contentTypeCode") { $0.contentType = nil },
        .missingInSet("author", french: true) { $0.authors = [] },
    ]

    static let spoilt: [AttributeCase] = [
        .spoilt("value=\"1.2.250.1.999.1.2\"", "value=\"1.2.250.1.999.1.02\"", "DocumentEntry[d2].uniqueId", .badOID),
        .spoilt(
            "value=\"1.2.250.1.999.1.2\"",
            "value=\"1.2.250.1.999.1.2^7\"",
            "DocumentEntry[d2].uniqueId",
            .oidExtension
        ),
        .spoilt(">20260401082000<", ">20260401082000+0200<", "SubmissionSet[ss].submissionTime", .badTime),
        .spoilt(">20260401082000<", ">20261301082000<", "SubmissionSet[ss].submissionTime", .badTime),
        .spoilt("value=\"1.2.250.1.999.10\"", "value=\"local\"", "SubmissionSet[ss].sourceId", .badOID),
        .spoilt(
            ">IPP2^^^&amp;1.2.250.1.999.2&amp;ISO^PI<",
            ">IPP2<",
            "DocumentEntry[d2].sourcePatientId",
            .badPatientID
        ),
        .spoilt("nodeRepresentation=\"07\"", "nodeRepresentation=\"\"", "SubmissionSet[ss].contentTypeCode", .badCode),
        .spoilt(
            "<Value>1.2.250.1.213.2.2</Value>",
            "",
            "SubmissionSet[ss].contentTypeCode",
            .badCode
        ),
        .spoilt(
            ">20260401082000</Value>",
            ">20260401082000</Value><Value>2026</Value>",
            "SubmissionSet[ss].submissionTime",
            .tooManyValues
        ),
        .spoilt(
            "<Slot name=\"submissionTime\">",
            "<Slot name=\"submissionTime\"/><Slot name=\"submissionTime\">",
            "SubmissionSet[ss].submissionTime",
            .repeated
        ),
    ]

    @Test(arguments: missing) func absenceIsFound(_ row: AttributeCase) throws {
        var submission = try Samples.submission()
        row.change(&submission)
        let text = written(submission.write)
        #expect(try Submission.read(try parse(text)).findings == [row.expected])
        let foreign = try Submission.read(try parse(text), profile: .ihe).findings
        #expect(foreign == (row.isFrenchOnly ? [] : [row.expected]))
    }

    @Test(arguments: spoilt) func badFormIsFound(_ row: AttributeCase) throws {
        var text = written(try Samples.submission().write)
        let (from, to) = try #require(row.replace)
        #expect(text.contains(from))
        text = text.split(separator: from, omittingEmptySubsequences: false).joined(separator: to)
        let found = try Submission.read(try parse(text)).findings
        #expect(found.first == row.expected)
    }

    @Test(arguments: [
        (">a9a9a9a9", ">xya9a9a9", "hash", FindingReason.badHash), (">12345<", ">-5<", "size", .badSize),
        (">1.2.250.1.999.7<", ">here<", "repositoryUniqueId", .badOID),
        ("\"text/xml\"", "\"xml\"", "mimeType", .badMediaType),
    ]) func repositoryAttributesCarryItsCode(from: String, to: String, attribute: String, reason: FindingReason) throws
    {
        let text = written(try Samples.submission().write)
        let spoilt = text.split(separator: from, omittingEmptySubsequences: false).joined(separator: to)
        #expect(
            try Submission.read(try parse(spoilt)).findings
                == ["d1", "d2"].map {
                    RegistryFinding(.repositoryMetadataError, "DocumentEntry[\($0)].\(attribute)", reason)
                }
        )
    }

    @Test(arguments: [
        (">fr-FR<", ">fr_FR<", "languageCode", FindingReason.badLanguage),
        (">PID-7|19810101<", ">7|19810101<", "sourcePatientInfo", .badPatientInfo),
        (">202604010800<", ">20260330<", "serviceStopTime", .stopsBeforeStart),
        ("A12^^^&amp;1.2.250.1.999.3&amp;ISO^urn:ihe:iti:xds:2013:accession", "A12", "referenceIdList", .badReference),
        ("urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1", "urn:x", "objectType", .unknownType),
        ("Classification id=\"d1-2\"", "Classification id=\"d1-2\" x=\"\"", "", .missing),
    ]) func registryAttributesAreChecked(from: String, to: String, attribute: String, reason: FindingReason) throws {
        let text = written(try Samples.submission().write)
        #expect(text.contains(from))
        let spoilt = text.split(separator: from, omittingEmptySubsequences: false).joined(separator: to)
        let found = try Submission.read(try parse(spoilt)).findings
        guard !attribute.isEmpty else {
            #expect(found == [])
            return
        }
        #expect(
            found
                == ["d1", "d2"].map {
                    RegistryFinding(.registryMetadataError, "DocumentEntry[\($0)].\(attribute)", reason)
                }
        )
    }

    @Test func fiveConfidentialityCodesAreTooMany() throws {
        var submission = try Samples.submission()
        let codes = (1...5).map { Code("C\($0)", "1.2", label: "c") }
        submission.entries[0].confidentialityCodes = Array(codes.prefix(4))
        #expect(try Submission.read(try parse(written(submission.write))).findings == [])
        submission.entries[0].confidentialityCodes = codes
        #expect(
            try Submission.read(try parse(written(submission.write))).findings == [
                RegistryFinding(.registryMetadataError, "DocumentEntry[d1].confidentialityCode", .tooManyValues)
            ]
        )
    }

    @Test func signatureNeedsNoPatientTraits() throws {
        var submission = try Samples.submission()
        submission.entries[1].typeCode = Code("E1762", "ASTM", label: "Signature")
        submission.entries[1].language = "art"
        submission.entries[1].sourcePatientInfo = []
        #expect(try Submission.read(try parse(written(submission.write))).findings == [])
        #expect(submission.entries[1].isLotSignature)
    }

    @Test(arguments: [-1, 0, 1]) func mediaTypesHaveALimit(delta: Int) throws {
        let type = "text/" + String(repeating: "x", count: WireLimits.mediaType - "text/".utf8.count + delta)
        var submission = try Samples.submission()
        submission.entries[1].mimeType = type
        let reading = try Submission.read(try parse(written(submission.write)))
        let bad = RegistryFinding(.repositoryMetadataError, "DocumentEntry[d2].mimeType", .badMediaType)
        #expect(reading.findings == (delta > 0 ? [bad] : []))
        #expect(reading.message?.entries[1].mimeType == (delta > 0 ? nil : type))
    }
}
