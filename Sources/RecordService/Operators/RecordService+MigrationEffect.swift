public import Custody
public import HealthRecord
import HostStore

/// What another set of rules would change for a record.
extension RecordService {
    /// Counts who would read more or less if a record passed to another set; the look is traced under the order.
    public func migrationEffect(
        _ order: OperatorOrder,
        on ins: QualifiedINS,
        to set: String
    ) async throws(ServiceError) -> (effects: [MigrationEffect], traces: [UInt64]) {
        let rows = try await rows(of: ins)
        let (found, traces) = try await custodian.under(order, content: order.id.bytes) {
            () async throws(ServiceError) -> [MigrationEffect] in
            try await custody { () async throws(CustodyError) in
                try await custodian.migrationEffect(on: ins, to: set, showing: rows)
            }
        }
        return (found, traces.map(\.logIndex))
    }

    /// All rows of a record with their proofs, unopened; waits a moment for what is under way between custodian and host.
    private func rows(of ins: QualifiedINS) async throws(ServiceError) -> [ShownRow] {
        attempts: for attempt in 0..<Self.snapshotAttempts {
            let parts = try await custody { () async throws(CustodyError) in try await custodian.parts(of: ins) }
            var rows: [ShownRow] = []
            for part in parts {
                let contents = try await hosted { () async throws(HostStoreError) in
                    try await host.contents(of: part.record)
                }
                guard let snapshot = RecordSnapshot(contents, record: part.record, state: part.state) else {
                    do { try await Task.sleep(for: .milliseconds(2 << min(attempt, 6))) } catch { throw .unavailable }
                    continue attempts
                }
                rows += snapshot.rows.compactMap(snapshot.shown)
            }
            return rows
        }
        throw .incomplete
    }
}
