import Crypto
import HealthRecord
import Sealing
import Testing

@testable import Custody

/// The host's part of one record: rows in the order that the custodian gave them, and changes applied when committed.
actor Shelf {
    struct Kept: Sendable {
        var entry: DocumentEntry
        var row: [UInt8]
        var wrappedKey: [UInt8]
        var leafHash: [UInt8]
        /// Which row of the document it is, as the host counts them.
        var number: UInt32 = 1
    }

    private(set) var rows: [Kept] = []

    /// What the custodian gave places to.
    func add(_ work: PreparedWork, _ entries: [DocumentEntry], _ done: CommittedWork) {
        for (place, (document, entry)) in zip(done.places, zip(work.documents, entries)) {
            let kept = Kept(
                entry: entry,
                row: document.row,
                wrappedKey: document.wrappedKey,
                leafHash: place.leafHash
            )
            // Answers may come in another order than commits.
            while rows.count <= Int(place.ordinal) { rows.append(kept) }
            rows[Int(place.ordinal)] = kept
        }
        for change in work.changes {
            rows[Int(change.ordinal)] = Kept(
                entry: change.entry,
                row: change.row,
                wrappedKey: change.wrappedKey,
                leafHash: change.leafHash,
                number: change.oldMetadataVersion + 1
            )
        }
    }

    func shown(_ ordinal: Int, confidentiality: Bool = true) throws -> ShownRow {
        let kept = rows[ordinal]
        return ShownRow(
            document: try #require(DocumentID(bytes: kept.entry.id.bytes)),
            version: 1,
            metadataVersion: kept.number,
            confidentiality: confidentiality ? ConfidentialityClass(kept.entry.visibility) : nil,
            ordinal: UInt64(ordinal),
            row: kept.row,
            wrappedKey: kept.wrappedKey,
            path: try path(ordinal)
        )
    }

    func allShown() throws -> [ShownRow] { try rows.indices.map { try shown($0) } }

    func path(_ ordinal: Int) throws -> [[UInt8]] {
        try #require(StateTree.path(to: ordinal, leafHashes: rows.map(\.leafHash)))
    }

    /// The path of each change, as those before it in the work leave the tree.
    func paths(of work: PreparedWork) throws -> [LeafPath] {
        var leaves = rows.map(\.leafHash)
        return try work.changes.map { change in
            let path = try #require(StateTree.path(to: Int(change.ordinal), leafHashes: leaves))
            leaves[Int(change.ordinal)] = change.leafHash
            return LeafPath(ordinal: change.ordinal, path: path)
        }
    }

    var root: [UInt8] { StateTree.root(ofLeafHashes: rows.map(\.leafHash)) }
}

extension House {
    func entry(
        _ person: Person,
        by actor: CareActor,
        visibility: Visibility = [],
        replaces: UniqueID? = nil,
        with others: [CareActor] = []
    ) throws -> DocumentEntry {
        let number = number()
        let bytes = Array("document \(number)".utf8)
        return DocumentEntry(
            id: UniqueID(random: (number, 2)),
            entryUUID: UniqueID(random: (number, 2)),
            metadataVersion: 1,
            uniqueID: try #require(OID("1.2.250.1.213.1.4.99.\(number)")),
            submissionSetID: UniqueID(random: (number, 3)),
            patient: person.ins,
            sourcePatientID: "",
            sourcePatientInfo: [],
            mimeType: "text/xml",
            formatCode: Code("urn:ihe:iti:xds-sd:text:2008", "1.3.6.1.4.1.19376.1.2.3"),
            classCode: Code("10", CodeSystem.documentClass),
            typeCode: Code("11488-4", CodeSystem.loinc),
            facilityTypeCode: Code("SA07", CodeSystem.sector),
            practiceSettingCode: Code("AMBULATOIRE", "1.2.250.1.213.1.1.4.9"),
            eventCodes: [],
            confidentiality: Code("N", CodeSystem.confidentiality),
            visibility: visibility,
            status: .approved,
            title: "Lettre",
            comments: nil,
            creationTime: HL7Time(now),
            serviceStart: nil,
            serviceStop: nil,
            language: "fr-FR",
            authors: try ([actor] + others).map { author in
                Author(
                    identifier: try #require(author.person).text,
                    assigningAuthority: ProfessionalID.root,
                    name: author.name,
                    identifierType: "IDNPS"
                )
            },
            legalAuthenticator: nil,
            referenceIDs: [],
            size: UInt64(bytes.count),
            sha256: Array(SHA256.hash(data: bytes)),
            sha1: Array(Insecure.SHA1.hash(data: bytes)),
            depositedAt: now,
            signature: .advanced,
            replaces: replaces
        )
    }

