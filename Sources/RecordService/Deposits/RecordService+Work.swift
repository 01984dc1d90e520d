import Crypto
import Custody
import HealthRecord
import HostStore
import Sealing

extension RecordService {
    /// Stores prepared work at the host, has it committed, and makes the rows live; what fails on the way is taken back.
    func carryOut(
        _ work: PreparedWork,
        contents: [(entry: DocumentEntry, bytes: [UInt8])],
        set: SubmissionSet?,
        _ visit: Visit
    ) async throws(ServiceError) {
        let committed = try await makeTrue(work, contents: contents, set: set, visit)
        try await settling(work) { () async throws(ServiceError) in
            try await activate(committed, work: work.id, hasDocuments: !work.documents.isEmpty)
        }
    }

    /// All but the last step: the work is true at the custodian, and the host keeps its rows aside.
    func makeTrue(
        _ work: PreparedWork,
        contents: [(entry: DocumentEntry, bytes: [UInt8])],
        set: SubmissionSet?,
        _ visit: Visit
    ) async throws(ServiceError) -> CommittedWork {
        do {
            try await store(work, contents: contents, set: set)
        } catch {
            try await takeBack(work)
            throw error
        }
        do {
            return try await commit(work, visit)
        } catch {
            guard try await takeBack(work) == .committed else { throw error }
            // The commit was done and its answer lost.
            return try await settling(work) { () async throws(ServiceError) in
                let outcome = try await custody { () async throws(CustodyError) in
                    try await custodian.outcome(of: work.id)
                }
                guard let outcome else { throw .unavailable }
                return outcome
            }
        }
    }

    /// One of the steps that end a work; where it fails, upkeep takes the work up again.
    private func settling<Value>(
        _ work: PreparedWork,
        _ act: () async throws(ServiceError) -> Value
    ) async throws(ServiceError) -> Value {
        do { return try await act() } catch {
            leftWorks.add(LeftWork(work))
            throw error
        }
    }

    /// Row before object: an object without a row can never become live (security design § 2.7, step 3).
    func store(
        _ work: PreparedWork,
        contents: [(entry: DocumentEntry, bytes: [UInt8])],
        set: SubmissionSet?
    ) async throws(ServiceError) {
        var pending: [PendingDocument] = []
        var objects: [(ObjectKey, [UInt8])] = []
        for (prepared, content) in zip(work.documents, contents) {
            let sealed = try seal(content.bytes, content.entry, prepared, record: work.record)
            var place = ContentPlace.inline(sealed)
            if sealed.count > HostLimits.inlineContent {
                guard let key = ObjectKey(bytes: random(16)) else { throw .unavailable }
                place = .file(key)
                objects.append((key, sealed))
            }
            guard let tag = Bytes32(bytes: prepared.uniqueTag.bytes),
                let digest = Bytes32(bytes: Array(SHA256.hash(data: sealed)))
            else { throw .unavailable }
            pending.append(
                PendingDocument(
                    documentID: prepared.document,
                    uidTag: tag,
                    version: Int(prepared.version),
                    suite: 1,
                    metaVersion: Int(content.entry.metadataVersion),
                    rowCiphertext: prepared.row,
                    wrappedKey: prepared.wrappedKey,
                    content: place,
                    ciphertextLength: sealed.count,
                    ciphertextSHA256: digest
                )
            )
        }
        if !pending.isEmpty { try await insert(pending, work, set: set) }
        for (key, bytes) in objects {
            try await hosted { () async throws(HostStoreError) in try await host.writeObject(key, bytes) }
        }
        for (index, change) in work.changes.enumerated() { try await stage(change, index: index, of: work) }
    }

    private func insert(
        _ documents: [PendingDocument],
        _ work: PreparedWork,
        set: SubmissionSet?
    ) async throws(ServiceError) {
        guard let id = DepositID(bytes: work.id.bytes) else { throw .unavailable }
        var sets: [PendingSet] = []
        if let set, let sealed = work.submissionSet, let setID = SetID(bytes: set.id.bytes) {
            sets = [PendingSet(setID: setID, ciphertext: sealed)]
        }
        do {
            _ = try await host.insertPending(
                PendingDeposit(
                    depositID: id,
                    recordID: work.record,
                    ingestDay: clock().date.daysSinceEpoch,
                    documents: documents,
                    sets: sets
                )
            )
        } catch .duplicateUniqueID(existing: _, state: .pending) {
            // Perhaps this very lot, under way or left by a crash: once it is settled, the same question has an answer.
            throw .unavailable
        } catch .duplicateUniqueID {
            throw .rejected([.duplicate("DocumentEntry.uniqueId")])
        } catch .duplicateSet(.pending) {
            throw .unavailable
        } catch .duplicateSet {
            throw .rejected([.duplicateSet])
        } catch {
            throw ServiceError(error)
        }
    }

    private func stage(_ change: PreparedChange, index: Int, of work: PreparedWork) async throws(ServiceError) {
        guard let id = ChangeID(work: work.id, index: index), let whole = DepositID(bytes: work.id.bytes),
            let oldLeaf = Bytes32(bytes: change.oldLeafHash),
            let newLeaf = Bytes32(bytes: change.leafHash)
        else { throw .unavailable }
        try await hosted { () async throws(HostStoreError) in
            _ = try await host.stageChange(
                StagedChange(
                    changeID: id,
                    work: whole,
                    recordID: change.record,
                    documentID: change.document,
                    expectedMetaVersion: Int(change.oldMetadataVersion),
                    expectedLeafHash: oldLeaf,
                    newRow: change.row,
                    newWrappedKey: change.wrappedKey,
                    newLeafHash: newLeaf,
                    effect: .keep,
                    ingestDay: clock().date.daysSinceEpoch
                )
            )
        }
    }

