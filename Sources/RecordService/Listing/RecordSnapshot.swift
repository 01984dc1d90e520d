import AccessRules
import Custody
import HealthRecord
import HostStore
import Sealing

/// The host's rows of one record at one root, and those that keys of this minute have opened.
struct RecordSnapshot: Sendable {
    /// A row whose metadata have been opened and found to be what the leaf commits to; a class, because every list passes
    /// over all of them.
    final class Opened: Sendable {
        let entry: DocumentEntry
        let confidentiality: ConfidentialityClass
        /// The place of its standing among the snapshot's.
        let standing: Int
        /// The place of its lot among the snapshot's.
        let set: Int?

        init(_ entry: DocumentEntry, _ confidentiality: ConfidentialityClass, standing: Int, set: Int?) {
            self.entry = entry
            self.confidentiality = confidentiality
            self.standing = standing
            self.set = set
        }
    }

    let record: RecordID
    let root: [UInt8]
    let paths: StatePaths
    let rows: [DocumentRow]
    let sets: [SetRow]
    /// What has been opened, at the place of its ordinal.
    private(set) var opened: [Opened?]
    /// How the opened rows stand, each standing once.
    private(set) var standings = Standings()
    /// The classes whose keys have been tried on all rows.
    private(set) var tried: Set<ConfidentialityClass> = []
    /// The lots, at the places of their rows.
    private(set) var openedSets: [SubmissionSet] = []
    private let setPlaces: [UniqueID: Int]

    /// The rows, if their first leaves add up to a state; nil when they do not (yet).
    init?(_ contents: RecordContents, record: RecordID, state: StateMark) {
        guard let count = Int(exactly: state.count), contents.leaves.count >= count else { return nil }
        let leaves = contents.leaves.prefix(count)
        guard leaves.enumerated().allSatisfy({ $0.offset == $0.element.ordinal }) else { return nil }
        paths = StatePaths(leafHashes: leaves.map(\.leafHash.bytes))
        guard paths.root == state.root else { return nil }
        self.record = record
        root = state.root
        rows = contents.rows.filter { (0..<count).contains($0.ordinal) }
        opened = Array(repeating: nil, count: count)
        let sets = contents.sets.filter { $0.ordinal < count }
        self.sets = sets
        setPlaces = sets.enumerated().reduce(into: [:]) { places, row in
            if let id = UniqueID(bytes: row.element.setID.bytes) { places[id] = row.offset }
        }
    }

    /// Where a lot is; nil where there is none.
    func setPlace(of id: UniqueID) -> Int? { setPlaces[id] }

    /// Opens what a class's key opens; a row that opens but is not what its leaf says is not whole.
    mutating func open(_ confidentiality: ConfidentialityClass, with key: MetadataKey) throws(ServiceError) {
        guard tried.insert(confidentiality).inserted else { return }
        for row in rows where opened[row.ordinal] == nil {
            guard let place = row.place(in: record, confidentiality), let version = UInt32(exactly: row.metaVersion),
                let plain = try? key.open(row.rowCiphertext, at: place, metadataVersion: version)
            else { continue }
            guard let entry = try? DocumentEntry(encoded: plain) else { throw .incomplete }
            let leaf = StateLeaf(
                document: row.documentID,
                version: place.version,
                confidentiality: confidentiality,
                state: DocumentState(entry.status),
                metadataRow: row.rowCiphertext,
                wrappedKey: row.wrappedKey
            )
            guard leaf.hash == row.leafHash.bytes, leaf.hash == paths.leafHash(row.ordinal) else { throw .incomplete }
            opened[row.ordinal] = Opened(
                entry,
                confidentiality,
                standing: standings.place(of: EntryStanding(entry)),
                set: setPlace(of: entry.submissionSetID)
            )
        }
        if confidentiality == [] { openedSets = try sets.map { set throws(ServiceError) in try open(set, with: key) } }
    }

    private func open(_ set: SetRow, with key: MetadataKey) throws(ServiceError) -> SubmissionSet {
        guard let document = DocumentID(bytes: set.setID.bytes),
            let plain = try? key.open(
                set.ciphertext,
                at: DocumentPlace(record: record, document: document, version: 0, confidentiality: []),
                metadataVersion: 0
            ),
            let opened = try? SubmissionSet(encoded: plain)
        else { throw .incomplete }
        return opened
    }

    /// A row as it is shown to the custodian, with its proof.
    func shown(_ row: DocumentRow) -> ShownRow? {
        guard let path = paths.path(to: row.ordinal),
            let version = UInt32(exactly: row.version),
            let metadataVersion = UInt32(exactly: row.metaVersion)
        else { return nil }
        return ShownRow(
            document: row.documentID,
            version: version,
            metadataVersion: metadataVersion,
            confidentiality: opened[row.ordinal]?.confidentiality,
            ordinal: UInt64(row.ordinal),
            row: row.rowCiphertext,
            wrappedKey: row.wrappedKey,
            path: path,
            record: record
        )
    }
}

extension DocumentRow {
    func place(in record: RecordID, _ confidentiality: ConfidentialityClass) -> DocumentPlace? {
        UInt32(exactly: version).map {
            DocumentPlace(record: record, document: documentID, version: $0, confidentiality: confidentiality)
        }
    }
}
