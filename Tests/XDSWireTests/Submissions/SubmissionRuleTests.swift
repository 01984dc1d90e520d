import HealthRecord
import SafeXML
import Testing
import XDSWire

/// A change to a valid lot, and exactly what must be found.
struct RuleCase: Sendable, CustomTestStringConvertible {
    var name: String
    var change: @Sendable (inout Submission) throws -> Void = { _ in }
    var replace: [(String, String)] = []
    var expected: [RegistryFinding]

    var testDescription: String { name }
}

/// The structural rules of a lot (CI-SIS *Partage*; ITI TF-3 § 4.2), one row each.
@Suite struct SubmissionRuleTests {
    static let cases: [RuleCase] = [
        RuleCase(name: "valid", expected: []),
        RuleCase(
            name: "no set",
            replace: [("a54d6aa5-d40d-43f9-88c5-b4633d873bdd", "00000000-0000-0000-0000-000000000000")],
            expected: [
                RegistryFinding(.registryMetadataError, "RegistryPackage[ss]", .unknownObject),
                RegistryFinding(.registryMetadataError, "SubmissionSet", .missing),
            ]
        ),
        RuleCase(
            name: "second set",
            replace: [
                (
                    "<RegistryPackage id=\"ss\"",
                    """
                    <Classification classifiedObject="s2" \
                    classificationNode="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd"/><RegistryPackage id="ss"
                    """
                ),
                ("</RegistryObjectList>", "<RegistryPackage id=\"s2\"/></RegistryObjectList>"),
            ],
            expected: [RegistryFinding(.registryMetadataError, "SubmissionSet[s2]", .repeated)]
        ),
        RuleCase(
            name: "entry without membership",
            change: { $0.associations.remove(at: 1) },
            expected: [RegistryFinding(.registryMetadataError, "DocumentEntry[d2]", .notInSet)]
        ),
        RuleCase(
            name: "missing document (11983)",
            change: { $0.documents.removeLast() },
            expected: [RegistryFinding(.missingDocument, "DocumentEntry[d2]", .noDocument)]
        ),
        RuleCase(
            name: "missing metadata (11983)",
            change: { $0.documents.append(DocumentPart(id: "d3", content: .attachment("c"))) },
            expected: [RegistryFinding(.missingDocumentMetadata, "Document[d3]", .noEntry)]
        ),
        RuleCase(
            name: "document twice",
            change: { $0.documents.append($0.documents[0]) },
            expected: [RegistryFinding(.repositoryMetadataError, "Document[d1]", .repeated)]
        ),
        RuleCase(
            name: "ids differ by case only",
            change: { $0.documents[0].id = "D1" },
            expected: []
        ),
        RuleCase(
            name: "same uniqueId twice",
            change: { $0.entries[1].uniqueID = $0.entries[0].uniqueID },
            expected: [
                RegistryFinding(.registryDuplicateUniqueIDInMessage, "DocumentEntry[d2].uniqueId", .sameUniqueID)
            ]
        ),
        RuleCase(
            name: "uniqueId of the set",
            change: { $0.entries[1].uniqueID = $0.set.uniqueID },
            expected: [
                RegistryFinding(.registryDuplicateUniqueIDInMessage, "DocumentEntry[d2].uniqueId", .sameUniqueID)
            ]
        ),
        RuleCase(
            name: "another patient (11997)",
            change: { $0.entries[0].patientID = PatientIdentifier(try Samples.ins("2810163220751")) },
            expected: [RegistryFinding(.patientIDDoesNotMatch, "DocumentEntry[d1].patientId", .otherPatient)]
        ),
        RuleCase(
            name: "patient with a date after CX.5",
            replace: [("&amp;ISO^NH\"", "&amp;ISO^NH^^20210604092415\"")],
            expected: []
        ),
        RuleCase(
            name: "RPLC of an entry of the message",
            change: { $0.associations[2].target = "d2" },
            expected: [RegistryFinding(.registryMetadataError, "Association[r1].targetObject", .badUUID)]
        ),
        RuleCase(
            name: "RPLC of nothing",
            change: { $0.associations[2].target = "old" },
            expected: [RegistryFinding(.unresolvedReference, "Association[r1].targetObject", .unresolved)]
        ),
        RuleCase(
            name: "RPLC to itself",
            change: { $0.associations[2].target = "d1" },
            expected: [RegistryFinding(.registryMetadataError, "Association[r1]", .toItself)]
        ),
        RuleCase(
            name: "RPLC from the set",
            change: { $0.associations[2].source = "ss" },
            expected: [RegistryFinding(.registryMetadataError, "Association[r1].sourceObject", .noEntry)]
        ),
        RuleCase(
            name: "RPLC from outside",
            change: { $0.associations[2].source = Samples.id(51).urn },
            expected: [RegistryFinding(.registryMetadataError, "Association[r1].sourceObject", .noEntry)]
        ),
        RuleCase(
            name: "replaced twice",
            change: {
                $0.associations.append(
                    SubmittedAssociation(id: "r2", type: .replaces, source: "d2", target: Samples.id(50).urn)
                )
            },
            expected: [RegistryFinding(.registryMetadataError, "Association[r2]", .repeated)]
        ),
        RuleCase(
            name: "unknown relation",
            replace: [("urn:ihe:iti:2007:AssociationType:RPLC", "urn:x")],
            expected: [RegistryFinding(.registryMetadataError, "Association[r1].associationType", .unknownRelation)]
        ),
        RuleCase(
            name: "signature signs an entry",
            change: {
                $0.associations[2] = SubmittedAssociation(id: "s1", type: .signs, source: "d2", target: "d1")
            },
            expected: [RegistryFinding(.registryMetadataError, "Association[s1].targetObject", .unknownObject)]
        ),
        RuleCase(
            name: "signature signs the set",
            change: {
                $0.associations[2] = SubmittedAssociation(id: "s1", type: .signs, source: "d2", target: "ss")
            },
            expected: []
        ),
        RuleCase(
            name: "same id twice",
            change: { $0.associations[2].id = "m1" },
            expected: [RegistryFinding(.registryMetadataError, "Association[m1].id", .repeatedID)]
        ),
        RuleCase(
            name: "membership of a foreign status",
            replace: [(">Original<", ">Perhaps<")],
            expected: [
                RegistryFinding(.registryMetadataError, "Association[m1].SubmissionSetStatus", .unknownStatus),
                RegistryFinding(.registryMetadataError, "Association[m2].SubmissionSetStatus", .unknownStatus),
            ]
        ),
        RuleCase(
            name: "folder",
            replace: [
                (
                    "</RegistryObjectList>",
                    """
                    <RegistryPackage id="f1"><Classification classifiedObject="f1" \
                    classificationNode="urn:uuid:d9d542f3-6cc4-48b6-8870-ea235fbc94c2"/></RegistryPackage>\
                    </RegistryObjectList>
                    """
                )
            ],
            expected: [
                RegistryFinding(.registryMetadataError, "Folder[f1].uniqueId", .missing),
                RegistryFinding(.registryMetadataError, "Folder[f1].patientId", .missing),
                RegistryFinding(.registryMetadataError, "Folder[f1].codeList", .missing),
                RegistryFinding(.registryMetadataError, "Folder[f1].title", .missing),
                RegistryFinding(.registryMetadataError, "Folder[f1]", .folderNotInSet),
            ]
        ),
        RuleCase(
            name: "extra slot (12379)",
            change: { $0.entries[0].extraSlots = [RegistrySlot("urn:x:y", ["z"])] },
            expected: [RegistryFinding(.extraMetadataNotSaved, "DocumentEntry[d1]", .extraNotStored)]
        ),
        RuleCase(
            name: "availability (12379)",
            change: { $0.entries[0].documentAvailability = "Online" },
            expected: [RegistryFinding(.extraMetadataNotSaved, "DocumentEntry[d1]", .extraNotStored)]
        ),
        RuleCase(
            name: "recipient (12379)",
            change: { $0.set.intendedRecipients = ["||^^Internet^essai@essai.example"] },
            expected: [RegistryFinding(.extraMetadataNotSaved, "SubmissionSet[ss]", .extraNotStored)]
        ),
        RuleCase(
            name: "unreadable reference",
            replace: [("cid:doc1%40", "http://doc1")],
            expected: [RegistryFinding(.repositoryMetadataError, "Document[d1]", .unreadableContent)]
        ),
    ]

