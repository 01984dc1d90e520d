import Custody
import HealthRecord
import HostStore
import Sealing

extension RecordService {
    /// Settles what a crash left between custodian and host: committed work becomes live, all other is taken back.
    ///
    /// Age alone is never a reason to erase: the custodian's verdict is (security design § 2.7, step 6). It knows works, not
    /// their parts: whatever is staged is settled with its work. What cannot be settled now stands in the way of its own record
    /// alone: the upkeep tries it again, and tells.
    public func settlePendingWork() async throws(ServiceError) {
        let today = clock().date.daysSinceEpoch
        while case let works = try await pendingWorks(today, besides: leftWorks.all), !works.isEmpty {
            for work in works where !(await isSettled(work)) { leftWorks.add(work) }
        }
        while case let changes = try await namelessChanges(today), !changes.isEmpty {
            for change in changes { try await settleNameless(change.changeID) }
        }
    }

    private func isSettled(_ left: LeftWork) async -> Bool {
        do throws(ServiceError) {
            try await settle(left)
            return true
        } catch {
            return false
        }
    }

    /// Settles in the same way what was left while the service runs, so that nothing has to wait for its next start.
    private func settleLeftWorks() async throws(ServiceError) {
        var failed: ServiceError?
        for left in leftWorks.all {
            do throws(ServiceError) {
                try await settle(left)
                leftWorks.remove(left)
            } catch {
                failed = error
            }
        }
        if let failed { throw failed }
    }

    /// Works that the host holds unfinished, some at a time, deposits first, as these settle their changes with them.
    private func pendingWorks(_ today: Int, besides left: Set<LeftWork>) async throws(ServiceError) -> Set<LeftWork> {
        let deposits = try await hosted { () async throws(HostStoreError) in
            try await host.pendingDeposits(notAfter: today, limit: Self.settledAtOnce + left.count)
        }
        let works = Set(deposits.compactMap { LeftWork($0.depositID, hasDocuments: true) }).subtracting(left)
        guard works.isEmpty else { return works }
        let changes = try await hosted { () async throws(HostStoreError) in
            try await host.changingWorks(notAfter: today, limit: Self.settledAtOnce + left.count)
        }
        let known = Set(left.map(\.id))
        return Set(changes.compactMap { LeftWork($0, hasDocuments: false) }).filter { !known.contains($0.id) }
    }

    /// How many works one look at the host finds.
    static let settledAtOnce = 1_000

    private func namelessChanges(_ today: Int) async throws(ServiceError) -> [StagedChange] {
        try await hosted { () async throws(HostStoreError) in try await host.namelessChanges(notAfter: today) }
    }

    private func settle(_ left: LeftWork) async throws(ServiceError) {
        guard let id = DepositID(bytes: left.id.bytes) else { throw .unavailable }
        guard let committed = try await verdict(on: left.id) else {
            return try await erase(left.id, hasDocuments: left.hasDocuments)
        }
        // What was applied before the crash may have been changed again since: only what is still staged is left to do.
        let staged = try await hosted { () async throws(HostStoreError) in try await host.stagedChanges(of: id) }
        try await activate(committed, work: left.id, hasDocuments: left.hasDocuments, changes: staged)
    }

    /// A change staged before changes named their work: its own name is the work's but for its rank in the last byte.
    private func settleNameless(_ change: ChangeID) async throws(ServiceError) {
        for rank in 0...Int(UInt8.max) {
            guard let name = UniqueID(bytes: change.bytes), let work = ChangeID(work: name, index: rank),
                let whole = UniqueID(bytes: work.bytes), try await verdict(on: whole) != nil
            else { continue }
            return try await hosted { () async throws(HostStoreError) in _ = try await host.applyChange(change) }
        }
        try await hosted { () async throws(HostStoreError) in _ = try await host.dropChange(change) }
    }

    /// The outcome of a work that is true; nil for one that is not, which from now on cannot become so.
    private func verdict(on work: UniqueID) async throws(ServiceError) -> CommittedWork? {
        let state: WorkState
        do { state = try await custodian.abort(work) } catch .notPrepared {
            // The custodian never heard of it: it cannot be committed any more, and nothing of it is true.
            return nil
        } catch {
            throw ServiceError(error)
        }
        guard state == .committed else { return nil }
        let outcome = try await custody { () async throws(CustodyError) in try await custodian.outcome(of: work) }
        guard let outcome else { throw .unavailable }
        return outcome
    }

    /// What has to be done now and then: opened metadata forgotten, work that was left half way settled, what quotas have
    /// counted written down, the public log brought up to date, the custodian's keys turned a step further, and once a minute
    /// what time brings to records.
    public func keepUp() async -> UpkeepReport {
        snapshots.sweep(now: clock())
        var report = UpkeepReport()
        do throws(ServiceError) { try await settleLeftWorks() } catch { report.failed.insert(.works) }
        if calendar.take(now: clock()) {
            do throws(ServiceError) { report.tasksLeft = try await timeBrings().failed } catch {
                report.failed.insert(.calendar)
            }
        }
        do throws(CustodyError) { try await custodian.keepQuotas() } catch { report.failed.insert(.quotas) }
        do { try await custodian.integrateLog() } catch { report.failed.insert(.log) }
        do throws(CustodyError) { try await custodian.turnKeys() } catch { report.failed.insert(.keys) }
        return report
    }

    /// What has to be done every few minutes: expired sign-ins, used assertions and old answers are forgotten.
    public func forgetExpired() async { try? await custodian.forgetExpired() }
}
