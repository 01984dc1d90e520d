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
    public func hold<Value>(
        when isRefusal: (Value) -> Bool,
        _ work: () async throws -> Value
    ) async throws -> Value {
        let arrival = ContinuousClock.now
        let value: Value
        do { value = try await work() } catch {
            await wait(since: arrival)
            throw error
        }
        if isRefusal(value) { await wait(since: arrival) }
        return value
    }

    private func wait(since arrival: ContinuousClock.Instant) async {
        // A request that is given up needs no levelling.
        try? await Task.sleep(until: arrival + least, clock: .continuous)
    }
}