    @Test(arguments: cases) func findsExactlyWhatIsWrong(_ row: RuleCase) throws {
        var submission = try Samples.submission()
        try row.change(&submission)
        var text = written(submission.write)
        for (from, to) in row.replace {
            #expect(text.contains(from))
            text = text.split(separator: from, omittingEmptySubsequences: false).joined(separator: to)
        }
        let reading = try Submission.read(try parse(text))
        #expect(reading.findings == row.expected)
        let isRefused = row.expected.contains { $0.severity == .error }
        #expect((reading.accepted == nil) == isRefused)
    }

    /// Of an author one role and one specialty are kept, and nothing that has no place (interop § 5.7, 12379).
    @Test func whatIsNotKeptOfAnAuthorIsRemarked() throws {
        let text = written(try Samples.submission().write)
        let ends = "</ValueList></Slot>"
        func slot(_ name: String, _ values: String...) -> String {
            "<Slot name=\"\(name)\"><ValueList>"
                + values.map { "<Value>\($0)</Value>" }.joined() + ends
        }
        let block = try #require(text.firstRange(of: "<Slot name=\"authorPerson\">"))
        for (added, isKept) in [
            (slot("authorTelecommunication", "^^Internet^essai@essai.example"), false),
            (slot("authorTelecommunication", ""), true),
            (slot("authorRole", "PCP", "ATTPHYS"), false),
            (
                slot("authorSpecialty", "G15_10/SM26^A^1.2.250.1.213.1.1.4.5", "G15_10/SM05^B^1.2.250.1.213.1.1.4.5"),
                false
            ),
        ] {
            var fuller = text
            fuller.insert(contentsOf: added, at: block.lowerBound)
            let reading = try Submission.read(try parse(fuller))
            #expect(reading.accepted != nil)
            #expect(reading.findings.map(\.code) == (isKept ? [] : [.extraMetadataNotSaved]), "\(added)")
        }
    }

