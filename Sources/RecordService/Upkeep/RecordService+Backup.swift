import Custody
import Dispatch
import Foundation
import HostStore

extension RecordService {
    /// Copies host and custodian, as they stand at one moment, into a new folder; both go on meanwhile.
    ///
    /// The moment is one at which the custodian commits nothing: whatever he has committed by then the host has on disk,
    /// and the host has made nothing true that he has not. A start on the copy settles the rest, as after a crash.
    public func backup(to folder: String) async throws(ServiceError) {
        guard mkdir(folder, 0o700) == 0 else { throw .unavailable }
        let rows = try await custody { () async throws(CustodyError) in
            try await aside { [custodian, host] () throws(CustodyError) in
                let both = try custodian.moment { () throws(CustodyError) in
                    do throws(HostStoreError) { return try host.moment() } catch { throw .unavailable }
                }
                try custodian.backup(both.tables, to: folder + "/custody")
                return both.other
            }
        }
        try await hosted { () async throws(HostStoreError) in try await host.backup(rows, to: folder + "/host") }
    }

    /// Does what waits on the disk on a thread that may wait.
    private func aside<Value: Sendable>(
        _ work: @escaping @Sendable () throws(CustodyError) -> Value
    ) async throws(CustodyError) -> Value {
        let result: Result<Value, CustodyError> = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: Result { () throws(CustodyError) in try work() })
            }
        }
        return try result.get()
    }
}
