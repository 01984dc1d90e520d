import Synchronization

/// Which news are on their way at this moment: those of one record and lane one after the other, and of one lane a few at a
/// time.
final class NewsDesk: Sendable {
    /// Whose turn it is: one piece of news a record and lane; of the record only its keyed digest is known here.
    struct Turn: Sendable, Hashable {
        let about: [UInt8]
        let lane: News.Lane
    }

    /// How many of one lane are on their way at one time.
    static let laneLimit = 4

    private struct State {
        var underWay: Set<Turn> = []
        /// What a carrier has taken and the table still holds: it is not sent again while this process lives.
        var taken: Set<Int64> = []
        var listener: AsyncStream<Void>.Continuation?
    }

    private let state = Mutex(State())

    /// Whether nothing is on its way.
    var isIdle: Bool { state.withLock { $0.underWay.isEmpty } }

    /// Takes a turn; false where it is taken already, or the lane is full.
    func take(_ turn: Turn) -> Bool {
        state.withLock { state in
            guard state.underWay.count(where: { $0.lane == turn.lane }) < Self.laneLimit else { return false }
            return state.underWay.insert(turn).inserted
        }
    }

    func giveBack(_ turn: Turn) { state.withLock { _ = $0.underWay.remove(turn) } }

    func wasTaken(_ place: Int64) -> Bool { state.withLock { $0.taken.contains(place) } }

    func setTaken(_ place: Int64) { state.withLock { _ = $0.taken.insert(place) } }

    func forget(_ place: Int64) { state.withLock { _ = $0.taken.remove(place) } }

    /// Says that there may be something to send.
    func wake() { _ = state.withLock { $0.listener }?.yield() }

    /// What wakes the one who sends; several calls are one.
    func wakes() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        state.withLock { $0.listener = continuation }
        return stream
    }
}
