import HealthRecord
import SampleRecords
import Testing
import XDSWire

/// Folders are taken and given back as IHE says, though no French profile has them (design § 6).
@Suite struct FolderTests {
    private static func folder(_ lot: SampleLot, _ world: World) -> SubmittedFolder {
        var folder = SubmittedFolder(id: "Folder01")
        folder.uniqueID = SampleLot.oid(world)
        folder.patientID = lot.submission.set.patientID
        folder.codes = [Code("suivi", "1.2.250.1.999.12", label: "Suivi")]
        folder.title = "Suivi de grossesse"
        return folder
    }

    /// Two documents, the first of them in a folder.
    private func scene(_ world: World, _ sender: Ask.Sender, masked: Bool = false) async throws -> OID {
        var lot = try SampleLot(Array(try world.documents(of: "jeanne").prefix(2)), world)
        let folder = Self.folder(lot, world)
        if masked { lot.submission.entries[0].confidentialityCodes.append(Visibility.maskedCode) }
        lot.submission.folders = [folder]
        lot.submission.associations += [
            .member(id: "folder", set: lot.submission.set.id, entry: folder.id),
            SubmittedAssociation(id: "inside", type: .hasMember, source: folder.id, target: "Document01"),
            .member(id: "held", set: lot.submission.set.id, entry: "inside"),
        ]
        let reply = try await world.send(try lot.ask(sender, world))
        #expect(try reply.registry() == .success, "\(reply.text)")
        return try #require(folder.uniqueID)
    }

    private func answer(_ query: StoredQuery, _ sender: Ask.Sender, _ world: World) async throws -> [RegistryItem] {
        let answer = try await world.send(Ask.query(query, sender, world)).query()
        #expect(answer.status == .success && answer.problems.isEmpty)
        return answer.items
    }

    private func found(_ items: [RegistryItem]) -> [SubmittedFolder] {
        items.compactMap { if case .folder(let folder) = $0 { folder } else { nil } }
    }

    private func entries(_ items: [RegistryItem]) -> [SubmittedEntry] {
        items.compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
    }

    @Test func aFolderIsFoundWithWhatItHolds() async throws {
        try await World.with { world in
            let sender = try world.sender()
            let oid = try await scene(world, sender)
            let all = try await world.entries(sender)
            let patient = PatientIdentifier(try #require(sender.patient))
            let find = StoredQuery.findFolders(FindFoldersCriteria(patient: patient, statuses: [.approved]))
            try Golden.check(try await world.send(Ask.query(find, sender, world)), "td3.1-one-folder")
            let folder = try #require(found(try await answer(find, sender, world)).first)
            #expect(folder.uniqueID == oid && folder.title == "Suivi de grossesse")
            #expect(folder.lastUpdateTime == HL7Time(World.now))
            let id = try #require(UniqueID(folder.id))
            #expect(found(try await answer(.getFolders(.uniqueIDs([oid])), sender, world)) == [folder])
            #expect(found(try await answer(.getFolders(.entryUUIDs([id])), sender, world)) == [folder])
            let contents = try await answer(.getFolderAndContents(.uniqueIDs([oid]), ContentsFilter()), sender, world)
            #expect(found(contents) == [folder] && entries(contents).map(\.id) == [all[0].id])
            #expect(contents.count == 3)
            let first = try #require(all[0].uniqueID)
            #expect(found(try await answer(.getFoldersForDocument(.uniqueIDs([first])), sender, world)) == [folder])
            let second = try #require(all[1].uniqueID)
            #expect(found(try await answer(.getFoldersForDocument(.uniqueIDs([second])), sender, world)).isEmpty)
            let sets = try await answer(.getSubmissionSets([id]), sender, world)
            #expect(sets.count == 2)
        }
    }

    @Test func aReplacementTakesThePlaceInTheFolder() async throws {
        try await World.with { world in
            let sender = try world.sender()
            let oid = try await scene(world, sender)
            let old = try #require(try await world.entries(sender).first)
            let next = try world.documents(of: "jeanne")[0].next(id: SampleLot.oid(world))
            var replacement = try SampleLot([next], world)
            replacement.submission.associations.append(
                SubmittedAssociation(id: "r", type: .replaces, source: "Document01", target: old.id)
            )
            #expect(try await world.send(try replacement.ask(sender, world)).registry() == .success)
            let contents = try await answer(.getFolderAndContents(.uniqueIDs([oid]), ContentsFilter()), sender, world)
            #expect(entries(contents).map(\.uniqueID).contains(next.id))
        }
    }

    @Test func aFolderOfAnotherLotTakesADocumentIn() async throws {
        try await World.with { world in
            let sender = try world.sender()
            let oid = try await scene(world, sender)
            let folder = try #require(found(try await answer(.getFolders(.uniqueIDs([oid])), sender, world)).first)
            var lot = try SampleLot([try world.documents(of: "jeanne")[2]], world)
            lot.submission.associations += [
                SubmittedAssociation(id: "inside", type: .hasMember, source: folder.id, target: "Document01"),
                .member(id: "held", set: lot.submission.set.id, entry: "inside"),
            ]
            #expect(try await world.send(try lot.ask(sender, world)).registry() == .success)
            let contents = try await answer(.getFolderAndContents(.uniqueIDs([oid]), ContentsFilter()), sender, world)
            #expect(entries(contents).count == 2)
        }
    }

    /// A folder that holds only what is hidden from a reader is no folder for him (design § 2, law 5).
    @Test func aFolderOfHiddenDocumentsIsNoneForOthers() async throws {
        var replies: [String] = []
        for masked in [true, false] {
            try await World.with(authorised: ["gp", "nurse"]) { world in
                let author = try world.sender()
                if masked {
                    _ = try await scene(world, author, masked: true)
                } else {
                    // The same lot without its first document and without the folder.
                    try await world.deposit([try world.documents(of: "jeanne")[1]], author)
                }
                let nurse = try world.sender("nurse")
                let patient = PatientIdentifier(try #require(nurse.patient))
                for query in [
                    StoredQuery.findFolders(FindFoldersCriteria(patient: patient, statuses: [.approved])),
                    .getAll(
                        GetAllCriteria(patient: patient, entries: [.approved], sets: [.approved], folders: [.approved])
                    ),
                    .getSubmissionSets(try await world.entries(nurse).compactMap { UniqueID($0.id) }),
                ] {
                    let reply = try await world.send(Ask.query(query, nurse, world, as: .objectRef))
                    replies.append(Golden.normalised(reply.text))
                }
            }
        }
        #expect(replies.count == 6)
        #expect(Array(replies[..<3]) == Array(replies[3...]))
    }
}