    private func seal(
        _ bytes: [UInt8],
        _ entry: DocumentEntry,
        _ prepared: PreparedDocument,
        record: RecordID
    ) throws(ServiceError) -> [UInt8] {
        let key = try node.open(prepared.key, as: DocumentKey.self)
        var padded = bytes
        Padme.pad(&padded)
        let context = ContentContext(
            record: record,
            document: prepared.document,
            version: prepared.version,
            immutableMetadata: entry.immutableEncoding
        )
        do {
            return try SealedContent.seal(padded, key: key, salt: ContentSalt(random: random), context: context)
        } catch {
            throw .unavailable
        }
    }

    /// Commits; when the record has moved since the rows were read, reads the paths again and asks once more.
    private func commit(_ work: PreparedWork, _ visit: Visit) async throws(ServiceError) -> CommittedWork {
        for attempt in 0..<Self.commitAttempts {
            var paths: [LeafPath] = []
            if !work.changes.isEmpty {
                // Each path is that of the tree as the changes before it leave it.
                var leafHashes: [RecordID: [[UInt8]]] = [:]
                for snapshot in try await currentSnapshots(visit) {
                    leafHashes[snapshot.record] = snapshot.paths.leafHashes
                }
                for change in work.changes {
                    guard let ordinal = Int(exactly: change.ordinal), var leaves = leafHashes[change.record],
                        leaves.indices.contains(ordinal),
                        let path = StateTree.path(to: ordinal, leafHashes: leaves)
                    else { throw .incomplete }
                    leaves[ordinal] = change.leafHash
                    leafHashes[change.record] = leaves
                    paths.append(LeafPath(ordinal: change.ordinal, path: path, record: change.record))
                }
            }
            do {
                return try await custodian.commit(work.id, paths: paths)
            } catch .stateMismatch where attempt + 1 < Self.commitAttempts {
                continue
            } catch .stateMismatch {
                throw .conflict("moved")
            } catch {
                throw ServiceError(error)
            }
        }
        throw .conflict("moved")
    }

    /// Makes committed work live at the host; asked again, nothing moves.
    func activate(_ committed: CommittedWork, work: UniqueID, hasDocuments: Bool) async throws(ServiceError) {
        let changes = (0..<committed.changes).compactMap { ChangeID(work: work, index: $0) }
        try await activate(committed, work: work, hasDocuments: hasDocuments, changes: changes)
    }

    /// The same for the changes that are named: after a crash, those that were not applied before it.
    func activate(
        _ committed: CommittedWork,
        work: UniqueID,
        hasDocuments: Bool,
        changes: [ChangeID]
    ) async throws(ServiceError) {
        guard hasDocuments else {
            for change in changes {
                try await hosted { () async throws(HostStoreError) in _ = try await host.applyChange(change) }
            }
            return
        }
        guard let id = DepositID(bytes: work.bytes) else { throw .unavailable }
        var assignments: [LeafAssignment] = []
        for place in committed.places {
            guard let ordinal = Int(exactly: place.ordinal), let leaf = Bytes32(bytes: place.leafHash) else {
                throw .unavailable
            }
            assignments.append(LeafAssignment(documentID: place.document, ordinal: ordinal, leafHash: leaf))
        }
        try await hosted { () async throws(HostStoreError) in
            _ = try await host.activate(
                Activation(depositID: id, assignments: assignments, receipt: committed.receipt, changes: changes)
            )
        }
    }

    /// Takes work back: first at the custodian, whose answer alone allows anything to be erased at the host.
    @discardableResult
    func takeBack(_ work: PreparedWork) async throws(ServiceError) -> WorkState {
        try await settling(work) { () async throws(ServiceError) in
            let state = try await custody { () async throws(CustodyError) in try await custodian.abort(work.id) }
            switch state {
            case .aborted: try await erase(work.id, hasDocuments: !work.documents.isEmpty)
            case .committed, .prepared: break
            }
            return state
        }
    }

    func erase(_ work: UniqueID, hasDocuments: Bool) async throws(ServiceError) {
        guard let id = DepositID(bytes: work.bytes) else { throw .unavailable }
        if hasDocuments {
            do { _ = try await host.eraseDeposit(id) } catch .unknownDeposit {} catch { throw ServiceError(error) }
        }
        try await hosted { () async throws(HostStoreError) in _ = try await host.dropChanges(of: id) }
    }

    /// Tries of a commit on a record in motion.
    static let commitAttempts = 8
}

extension ChangeID {
    /// The name of a change by its work and rank; the first carries the work's own name.
    init?(work: UniqueID, index: Int) {
        guard let rank = UInt16(exactly: index) else { return nil }
        var name = work.bytes
        name[name.endIndex - 2] ^= UInt8(rank >> 8)
        name[name.endIndex - 1] ^= UInt8(truncatingIfNeeded: rank)
        self.init(bytes: name)
    }
}
