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
        let record = try record(of: visit)
        var documents: [DocumentID?] = []
        for id in uniqueIDs { documents.append(try await document(id, of: record)) }
        return try await read(documents, of: record, visit)
    }

    /// Reads a document by its stable identity, as pages name it.
    public func read(_ document: UniqueID, _ visit: Visit) async throws(ServiceError) -> ReadOutcome {
        guard let id = DocumentID(bytes: document.bytes) else { return .notFound }
        let record = try record(of: visit)
        let row = try await hosted { () async throws(HostStoreError) in try await host.row(of: id) }
        let own = row?.recordID == record ? id : nil
        return try await read([own], of: record, visit).first ?? .notFound
    }

    /// Takes a document into a copy of the record: decided as a reading and as a copy, and traced as an export.
    public func export(_ document: UniqueID, _ visit: Visit) async throws(ServiceError) -> ReadOutcome {
        guard let id = DocumentID(bytes: document.bytes) else { return .notFound }
        let record = try record(of: visit)
        let row = try await hosted { () async throws(HostStoreError) in try await host.row(of: id) }
        let own = row?.recordID == record ? id : nil
        return try await read([own], of: record, as: .export, visit).first ?? .notFound
    }

    /// The document of an identifier; one of another record is none of this one.
    private func document(_ uniqueID: OID, of record: RecordID) async throws(ServiceError) -> DocumentID? {
        let tag = try await custody { () async throws(CustodyError) in try custodian.tag(uniqueID: uniqueID) }
        guard let key = Bytes32(bytes: tag.bytes) else { throw .unavailable }
        let question = DocumentLocations.Question(record: record, tag: key)
        if let known = locations.document(question) { return known }
        let row = try await hosted { () async throws(HostStoreError) in try await host.row(forUIDTag: key) }
        guard let row, row.recordID == record else { return nil }
        locations.keep(row.documentID, for: question)
        return row.documentID
    }

    private func read(
        _ documents: [DocumentID?],
        of record: RecordID,
        as act: TracedAct = .read,
        _ visit: Visit
    ) async throws(ServiceError) -> [ReadOutcome] {
        let state = try await custody { () async throws(CustodyError) in
            try await custodian.state(visit.admission, of: visit.reference)
        }
        let own = documents.compactMap { $0 }
        guard !own.isEmpty else {
            let absent = try await traceFruitless(visit)
            return documents.map { _ in absent }
        }
        let snapshot = try await snapshot(of: record, at: state, visit, now: clock())
        let current = own.compactMap { document in
            snapshot.rows.first { $0.documentID == document }.flatMap { row in
                snapshot.shown(row).map { (row: row, shown: $0) }
            }
        }
        var absent = ReadOutcome.notFound
        if current.count < documents.count { absent = try await traceFruitless(visit) }
        guard !current.isEmpty else { return documents.map { _ in absent } }
        let released = try await custody { () async throws(CustodyError) in
            try await custodian.release(current.map(\.shown), visit.admission, of: visit.reference, as: act)
        }
        var outcomes: [DocumentID: ReadOutcome] = [:]
        for ((row, _), outcome) in zip(current, released) {
            switch outcome {
            case .refused(let refusal): outcomes[row.documentID] = refusal.isSilent ? .notFound : .refused(refusal)
            case .released(let key, let entry):
                outcomes[row.documentID] = .document(
                    ReadDocument(entry: entry, bytes: try await open(row, entry, with: key, record: record))
                )
            }
        }
        return documents.map { $0.flatMap { outcomes[$0] } ?? absent }
    }

    private func open(
        _ row: DocumentRow,
        _ entry: DocumentEntry,
        with sealed: SealedKey,
        record: RecordID
    ) async throws(ServiceError) -> [UInt8] {
        let key = try node.open(sealed, as: DocumentKey.self)
        let content = try await hosted { () async throws(HostStoreError) in try await host.content(of: row) }
        guard let version = UInt32(exactly: row.version) else { throw .incomplete }
        let context = ContentContext(
            record: record,
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
    private func traceFruitless(_ visit: Visit) async throws(ServiceError) -> ReadOutcome {
        do {
            _ = try await custody { () async throws(CustodyError) in
                try await custodian.list(visit.admission, of: visit.reference, as: .read)
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
