import HealthRecord
import ServerKit

/// How many wrong tries a network may make: many people may stand behind one address, a hospital's or a mobile operator's.
///
/// It slows whoever tries many identifiers from one place; what protects an account, a letter or a sign-in is counted for it
/// alone, by the custodian.
struct NetworkAllowance: Sendable {
    /// What of a route is counted for the network.
    enum Counting: Sendable {
        /// Nothing: the route has a limit of its own, tight and bound to one sign-in, or guesses nothing.
        case nothing
        /// What is refused.
        case misses
        /// Everything that is asked.
        case everything
    }

    private let buckets: TokenBuckets<RemotePrefix>

    /// An allowance of so many in ten minutes, all at once if need be.
    init(perTenMinutes: Int) { buckets = TokenBuckets(burst: perTenMinutes, perHour: perTenMinutes * 6) }

    /// Takes a try, counted before it is judged; tells how many seconds to wait where there is none left.
    func take(_ counting: Counting, _ network: RemotePrefix, now: Instant) -> Int? {
        if case .nothing = counting { return nil }
        guard case .limited(let seconds) = buckets.take(network, at: now.milliseconds) else { return nil }
        return Int(clamping: seconds)
    }

    /// Gives a try back that was no miss.
    func settle(_ counting: Counting, _ network: RemotePrefix, isMiss: Bool) {
        if case .misses = counting, !isMiss { buckets.giveBack(network) }
    }
}

extension Route {
    /// What of it is counted for the network.
    var counting: NetworkAllowance.Counting {
        switch entrance {
        case .form where Paths.keeping.contains(path): .everything
        case .form: Paths.ownLimit.contains(path) ? .nothing : .misses
        case .holderForm where Paths.counted.contains(path): .everything
        case .anyone, .either, .holder, .holderForm, .upload: .nothing
        }
    }
}
