public import HealthRecord
public import Sealing

/// A document as the application shows it to the custodian: the host's row, what it claims of it, and the proof that it is
/// the one committed.
public struct ShownRow: Sendable, Hashable, Codable {
    /// The document.
    public let document: DocumentID
    /// Its version.
    public let version: UInt32
    /// The version of its metadata.
    public let metadataVersion: UInt32
    /// Its class, where the application could tell; nil for a row it could not open.
    public let confidentiality: ConfidentialityClass?
    /// Its place in the record's state.
    public let ordinal: UInt64
    /// The sealed metadata.
    public let row: [UInt8]
    /// The wrapped key.
    public let wrappedKey: [UInt8]
    /// Siblings from the leaf up to its peak.
    public let path: [[UInt8]]
    /// The part of the record whose row it is, where others were joined to it; nil for its own.
    public let record: RecordID?

    /// Joins the parts.
    public init(
        document: DocumentID,
        version: UInt32,
        metadataVersion: UInt32,
        confidentiality: ConfidentialityClass?,
        ordinal: UInt64,
        row: [UInt8],
        wrappedKey: [UInt8],
        path: [[UInt8]],
        record: RecordID? = nil
    ) {
        self.document = document
        self.version = version
        self.metadataVersion = metadataVersion
        self.confidentiality = confidentiality
        self.ordinal = ordinal
        self.row = row
        self.wrappedKey = wrappedKey
        self.path = path
        self.record = record
    }
}

/// A shown row that the custodian has opened and found in the record's state: the only kind that is judged.
struct ProvenRow: Sendable {
    let shown: ShownRow
    let place: DocumentPlace
    let entry: DocumentEntry
    let leafHash: [UInt8]
}

extension RecordContext {
    /// Opens a row and holds it against the state.
    ///
    /// - Throws: `CustodyError.stateMismatch` for a row that is stale, swapped or altered.
    func prove(_ shown: ShownRow) throws -> ProvenRow {
        guard let part = part(shown.record) else { throw CustodyError.stateMismatch }
        return try part.proveOwn(shown)
    }

    /// Whether proven rows are all that the record has, with what was joined to it.
    func isWhole(_ proven: [ProvenRow]) -> Bool {
        ([self] + joined).allSatisfy { part in
            let ordinals = proven.lazy.filter { $0.place.record == part.record }.map(\.shown.ordinal)
            return UInt64(Set(ordinals).count) == part.range.count
        }
    }

    private func proveOwn(_ shown: ShownRow) throws -> ProvenRow {
        let candidates = shown.confidentiality.map { [$0] } ?? ConfidentialityClass.allCombinations
        for confidentiality in candidates {
            let place = DocumentPlace(
                record: record,
                document: shown.document,
                version: shown.version,
                confidentiality: confidentiality
            )
            let key = recordKey.metadataKey(record: record, confidentiality: confidentiality)
            guard let plain = try? key.open(shown.row, at: place, metadataVersion: shown.metadataVersion),
                let entry = try? DocumentEntry(encoded: plain)
            else { continue }
            let leaf = StateLeaf(
                document: shown.document,
                version: shown.version,
                confidentiality: confidentiality,
                state: DocumentState(entry.status),
                metadataRow: shown.row,
                wrappedKey: shown.wrappedKey
            )
            guard range.contains(leaf.hash, at: shown.ordinal, path: shown.path) else { break }
            return ProvenRow(shown: shown, place: place, entry: entry, leafHash: leaf.hash)
        }
        throw CustodyError.stateMismatch
    }
}

extension ConfidentialityClass {
    /// The sixteen classes, the ordinary one first.
    public static let allCombinations: [ConfidentialityClass] = (0...ConfidentialityClass.all.rawValue).map {
        ConfidentialityClass(rawValue: $0)
    }

    /// The class of a visibility: the same bits.
    public init(_ visibility: Visibility) { self.init(rawValue: visibility.rawValue & Self.all.rawValue) }
}

extension DocumentState {
    /// The leaf's state of an availability status.
    public init(_ status: AvailabilityStatus) {
        switch status {
        case .approved: self = .active
        case .deprecated: self = .deprecated
        case .archived: self = .archived
        case .deleted: self = .erased
        }
    }
}
