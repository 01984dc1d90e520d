import Custody
import HealthRecord
import HostStore
import Sealing
import XDSWire

extension RecordService {
    /// Takes a lot into a record: whole, or not at all (TD2.1; security design § 2.7).
    ///
    /// - Throws: `rejected` with every fault found, and then nothing of the lot is kept anywhere.
    public func deposit(_ lot: Lot, _ visit: Visit) async throws(ServiceError) -> DepositOutcome {
        guard case .care(let sender) = visit.actor else { throw .sessionEnded }
        guard let patient = visit.patient, lot.submission.set.patientID?.ins == patient else { throw .otherPatient }
        let now = clock()
        let documents = try check(lot, sender, now: now)
        let standing = try await judgeSignature(documents, lot, sender, visit, now: now)
        // After what the lot itself is refused for, as on a record that stands.
        try await requireRecord(visit)
        if try await isRepeated(documents, visit) { return .alreadyThere }
        try await refuseUnkeptRelations(lot, visit)
        guard let setUniqueID = lot.submission.set.uniqueID else { throw .rejected([.incompleteSet]) }
        let setID = try await custody { () async throws(CustodyError) in
            try custodian.setID(uniqueID: setUniqueID, visit.admission, of: visit.reference)
        }
        guard var set = SubmissionSet(lot.submission.set, id: setID, patient: patient, now: now) else {
            throw .rejected([.incompleteSet])
        }
        let facts = LotFacts(set: set, patient: patient, defaultVisibility: [], signature: standing, now: now)
        let replacements = try await replacements(documents, lot, visit)
        var entries: [DocumentEntry] = []
        for document in documents {
            let replaced = replacements.first { $0.entryID == document.submitted.id }?.shown.document
            guard
                let entry = document.entry(
                    id: newID(),
                    replacing: replaced.flatMap { UniqueID(bytes: $0.bytes) },
                    facts
                )
            else { throw .rejected([.incompleteEntry(document.submitted.id)]) }
            entries.append(entry)
        }
        set.keepFolders(of: lot.submission, entries: zip(documents, entries).map { ($0.submitted.id, $1.id) }) {
            newID()
        }
        let changes = replacements.compactMap { replacement in
            zip(documents, entries).first { $0.0.submitted.id == replacement.entryID }.map { _, entry in
                PlannedChange(shown: replacement.shown, change: .replace(by: entry.id), newEntryUUID: newID())
            }
        }
        let versions = changes.isEmpty ? [] : try await shownRows(visit)
        let work = try await custody { () async throws(CustodyError) in
            try await custodian.prepare(
                documents: entries.map(PlannedDocument.init),
                changes: changes,
                versions: versions,
                submissionSet: set,
                visit.admission,
                of: visit.reference
            )
        }
        try await carryOut(work, contents: zip(entries, documents).map { ($0, $1.bytes) }, set: set, visit)
        return .deposited
    }

    private func check(_ lot: Lot, _ sender: CareActor, now: Instant) throws(ServiceError) -> [CheckedDocument] {
        var check = LotCheck(valueSets: valueSets, contentCheck: settings.contentCheck, now: now)
        var documents: [CheckedDocument] = []
        for entry in lot.submission.entries {
            let bytes =
                lot.submission.document(ofEntry: entry.id).flatMap { lot.contents[$0.id] } ?? lot.contents[entry.id]
            if let document = check.check(entry, bytes: bytes) { documents.append(document) }
        }
        check.checkSet(lot.submission.set, of: lot.submission.entries)
        check.checkAuthors(lot.submission.set, sender: sender)
        if documents.allSatisfy(\.submitted.isLotSignature), check.faults.isEmpty { check.add(.nothingToDeposit) }
        guard check.faults.isEmpty else { throw .rejected(check.faults) }
        return documents
    }

    private func judgeSignature(
        _ documents: [CheckedDocument],
        _ lot: Lot,
        _ sender: CareActor,
        _ visit: Visit,
        now: Instant
    ) async throws(ServiceError) -> SignatureStanding {
        let signatures = documents.filter(\.submitted.isLotSignature)
        guard let signature = signatures.first else {
            // A browser signs nothing: the card of its connection vouches for the sender, and the entry says so.
            if settings.unsignedLots == .accepted || visit.admission.isCareSession { return .authenticatedOnly }
            throw .rejected([.unsigned])
        }
        guard signatures.count == 1, let set = lot.submission.set.uniqueID else { throw .rejected([.signedTwice]) }
        var signed: [(id: OID, bytes: [UInt8])] = []
        for document in documents where !document.submitted.isLotSignature {
            guard let id = document.submitted.uniqueID else {
                throw .rejected([.incompleteEntry(document.submitted.id)])
            }
            signed.append((id, document.bytes))
        }
        do {
            return try await judgeLot(signature.bytes, set, signed, sender, now)
        } catch {
            throw .rejected([error])
        }
    }

    /// Whether all clinical documents of a lot are in the record already with the same bytes (security design § 6.1).
    private func isRepeated(_ documents: [CheckedDocument], _ visit: Visit) async throws(ServiceError) -> Bool {
        var known = 0
        let clinical = documents.filter { !$0.submitted.isLotSignature }
        for document in clinical {
            guard let id = document.submitted.uniqueID, let row = try await row(of: id) else { continue }
            let element = "DocumentEntry[\(document.submitted.id.prefix(64))].uniqueId"
            // Only to whoever may file here is it said that an identifier is in use.
            try await custody { () async throws(CustodyError) in
                try await custodian.checkFiling(of: document.facts, visit.admission, of: visit.reference)
            }
            guard let shown = try await shown(row, visit) else {
                throw .rejected([.duplicate(element)])
            }
            let isSame = try await custody { () async throws(CustodyError) in
                try await custodian.holdsSameContent(
                    shown,
                    sha256: document.sha256,
                    visit.admission,
                    of: visit.reference
                )
            }
            guard isSame else {
                // In which record it is, is told of one's own documents alone.
                let isOwn = try await !locate(.uniqueIDs([id]), visit).isEmpty
                throw .rejected([isOwn ? .otherContent(element) : .duplicate(element)])
            }
            known += 1
        }
        guard known > 0 else { return false }
        guard known == clinical.count else { throw .rejected([.duplicate("SubmissionSet")]) }
        return true
    }

    func row(of uniqueID: OID) async throws(ServiceError) -> DocumentRow? {
        let tag = try await custody { () async throws(CustodyError) in try custodian.tag(uniqueID: uniqueID) }
        guard let key = Bytes32(bytes: tag.bytes) else { throw .unavailable }
        return try await hosted { () async throws(HostStoreError) in try await host.row(forUIDTag: key) }
    }

    func shown(_ row: DocumentRow, _ visit: Visit) async throws(ServiceError) -> ShownRow? {
        try await currentSnapshots(visit).shown(row.documentID)
    }

    /// All rows of a record as they stand now, as they are shown to the custodian.
    func shownRows(_ visit: Visit) async throws(ServiceError) -> [ShownRow] {
        try await currentSnapshots(visit).flatMap { $0.rows.compactMap($0.shown) }
    }

    /// The rows of a record as they stand now, its own first, then those of what was joined to it.
    func currentSnapshots(_ visit: Visit) async throws(ServiceError) -> [RecordSnapshot] {
        let parts = try await custody { () async throws(CustodyError) in
            try await custodian.parts(visit.admission, of: visit.reference)
        }
        var snapshots: [RecordSnapshot] = []
        for part in parts {
            snapshots.append(try await snapshot(of: part.record, at: part.state, visit, now: clock()))
        }
        return snapshots
    }
}
