import Crypto
public import Custody
public import HealthRecord
import HostStore
import Sealing

/// A document in the clear, on its way to a reader who may have it.
public struct ReadDocument: Sendable {
    /// Its entry.
    public let entry: DocumentEntry
    /// Its bytes, exactly those deposited.
    public let bytes: [UInt8]
}

/// What became of one document that was asked for.
public enum ReadOutcome: Sendable {
    /// Here it is.
    case document(ReadDocument)
    /// There is none of that identifier for this reader.
    case notFound
    /// The reader may know why not.
    case refused(Refusal)
}

extension RecordService {
    /// Reads documents by their unique identifiers (TD3.2), each decided and traced before its key is released.
    public func read(_ uniqueIDs: [OID], _ visit: Visit) async throws(ServiceError) -> [ReadOutcome] {
        do { try await requireRecord(visit) } catch .refused(let refusal) {
            return uniqueIDs.map { _ in refusal.isSilent ? .notFound : .refused(refusal) }
        }
        let snapshots = try await currentSnapshots(visit)
        var documents: [DocumentID?] = []
        for id in uniqueIDs { documents.append(try await document(id, in: snapshots)) }
        return try await read(documents, in: snapshots, visit)
    }

    /// Reads a document by its stable identity, as pages name it.
    public func read(_ document: UniqueID, _ visit: Visit) async throws(ServiceError) -> ReadOutcome {
        guard let id = DocumentID(bytes: document.bytes) else { return .notFound }
        return try await read([id], in: try await currentSnapshots(visit), visit).first ?? .notFound
    }

    /// Takes a document into a copy of the record: decided as a reading and as a copy, and traced as an export.
    public func export(_ document: UniqueID, _ visit: Visit) async throws(ServiceError) -> ReadOutcome {
        guard let id = DocumentID(bytes: document.bytes) else { return .notFound }
        return try await read([id], in: try await currentSnapshots(visit), for: .copying, visit).first ?? .notFound
    }

    /// The document of an identifier; one of another record is none of this one.
    private func document(_ uniqueID: OID, in parts: [RecordSnapshot]) async throws(ServiceError) -> DocumentID? {
        let tag = try await custody { () async throws(CustodyError) in try custodian.tag(uniqueID: uniqueID) }
        guard let key = Bytes32(bytes: tag.bytes), let record = parts.first?.record else { throw .unavailable }
        let question = DocumentLocations.Question(record: record, tag: key)
        if let known = locations.document(question) { return known }
        let row = try await hosted { () async throws(HostStoreError) in try await host.row(forUIDTag: key) }
        guard let row, parts.contains(where: { $0.record == row.recordID }) else { return nil }
        locations.keep(row.documentID, for: question)
        return row.documentID
    }

    private func read(
        _ documents: [DocumentID?],
        in snapshots: [RecordSnapshot],
        for purpose: ReleasePurpose = .reading,
        _ visit: Visit
    ) async throws(ServiceError) -> [ReadOutcome] {
        let current = documents.compactMap { $0.flatMap(snapshots.found) }
        var absent = ReadOutcome.notFound
        if current.count < documents.count { absent = try await traceFruitless(visit) }
        guard !current.isEmpty else { return documents.map { _ in absent } }
        let released = try await custody { () async throws(CustodyError) in
            try await custodian.release(current.map(\.shown), visit.admission, of: visit.reference, for: purpose)
        }
        var outcomes: [DocumentID: ReadOutcome] = [:]
        for ((row, _), outcome) in zip(current, released) {
            switch outcome {
            case .refused(let refusal): outcomes[row.documentID] = refusal.isSilent ? .notFound : .refused(refusal)
            case .released(let key, let entry):
                outcomes[row.documentID] = .document(
                    ReadDocument(entry: entry, bytes: try await open(row, entry, with: key))
                )
            }
        }
        return documents.map { $0.flatMap { outcomes[$0] } ?? absent }
    }

    func open(
        _ row: DocumentRow,
        _ entry: DocumentEntry,
        with sealed: SealedKey
    ) async throws(ServiceError) -> [UInt8] {
        let key = try node.open(sealed, as: DocumentKey.self)
        let content = try await hosted { () async throws(HostStoreError) in try await host.content(of: row) }
        guard let version = UInt32(exactly: row.version) else { throw .incomplete }
        let context = ContentContext(
            record: row.recordID,
            document: row.documentID,
            version: version,
            immutableMetadata: entry.immutableEncoding
        )
        guard var bytes = try? SealedContent.open(content, key: key, context: context),
            (try? Padme.unpad(&bytes, realLength: Int(clamping: entry.size))) != nil,
            Array(SHA256.hash(data: bytes)) == entry.sha256
        else { throw .incomplete }
        return bytes
    }

    /// A search for what is not there is an act on the record all the same: decided, traced, and its evidence used up.
    ///
    /// Whoever may not read the record hears so of any identifier alike, whether a document has it or none.
    func traceFruitless(_ visit: Visit) async throws(ServiceError) -> ReadOutcome {
        do {
            try await custody { () async throws(CustodyError) in
                try await custodian.readNothing(visit.admission, of: visit.reference)
            }
            return .notFound
        } catch .refused(let refusal) {
            return refusal.isSilent ? .notFound : .refused(refusal)
        }
    }

    func record(of visit: Visit) throws(ServiceError) -> RecordID {
        guard let record = visit.reference?.record ?? visit.admission.record else { throw .unknownPatient }
        return record
    }
}
