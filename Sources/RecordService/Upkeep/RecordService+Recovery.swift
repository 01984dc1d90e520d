import Custody
import HealthRecord
import HostStore
import Sealing

extension RecordService {
    /// Settles what a crash left between custodian and host: committed work becomes live, all other is taken back.
    ///
    /// Age alone is never a reason to erase: the custodian's verdict is (security design § 2.7, step 6).
    public func settlePendingWork() async throws(ServiceError) {
        let today = clock().date.daysSinceEpoch
        let deposits = try await hosted { () async throws(HostStoreError) in
            try await host.pendingDeposits(notAfter: today)
        }
        for deposit in deposits {
            guard let work = UniqueID(bytes: deposit.depositID.bytes) else { continue }
            try await settle(work, hasDocuments: true)
        }
        let changes = try await hosted { () async throws(HostStoreError) in
            try await host.pendingChanges(notAfter: today)
        }
        for change in changes {
            guard let work = UniqueID(bytes: change.changeID.bytes) else { continue }
            try await settle(work, hasDocuments: false)
        }
    }

    private func settle(_ work: UniqueID, hasDocuments: Bool) async throws(ServiceError) {
        let state: WorkState
        do { state = try await custodian.abort(work) } catch .notPrepared {
            // The custodian never heard of it: it cannot be committed any more, and nothing of it is true.
            return try await erase(work, hasDocuments: hasDocuments, changes: hasDocuments ? 32 : 1)
        } catch {
            throw ServiceError(error)
        }
        switch state {
        case .aborted, .prepared: try await erase(work, hasDocuments: hasDocuments, changes: hasDocuments ? 32 : 1)
        case .committed:
            let outcome = try await custody { () async throws(CustodyError) in try await custodian.outcome(of: work) }
            guard let outcome else { throw .unavailable }
            try await activate(outcome, work: work, hasDocuments: hasDocuments)
        }
    }

    /// What has to be done now and then: opened metadata forgotten, the public log brought up to date, and once a minute
    /// what time brings to records.
    public func keepUp() async {
        snapshots.sweep(now: clock())
        if calendar.take(now: clock()) { _ = try? await timeBrings() }
        try? await custodian.integrateLog()
    }

    /// What has to be done every few minutes: expired sign-ins, used assertions and old answers are forgotten.
    public func forgetExpired() async { try? await custodian.forgetExpired() }
}
