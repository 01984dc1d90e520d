/// What one side of a phase gave, all its turns together.
public struct SideReport: Sendable, Codable {
    /// Requests that succeeded.
    public let requests: Int
    /// Requests that failed, by code.
    public let errors: [String: Int]
    /// Seconds of the turns.
    public let seconds: Double
    /// Requests that succeeded, per second.
    public let perSecond: Double
    /// Time that half of the requests do not exceed.
    public let p50Milliseconds: Double
    /// Time that 99 of 100 requests do not exceed.
    public let p99Milliseconds: Double
    /// Longest time.
    public let maximumMilliseconds: Double
    /// Processor time of this process for each request.
    public let clientProcessorMilliseconds: Double?
    /// Processor time of the server for each request.
    public let serverProcessorMilliseconds: Double?
    /// Bytes of a request, in the mean.
    public let requestBytes: Int
    /// Bytes of the largest answer.
    public let answerBytes: Int
    /// Memory of the server after the last turn.
    public let serverMemory: Memory?
}

/// The turns of one side as they come in.
struct SideTally {
    private var outcome = Load.Outcome()
    private var clientSeconds: Double? = 0
    private var serverSeconds: Double? = 0
    private var requestBytes = 0
    private var requestCount = 0
    private var memory: Memory?

    mutating func add(
        _ turn: Load.Outcome,
        clientSeconds client: Double?,
        serverSeconds server: Double?,
        requestBytes bytes: Int,
        requests: Int,
        memory: Memory?
    ) {
        outcome.latencies.merge(turn.latencies)
        outcome.nanoseconds += turn.nanoseconds
        outcome.errors.merge(turn.errors, uniquingKeysWith: +)
        outcome.answerBytes = max(outcome.answerBytes, turn.answerBytes)
        clientSeconds = clientSeconds.flatMap { sum in client.map { sum + $0 } }
        serverSeconds = serverSeconds.flatMap { sum in server.map { sum + $0 } }
        requestBytes += bytes
        requestCount += requests
        self.memory = memory
    }

    var report: SideReport {
        let count = outcome.latencies.count
        let all = count + outcome.errors.values.reduce(0, +)
        let seconds = Double(outcome.nanoseconds) / 1e9
        func milliseconds(_ nanoseconds: UInt64) -> Double { Double(nanoseconds) / 1e6 }
        func each(_ seconds: Double?) -> Double? { all > 0 ? seconds.map { $0 * 1000 / Double(all) } : nil }
        return SideReport(
            requests: count,
            errors: outcome.errors,
            seconds: seconds,
            perSecond: seconds > 0 ? Double(count) / seconds : 0,
            p50Milliseconds: milliseconds(outcome.latencies.percentile(50)),
            p99Milliseconds: milliseconds(outcome.latencies.percentile(99)),
            maximumMilliseconds: milliseconds(outcome.latencies.maximum),
            clientProcessorMilliseconds: each(clientSeconds),
            serverProcessorMilliseconds: each(serverSeconds),
            requestBytes: requestCount > 0 ? requestBytes / requestCount : 0,
            answerBytes: outcome.answerBytes,
            serverMemory: memory
        )
    }
}
