import Custody
import HostStore

/// How the host stands to what the custodian has committed.
public enum HostStanding: Sendable, Hashable {
    /// It has a row for all of it.
    case whole
    /// It lacks rows: an older copy was put in its place.
    case behind(records: Int, documents: Int)
    /// It has no record at all while the custodian knows of some: its folder was lost.
    case lost(records: Int)
    /// It holds documents while the custodian has never traced an event: it is the custodian's folder that was lost.
    case ownerless(documents: Int)
}

extension RecordService {
    /// Counts what the host has against what the custodian committed, once what a crash left has been settled.
    ///
    /// The host's row is on disk before the custodian commits, and goes after his: more than was committed is never wrong.
    public func hostStanding() async throws(ServiceError) -> HostStanding {
        let committed = try await custody { () async throws(CustodyError) in try await custodian.committedTotals() }
        let kept = try await hosted { () async throws(HostStoreError) in try await host.totals() }
        if kept.records == 0, committed.records > 0 { return .lost(records: committed.records) }
        if committed.events == 0, kept.documents > 0 { return .ownerless(documents: kept.documents) }
        let missing = (
            records: max(0, committed.records - kept.records), documents: max(0, committed.documents - kept.documents)
        )
        guard missing.records > 0 || missing.documents > 0 else { return .whole }
        return .behind(records: missing.records, documents: missing.documents)
    }
}
