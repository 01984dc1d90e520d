import Foundation
import HealthRecord
import ServerKit

/// The machine's clock and randomness; nothing below the executable reads either by itself.
enum SystemClock {
    static let now: @Sendable () -> Instant = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// Processor time of the whole program so far.
    static let processorNanoseconds: @Sendable () -> UInt64 = {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    static let server = ServerClock(
        wallMilliseconds: { now().milliseconds },
        monotonicNanoseconds: {
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
        },
        sleep: { try await Task.sleep(for: $0) }
    )

    static let random: @Sendable (Int) -> [UInt8] = { count in
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            let word = generator.next()
            for shift in stride(from: 0, to: 64, by: 8) where bytes.count < count {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        return bytes
    }

    static let newID: @Sendable () -> UniqueID = {
        var generator = SystemRandomNumberGenerator()
        return UniqueID(random: (generator.next(), generator.next()))
    }

    static let newRequestID: @Sendable () -> OpaqueID = {
        // A UUID's text is within what an opaque id may hold.
        guard let id = OpaqueID(newID().text) else { preconditionFailure("a UUID is an opaque id") }
        return id
    }
}