    func prepare(
        _ custodian: Custodian,
        _ entries: [DocumentEntry],
        by actor: CareActor,
        for person: Person
    ) async throws -> PreparedWork {
        let admission = try await admit(custodian, actor, for: person)
        return try await custodian.prepare(
            documents: entries.map(PlannedDocument.init),
            changes: [],
            submissionSet: nil,
            admission,
            of: person.reference
        )
    }

    /// Deposits documents of an author.
    @discardableResult
    func deposit(
        _ custodian: Custodian,
        _ visibilities: [Visibility],
        by actor: CareActor,
        for person: Person,
        on shelf: Shelf
    ) async throws -> [DocumentEntry] {
        let entries = try visibilities.map { try entry(person, by: actor, visibility: $0) }
        let work = try await prepare(custodian, entries, by: actor, for: person)
        let done = try await custodian.commit(work.id, paths: [])
        await shelf.add(work, entries, done)
        return entries
    }

    /// Changes one document.
    func change(
        _ custodian: Custodian,
        _ change: DocumentChange,
        _ ordinal: Int,
        _ admission: Admission,
        _ reference: RecordReference?,
        on shelf: Shelf
    ) async throws {
        let work = try await custodian.prepare(
            documents: [],
            changes: [
                PlannedChange(shown: try await shelf.shown(ordinal), change: change, newEntryUUID: requestID())
            ],
            submissionSet: nil,
            admission,
            of: reference
        )
        let path = LeafPath(ordinal: UInt64(ordinal), path: try await shelf.path(ordinal))
        await shelf.add(work, [], try await custodian.commit(work.id, paths: [path]))
    }

    /// Files a new version of a document in the place of the one that stands there.
    @discardableResult
    func replace(
        _ custodian: Custodian,
        _ ordinal: Int,
        by actor: CareActor,
        with others: [CareActor] = [],
        visibility: Visibility = [],
        for person: Person,
        on shelf: Shelf
    ) async throws -> DocumentEntry {
        let old = await shelf.rows[ordinal].entry
        let new = try entry(person, by: actor, visibility: visibility, replaces: old.id, with: others)
        let work = try await custodian.prepare(
            documents: [PlannedDocument(entry: new)],
            changes: [
                PlannedChange(
                    shown: try await shelf.shown(ordinal),
                    change: .replace(by: new.id),
                    newEntryUUID: requestID()
                )
            ],
            versions: try await shelf.allShown(),
            submissionSet: nil,
            try await admit(custodian, actor, for: person),
            of: person.reference
        )
        await shelf.add(work, [new], try await custodian.commit(work.id, paths: try await shelf.paths(of: work)))
        return new
    }

    /// Changes one document, and with it what the change does to its other versions.
    func changeChain(
        _ custodian: Custodian,
        _ change: DocumentChange,
        _ ordinal: Int,
        _ admission: Admission,
        _ reference: RecordReference?,
        on shelf: Shelf
    ) async throws {
        let work = try await custodian.prepare(
            documents: [],
            changes: [
                PlannedChange(shown: try await shelf.shown(ordinal), change: change, newEntryUUID: requestID())
            ],
            versions: try await shelf.allShown(),
            submissionSet: nil,
            admission,
            of: reference
        )
        await shelf.add(work, [], try await custodian.commit(work.id, paths: try await shelf.paths(of: work)))
    }
}
