import Custody
import HealthRecord
import HostStore
import Sealing

/// What one run of the calendar came to.
public struct TimeReport: Sendable, Hashable {
    /// Acts done by the custodian alone.
    public var acts = 0
    /// Documents that became visible by the law's term.
    public var released = 0
    /// Records whose rows and objects the host destroyed.
    public var purged = 0
    /// Records that opened by themselves.
    public var opened = 0
    /// Proofs of carers' access that were filed.
    public var certified = 0
    /// Tasks that failed and stay due.
    public var failed = 0
    /// Whether more was due than one run takes.
    public var hasMore = false

    /// A run that found nothing to do.
    public init() {}
}

extension RecordService {
    /// Does what time brings: expiries, releases with their notices, closings, destructions, openings.
    ///
    /// Each is an act of the service with its own trace; run again, nothing is done twice, and what failed is still due.
    public func timeBrings(limit: Int = 100) async throws(ServiceError) -> TimeReport {
        let run = try await custody { () async throws(CustodyError) in try await custodian.timeBrings(limit: limit) }
        var report = TimeReport()
        report.acts = run.acts
        report.hasMore = run.hasMore
        for task in run.tasks {
            do throws(ServiceError) {
                switch task {
                case .release(let record, let document):
                    if try await release(document, in: record) { report.released += 1 }
                case .purge(let record):
                    try await purge(record)
                    report.purged += 1
                case .move(let move): try await carryOut(move)
                case .certify(let certificate):
                    if try await file(certificate) { report.certified += 1 }
                case .open(let tag):
                    if try await openAnnounced(tag) { report.opened += 1 }
                }
            } catch {
                // One record's trouble holds up no other's.
                report.failed += 1
            }
        }
        return report
    }

    /// Makes a document visible whose term has come, as any change is made: prepared, committed, activated.
    private func release(_ document: UniqueID, in record: RecordID) async throws(ServiceError) -> Bool {
        let admission = try await custody { () async throws(CustodyError) in
            try custodian.admitService(Custodian.calendarService, for: record, request: newID(), node: node.name)
        }
        let visit = Visit(admission: admission, reference: nil, identityRow: nil)
        defer { leave(visit) }
        let versions = try await shownRows(visit)
        guard let shown = versions.first(where: { $0.document.bytes == document.bytes }) else { throw .incomplete }
        let work: PreparedWork
        do {
            work = try await custodian.prepare(
                documents: [],
                changes: [PlannedChange(shown: shown, change: .reveal(.hiddenFromPatient), newEntryUUID: newID())],
                versions: versions,
                submissionSet: nil,
                admission,
                of: nil
            )
        } catch .conflict, .refused {
            // It is visible or deleted already.
            try await custody { () async throws(CustodyError) in
                try await custodian.forgetRelease(of: document, on: record)
            }
            return false
        } catch {
            throw ServiceError(error)
        }
        try await carryOut(work, contents: [], set: nil, visit)
        return true
    }

    /// Removes what the host holds of a record whose keys are gone.
    private func purge(_ record: RecordID) async throws(ServiceError) {
        try await hosted { () async throws(HostStoreError) in _ = try await host.destroyRecord(record) }
        snapshots.forget(record)
        try await custody { () async throws(CustodyError) in try await custodian.confirmPurge(of: record) }
    }

    private func openAnnounced(_ tag: BlindTag) async throws(ServiceError) -> Bool {
        let prepared = try await custody { () async throws(CustodyError) in try await custodian.prepareAnnounced(tag) }
        guard let prepared else { return false }
        try await file(prepared)
        do { try await custodian.commitAnnounced(tag) } catch .notPrepared {
            // An objection came between the two: what was filed goes, unless the record has been opened otherwise.
            let record = prepared.reference.record
            let isAbandoned = try await custody { () async throws(CustodyError) in
                try await custodian.isAbandoned(record)
            }
            guard isAbandoned else { return false }
            try await hosted { () async throws(HostStoreError) in _ = try await host.destroyRecord(record) }
            return false
        } catch {
            throw ServiceError(error)
        }
        return true
    }
}
