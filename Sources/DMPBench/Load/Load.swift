internal import LPSKit

/// The calls of one client, which alone may send them: certificate and assertion must be of the same card.
struct Lane: Sendable {
    let client: CareSoftware
    var calls: [PreparedCall]
}

/// What counts as success.
enum Expectation: Sendable {
    /// The answer of a registry or repository that says success.
    case registrySuccess
    /// Status 200.
    case status
}

/// Sends prepared calls, each once, all lanes at once, one call at a time in each.
struct Load: Sendable {
    let tools: BenchmarkTools
    /// The most nanoseconds a run may take; calls left then are not sent.
    let limit: UInt64

    /// What a run gave.
    struct Outcome: Sendable {
        var latencies = Latencies()
        var nanoseconds: UInt64 = 0
        var errors: [String: Int] = [:]
        var answerBytes = 0
    }

    private struct Failure: Error {
        let code: String
    }

    func run(_ lanes: [Lane], expecting expectation: Expectation) async -> Outcome {
        let start = tools.monotonicNanoseconds()
        var whole = Outcome()
        var times: [UInt64] = []
        await withTaskGroup(of: (Outcome, [UInt64]).self) { group in
            for lane in lanes { group.addTask { await run(lane, expectation, since: start) } }
            for await (part, measured) in group {
                times += measured
                whole.answerBytes = max(whole.answerBytes, part.answerBytes)
                whole.errors.merge(part.errors, uniquingKeysWith: +)
            }
        }
        whole.nanoseconds = tools.monotonicNanoseconds() &- start
        whole.latencies = Latencies(times)
        return whole
    }

    private func run(_ lane: Lane, _ expectation: Expectation, since start: UInt64) async -> (Outcome, [UInt64]) {
        var outcome = Outcome()
        var times: [UInt64] = []
        for call in lane.calls {
            let began = tools.monotonicNanoseconds()
            guard began &- start < limit else { break }
            let result = await Self.send(call, lane.client, expectation)
            let ended = tools.monotonicNanoseconds()
            switch result {
            case .success(let bytes):
                times.append(ended &- began)
                outcome.answerBytes = max(outcome.answerBytes, bytes)
            case .failure(let failure): outcome.errors[failure.code, default: 0] += 1
            }
        }
        return (outcome, times)
    }

    private static func send(
        _ call: PreparedCall,
        _ client: CareSoftware,
        _ expectation: Expectation
    ) async -> Result<Int, Failure> {
        do throws(LPSError) {
            let sent = try await client.send(call)
            switch expectation {
            case .status:
                return sent.status == 200
                    ? .success(sent.byteCount) : .failure(Failure(code: "status \(sent.status)"))
            case .registrySuccess:
                if sent.looksSuccessful { return .success(sent.byteCount) }
                try client.check(sent, to: call)
                return .failure(Failure(code: "status \(sent.status)"))
            }
        } catch {
            return .failure(Failure(code: error.benchmarkCode))
        }
    }
}

extension LPSError {
    /// The service's code, or the kind of failure.
    var benchmarkCode: String {
        if let refusalCode { return refusalCode }
        switch self {
        case .connection(let fault): return fault.rawValue
        case .http(let status): return "status \(status)"
        case .settings, .outgoing, .signing, .fault, .registry, .message, .service, .unreadable: return description
        }
    }
}
