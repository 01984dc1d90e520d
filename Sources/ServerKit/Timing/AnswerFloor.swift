/// The least time that a refusal takes, so that its duration does not tell an unknown person from one whom the asker may
/// not know (security design § 5.4).
///
/// What is found and may be said is never held back.
public struct AnswerFloor: Sendable, Hashable {
    /// The least time from the arrival of a request to its refusal.
    public let least: Duration

    /// A floor; a hundred and fifty milliseconds by default.
    public init(_ least: Duration = .milliseconds(150)) { self.least = least }

    /// No floor, for tests that measure something else.
    public static let none = AnswerFloor(.zero)

    /// Does something, and when it refuses, does not say so before its time; what is thrown is held back as well.
    ///
    /// - Parameter clock: by what the time is measured and waited for; the machine's own unless given.
    public func hold<Value>(
        by clock: ServerClock? = nil,
        when isRefusal: (Value) -> Bool,
        _ work: () async throws -> Value
    ) async throws -> Value {
        let arrival = Arrival(clock)
        let value: Value
        do { value = try await work() } catch {
            await arrival.wait(least)
            throw error
        }
        if isRefusal(value) { await arrival.wait(least) }
        return value
    }

    /// When a request came, by the clock that says how long to wait.
    private struct Arrival {
        let clock: ServerClock?
        let machine = ContinuousClock.now
        let nanoseconds: UInt64

        init(_ clock: ServerClock?) {
            self.clock = clock
            nanoseconds = clock?.monotonicNanoseconds() ?? 0
        }

        /// Waits until `least` has gone by; a request that is given up needs no levelling.
        func wait(_ least: Duration) async {
            guard let clock else {
                try? await Task.sleep(until: machine + least, clock: .continuous)
                return
            }
            let (spent, isBefore) = clock.monotonicNanoseconds().subtractingReportingOverflow(nanoseconds)
            let rest = least - .nanoseconds(isBefore ? 0 : Int64(clamping: spent))
            if rest > .zero { try? await clock.sleep(rest) }
        }
    }
}