    @Test func textsNameCodeElementAndRemedyButNoValue() throws {
        var submission = try Samples.submission()
        submission.entries[0].patientID = PatientIdentifier(try Samples.ins("2810163220751"))
        let finding = try #require(try Submission.read(try parse(written(submission.write))).findings.first)
        #expect(
            finding.context
                == "DocumentEntry[d1].patientId : patient différent de celui du lot / send one patient per message"
        )
        #expect(!finding.context.contains("281016322"))
    }

    @Test func idsInFindingsAreCutAndPlain() throws {
        var submission = try Samples.submission()
        submission.documents[0].id = "Mme É <b>" + String(repeating: "z", count: 100)
        let element = try #require(
            try Submission.read(try parse(written(submission.write))).findings.first?.element
        )
        #expect(element.utf8.count == "Document[]".utf8.count + 64)
        #expect(element.hasPrefix("Document[Mme?????b?z"))
    }

    @Test func refusesAnotherMessage() throws {
        let element = try parse("<a xmlns='urn:ihe:iti:xds-b:2007'/>")
        #expect(throws: XDSWireError.notTheMessage(expected: "ProvideAndRegisterDocumentSetRequest")) {
            try Submission.read(element)
        }
        let empty = try parse("<ProvideAndRegisterDocumentSetRequest xmlns='urn:ihe:iti:xds-b:2007'/>")
        #expect(throws: XDSWireError.missingElement("SubmitObjectsRequest")) { try Submission.read(empty) }
    }
}
