import HealthRecord
import SafeXML
import SampleRecords
import Testing
import XDSWire

@testable import XDSDoor

/// Every stored query that is served, on a record with a lot of two documents and a replacement (ITI TF-2 § 3.18.4.1.2.3.7).
@Suite struct QueryTests {
    private struct Scene {
        let entries: [SubmittedEntry]
        let set: SubmittedSet
        let patient: PatientIdentifier
    }

    private func scene(_ world: World, _ sender: Ask.Sender) async throws -> Scene {
        let documents = Array(try world.documents(of: "jeanne").prefix(2))
        let lot = try await world.deposit(documents, sender)
        let entries = try await world.entries(sender)
        var replacement = try SampleLot([documents[0].next(id: SampleLot.oid(world))], world)
        replacement.submission.associations.append(
            SubmittedAssociation(id: "r", type: .replaces, source: "Document01", target: entries[0].id)
        )
        let reply = try await world.send(try replacement.ask(sender, world))
        #expect(try reply.registry() == .success, "\(reply.text)")
        return Scene(
            entries: try await world.entries(sender),
            set: lot.submission.set,
            patient: PatientIdentifier(try #require(sender.patient))
        )
    }

    /// TD3.1.
    @Test func answersEveryStoredQuery() async throws {
        try await World.with { world in
            let sender = try world.sender()
            let scene = try await scene(world, sender)
            #expect(scene.entries.map(\.status) == [.deprecated, .approved, .approved])
            let ids = try scene.entries.map { try #require(UniqueID($0.id)) }
            let sets = FindSubmissionSetsCriteria(patient: scene.patient, statuses: [.approved])
            var byReference = FindDocumentsCriteria(patient: scene.patient, statuses: [.approved])
            byReference.referenceIDs = [["A^^^&1.2.3&ISO^urn:ihe:iti:xds:2013:order"]]
            let setID = try #require(scene.set.uniqueID)
            let cases: [(String, StoredQuery, Int, Int, Int)] = [
                (
                    "find-documents",
                    .findDocuments(FindDocumentsCriteria(patient: scene.patient, statuses: [.approved])), 2, 0, 0
                ),
                ("find-by-reference", .findDocumentsByReferenceID(byReference), 0, 0, 0),
                ("find-sets", .findSubmissionSets(sets), 0, 2, 0),
                ("get-documents", .getDocuments(.entryUUIDs([ids[1]])), 1, 0, 0),
                ("get-associations", .getAssociations([ids[2]]), 0, 0, 2),
                ("get-documents-and", .getDocumentsAndAssociations(.entryUUIDs([ids[0]])), 1, 0, 2),
                ("get-sets", .getSubmissionSets([ids[0], ids[1]]), 0, 1, 2),
                (
                    "get-contents", .getSubmissionSetAndContents(.uniqueIDs([setID]), ContentsFilter()), 2, 1, 2
                ),
                ("get-related", .getRelatedDocuments(.entryUUIDs([ids[2]]), [.replaces]), 2, 0, 1),
                ("get-related-by-others", .getRelatedDocuments(.entryUUIDs([ids[2]]), [.appends, .signs]), 0, 0, 0),
                ("get-related-to-none", .getRelatedDocuments(.entryUUIDs([ids[1]]), [.replaces]), 0, 0, 0),
                (
                    "get-all",
                    .getAll(
                        GetAllCriteria(
                            patient: scene.patient,
                            entries: [.approved, .deprecated],
                            sets: [.approved],
                            folders: [.approved]
                        )
                    ), 3, 2, 4
                ),
                (
                    "get-all-entries",
                    .getAll(
                        GetAllCriteria(
                            patient: scene.patient,
                            entries: [.approved],
                            sets: [.deprecated],
                            folders: [.deprecated]
                        )
                    ), 2, 0, 0
                ),
                (
                    "find-folders",
                    .findFolders(FindFoldersCriteria(patient: scene.patient, statuses: [.approved])), 0, 0, 0
                ),
                ("get-folders", .getFolders(.entryUUIDs([ids[0]])), 0, 0, 0),
                ("get-folder-and-contents", .getFolderAndContents(.entryUUIDs([ids[0]]), ContentsFilter()), 0, 0, 0),
                ("get-folders-of", .getFoldersForDocument(.entryUUIDs([ids[0]])), 0, 0, 0),
            ]
            for (name, query, entries, sets, links) in cases {
                let reply = try await world.send(Ask.query(query, sender, world))
                let answer = try reply.query()
                #expect(answer.status == .success)
                #expect(answer.items.count == entries + sets + links, "\(name)")
                #expect(answer.items.count { if case .entry = $0 { true } else { false } } == entries, "\(name)")
                #expect(answer.items.count { if case .set = $0 { true } else { false } } == sets, "\(name)")
                try Golden.check(reply, "td3.1-" + name)
                let references = try await world.send(Ask.query(query, sender, world, as: .objectRef)).query()
                #expect(references.items == answer.items.map { .reference(Self.id($0)) }, "\(name)")
            }
        }
    }

    /// FindDocumentsByReferenceId: by a number that the entry was filed with, by one of several, and by no other.
    @Test func findsADocumentByTheNumberItWasFiledWith() async throws {
        try await World.with { world in
            let sender = try world.sender()
            let (order, accession) = (
                "C77^^^&1.2.250.1.999.3&ISO^urn:ihe:iti:xds:2013:order",
                "A12^^^&1.2.250.1.999.3&ISO^urn:ihe:iti:xds:2013:accession"
            )
            var lot = try SampleLot(Array(try world.documents(of: "jeanne").prefix(2)), world)
            lot.submission.entries[0].referenceIDs = [order, accession]
            let reply = try await world.send(try lot.ask(sender, world))
            #expect(try reply.registry() == .success, "\(reply.text)")
            let patient = PatientIdentifier(try #require(sender.patient))
            func found(_ lists: [[String]]) async throws -> [OID] {
                var criteria = FindDocumentsCriteria(patient: patient, statuses: [.approved])
                criteria.referenceIDs = lists
                let query = StoredQuery.findDocumentsByReferenceID(criteria)
                let answer = try await world.send(Ask.query(query, sender, world)).query()
                #expect(answer.status == .success)
                return answer.items.compactMap { if case .entry(let entry) = $0 { entry.uniqueID } else { nil } }
            }
            let (filed, other) = ([lot.uniqueIDs[0]], order.replacing("C77", with: "C78"))
            #expect(try await found([[order]]) == filed)
            #expect(try await found([[other, accession]]) == filed)
            #expect(try await found([[order], [accession]]) == filed)
            #expect(try await found([[other]]) == [])
            #expect(try await found([[order], [other]]) == [])
            // The same number of another authority is another number.
            #expect(try await found([[order.replacing("999.3", with: "999.4")]]) == [])
            let entry = try #require(try await world.entries(sender).first { $0.uniqueID == filed[0] })
            #expect(entry.referenceIDs == [order, accession])
        }
    }

    @Test(arguments: [-1, 0, 1]) func limitsTheObjectsOfAnAnswer(_ excess: Int) async throws {
        try await World.with(XDSDoorSettings(results: 2 - excess)) { world in
            let sender = try world.sender()
            try await world.deposit(Array(try world.documents(of: "jeanne").prefix(2)), sender)
            let answer = try await world.send(try Ask.findDocuments(sender, world)).query()
            #expect(answer.status == (excess > 0 ? .failure : .success))
            #expect(answer.problems.map(\.code) == (excess > 0 ? [.tooManyResults] : []))
            #expect(answer.items.count == (excess > 0 ? 0 : 2))
            // References are short: there is no limit on them.
            let patient = PatientIdentifier(try #require(sender.patient))
            let query = StoredQuery.findDocuments(FindDocumentsCriteria(patient: patient, statuses: [.approved]))
            let references = try await world.send(Ask.query(query, sender, world, as: .objectRef)).query()
            #expect(references.items.count == 2)
        }
    }

    /// Access and life cycle § 3.6.
    @Test func writesEachVersionOfAnEntryOnce() async throws {
        try await World.with { world in
            let sender = try world.sender()
            try await world.deposit(Array(try world.documents(of: "jeanne").prefix(2)), sender)
            let first = try await world.send(try Ask.findDocuments(sender, world))
            #expect(world.door.written.count == 2)
            let second = try await world.send(try Ask.findDocuments(sender, world))
            #expect(Golden.normalised(first.text) == Golden.normalised(second.text))
            let later = World.now.advanced(bySeconds: WrittenEntries.lifetimeSeconds)
            world.door.written.sweep(now: later.advanced(bySeconds: -1))
            #expect(world.door.written.count == 2)
            world.door.written.sweep(now: later)
            #expect(world.door.written.count == 0)
            // What the cache gives is what the wire writes.
            var writer = XMLWriter()
            try second.query().write(into: &writer)
            #expect(second.text.contains(String(decoding: writer.finish(), as: UTF8.self)))
        }
    }

    private static func id(_ item: RegistryItem) -> String {
        switch item {
        case .entry(let entry): entry.id
        case .set(let set): set.id
        case .folder(let folder): folder.id
        case .association(let association): association.id
        case .reference(let id): id
        }
    }

    @Test func relationsHaveTheSameIdentityEachTime() throws {
        let ids = (1...3).map { UniqueID(random: (7, $0)) }
        let link = RecordGraph.Link(
            type: .hasMember,
            source: ids[0],
            target: ids[1],
            names: [],
            set: ids[0],
            members: []
        )
        let other = RecordGraph.Link(
            type: .hasMember,
            source: ids[0],
            target: ids[2],
            names: [],
            set: ids[0],
            members: []
        )
        #expect(link.association.id == link.association.id)
        #expect(link.association.id != other.association.id)
        #expect(link.association.id.text == "e4c6fc89-b2a3-8072-927e-48e19a9a17e8")
    }
}
