import Synchronization

/// How many bytes of bodies a door holds at once, whoever sent them (security design §5.5).
///
/// The limit of one body times the connections of a door is more memory than a machine has: what all senders together
/// may fill is bounded here, and who comes when it is full is asked to come again.
public final class BodyBudget: Sendable {
    private let limit: Int
    private let held = Mutex(0)

    /// A budget of so many bytes; a negative one is none at all.
    public init(bytes: Int) { limit = max(0, bytes) }

    /// What one request takes of the budget, given back when the request is over.
    public func share() -> Share { Share(self) }

    /// Bytes held now.
    public var bytes: Int { held.withLock { $0 } }

    private func take(_ bytes: Int) -> Bool {
        held.withLock { held in
            guard bytes <= limit - held else { return false }
            held += bytes
            return true
        }
    }

    private func give(_ bytes: Int) { held.withLock { $0 -= bytes } }

    /// One request's part of a budget.
    public final class Share: Sendable {
        private let budget: BodyBudget
        private let taken = Mutex(0)

        fileprivate init(_ budget: BodyBudget) { self.budget = budget }

        /// Takes so many bytes more.
        ///
        /// - Throws: `BodyBudgetSpent` when all senders together hold too much.
        public func take(_ bytes: Int) throws(BodyBudgetSpent) {
            guard budget.take(bytes) else { throw BodyBudgetSpent() }
            taken.withLock { $0 += bytes }
        }

        deinit { budget.give(taken.withLock { $0 }) }
    }
}

/// All senders together hold as much as the door takes; the same request passes a moment later.
public struct BodyBudgetSpent: Error, Hashable, Sendable {}
