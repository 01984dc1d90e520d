import HealthRecord
import SafeXML
import Testing
import XDSWire

/// Folders of a lot (ITI TF-3 § 4.2.1.2, § 4.2.3.4): French profiles have none, other countries' software sends them.
@Suite struct FolderTests {
    @Test func aLotWithAFolderComesBackTheSame() throws {
        let sent = try Samples.submissionWithFolder()
        let reading = try Submission.read(try parse(written(sent.write)))
        #expect(reading.findings == [])
        #expect(reading.accepted?.folders == sent.folders)
        #expect(reading.accepted?.associations == sent.associations)
    }

    @Test func theLotSaysWhatItPutsIntoWhichFolder() throws {
        let members = try Samples.submissionWithFolder().folderMembers
        #expect(members.map(\.folder) == ["f1", Samples.id(60).urn])
        #expect(members.map(\.entry) == ["d1", "d2"])
    }

    private static let broken: [(String, @Sendable (inout Submission) throws -> Void, RegistryFinding)] = [
        (
            "not of the set", { $0.associations.removeAll { $0.id == "m3" } },
            RegistryFinding(.registryMetadataError, "Folder[f1]", .folderNotInSet)
        ),
        (
            "of somebody else",
            { $0.folders[0].patientID = PatientIdentifier(try Samples.ins("2800175001235")) },
            RegistryFinding(.patientIDDoesNotMatch, "Folder[f1].patientId", .otherPatient)
        ),
        (
            "named as a document", { $0.folders[0].uniqueID = $0.entries[0].uniqueID },
            RegistryFinding(.registryDuplicateUniqueIDInMessage, "DocumentEntry[d1].uniqueId", .sameUniqueID)
        ),
        (
            "without title", { $0.folders[0].title = nil },
            RegistryFinding(.registryMetadataError, "Folder[f1].title", .missing)
        ),
    ]

    @Test(arguments: broken.indices) func isHeldAgainstTheProfile(index: Int) throws {
        let (name, change, expected) = Self.broken[index]
        var submission = try Samples.submissionWithFolder()
        try change(&submission)
        let reading = try Submission.read(try parse(written(submission.write)))
        #expect(reading.findings == [expected], "\(name)")
        #expect(reading.accepted == nil)
    }

    @Test func aKeptFolderIsAnsweredWhole() throws {
        let folder = try #require(try Samples.folder().folder(id: Samples.id(70)))
        let shown = SubmittedFolder(folder, patient: try Samples.ins(), lastUpdate: try Samples.time("20260401082000"))
        let reading = try QueryAnswer.read(try parse(written(QueryAnswer([.folder(shown)]).write)))
        #expect(reading.findings == [])
        #expect(reading.message?.items == [.folder(shown)])
        #expect(shown.id == Samples.id(70).urn && shown.status == .approved)
    }

    @Test func foldersAreFoundByWhatTheyAreAbout() throws {
        let folder = try #require(try Samples.folder().folder(id: Samples.id(70)))
        let moment = try Samples.time("20260401082000")
        var criteria = FindFoldersCriteria(patient: PatientIdentifier(try Samples.ins()), statuses: [.approved])
        #expect(criteria.matches(folder, lastUpdate: moment))
        criteria.codes = [[Code("suivi", "1.2.250.1.999.12"), Code("x", "1")]]
        #expect(criteria.matches(folder, lastUpdate: moment))
        criteria.codes.append([Code("x", "1")])
        #expect(!criteria.matches(folder, lastUpdate: moment))
        criteria.codes = []
        criteria.lastUpdate = TimeBounds(from: try Samples.time("20260402"))
        #expect(!criteria.matches(folder, lastUpdate: moment))
        criteria.lastUpdate = TimeBounds()
        criteria.statuses = [.deprecated]
        #expect(!criteria.matches(folder, lastUpdate: moment))
    }

    @Test func aSetKeepsItsFoldersSealed() throws {
        var set = try Samples.set()
        let plain = set.encoded
        set.folders = [try #require(try Samples.folder().folder(id: Samples.id(70)))]
        set.memberships = [FolderMembership(folder: Samples.id(70), document: Samples.id(1))]
        #expect(try SubmissionSet(encoded: set.encoded) == set)
        #expect(try SubmissionSet(encoded: plain).folders.isEmpty)
    }
}
