import NIOCore
import ServerKit
import Synchronization

/// Log lines kept in memory.
final class MemoryLog: Sendable {
    private let kept = Mutex<[String]>([])
    var lines: [String] { kept.withLock { $0 } }
    var text: String { lines.joined() }
    var sink: LogSink { LogSink { line in self.kept.withLock { $0.append(line) } } }
}

/// A hand that tests turn themselves.
final class Hand: Sendable {
    private let value: Mutex<UInt64>
    init(_ value: UInt64 = 0) { self.value = Mutex(value) }
    var nanoseconds: UInt64 { value.withLock { $0 } }
    func advance(seconds: UInt64) { value.withLock { $0 += seconds * 1_000_000_000 } }
}

/// Everything a door needs, with names and times that are the same at each run.
struct TestTools {
    let log = MemoryLog()
    let hand = Hand()
    let metrics = MetricsRegistry()
    private let counter = Counter()

    private final class Counter: Sendable {
        private let value = Mutex(0)
        func next() -> Int {
            value.withLock {
                $0 += 1
                return $0
            }
        }
    }

    var clock: ServerClock {
        ServerClock(
            wallMilliseconds: { 1_775_031_300_000 },
            monotonicNanoseconds: { [hand] in hand.nanoseconds },
            sleep: { try await Task.sleep(for: $0) }
        )
    }

    var eventLog: EventLog { EventLog(sink: log.sink, clock: clock) }

    func tools(_ failures: FailureRenderer = .json, clock: ServerClock? = nil) -> DoorTools {
        DoorTools(
            ids: { [counter] in OpaqueID("id-\(counter.next())") ?? .unassigned },
            clock: clock ?? self.clock,
            log: eventLog,
            metrics: metrics,
            failures: failures
        )
    }
}

/// A generator whose runs can be repeated (Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
