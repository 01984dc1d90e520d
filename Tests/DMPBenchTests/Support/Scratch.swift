import Foundation
import HealthRecord
import LPSKit
import ServerKit
import Synchronization

@testable import DMPBench

/// A folder for one test, taken away at its end.
final class Scratch: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/dmp-bench-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func bytes(_ name: String) -> Data { FileManager.default.contents(atPath: path + "/" + name) ?? Data() }
}

/// The machine's clock, and identifiers that count.
enum Hands {
    static let count = Mutex(UInt64(0))

    static let ids: @Sendable () -> UniqueID = {
        UniqueID(
            random: (
                UInt64.random(in: 0...UInt64.max),
                count.withLock { count in
                    count += 1; return count
                }
            )
        )
    }

    static let now: @Sendable () -> Instant = {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    static let monotonic: @Sendable () -> UInt64 = { DispatchTime.now().uptimeNanoseconds }

    static let clock = ServerClock(
        wallMilliseconds: { now().milliseconds },
        monotonicNanoseconds: monotonic,
        sleep: { try await Task.sleep(for: $0) }
    )

    static let requestIDs: @Sendable () -> OpaqueID = { OpaqueID(ids().text) ?? .unassigned }

    static let tools = BenchmarkTools(
        sources: LPSSources(clock: now, ids: ids),
        monotonicNanoseconds: monotonic
    )
}
