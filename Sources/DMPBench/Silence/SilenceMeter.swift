internal import ServerKit

/// Sends pairs of twin requests one by one, either side first as a coin says, and measures each.
struct SilenceMeter {
    let tools: BenchmarkTools
    let server: ProcessMeter?
    private var coin: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// What one side took.
    struct Side {
        var elapsed: [UInt64] = []
        var processor: [UInt64] = []
        var sizes: Set<Int> = []

        /// Whether no answer came before the floor of refusals, and the work of 99 in a hundred took less than that.
        ///
        /// A refusal is settled in a few milliseconds and then waits; what else the server does meanwhile is counted with it, so
        /// that its processor time is loud, and says little of what it shows.
        var isUnderFloor: Bool {
            guard let soonest = elapsed.min(), !processor.isEmpty else { return false }
            let floor = AnswerFloor().least
            return Duration.nanoseconds(Int64(clamping: soonest)) >= floor
                && Duration.nanoseconds(Int64(clamping: Latencies(processor).percentile(99))) < floor
        }
    }

    init(tools: BenchmarkTools, server: ProcessMeter?) {
        self.tools = tools
        self.server = server
    }

    /// Pairs are written beforehand: only sending is measured.
    mutating func run(_ pairs: [(TwinAsk, TwinAsk)]) async throws -> (one: Side, other: Side) {
        var (one, other) = (Side(), Side())
        for (first, second) in pairs {
            // xorshift64: which side goes first must not follow the turns of anything else.
            coin ^= coin << 13
            coin ^= coin >> 7
            coin ^= coin << 17
            if coin & 1 == 0 {
                try await measure(first, &one)
                try await measure(second, &other)
            } else {
                try await measure(second, &other)
                try await measure(first, &one)
            }
        }
        return (one, other)
    }

    private func measure(_ ask: TwinAsk, _ side: inout Side) async throws {
        let before = server?.processorNanoseconds
        let began = tools.monotonicNanoseconds()
        let bytes = try await ask()
        side.elapsed.append(tools.monotonicNanoseconds() &- began)
        side.sizes.insert(bytes)
        if let before, let after = server?.processorNanoseconds, after >= before {
            side.processor.append(after - before)
        }
    }
}
