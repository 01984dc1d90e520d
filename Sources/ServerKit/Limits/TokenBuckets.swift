import Synchronization

/// Lets each key act so many times at once and so many times an hour: token buckets in bounded memory.
///
/// A key that has not been seen for long may be forgotten, and then starts with a full bucket.
public final class TokenBuckets<Key: Hashable & Sendable>: Sendable {
    /// What the buckets say of one act.
    public enum Verdict: Hashable, Sendable {
        /// Within the rate.
        case allowed
        /// Too soon; the next token comes after so many seconds.
        case limited(retryAfterSeconds: Int64)
    }

    private struct Bucket: Sendable {
        /// Tokens, each counted as one interval of milliseconds, so that nothing is lost to rounding.
        var credit: Int64
        var at: Int64
    }

    private let interval: Int64
    private let fullCredit: Int64
    private let buckets: Mutex<GenerationCache<Key, Bucket>>

    /// Buckets that all have one size.
    ///
    /// - Parameters:
    ///   - burst: acts at once, 1 to 1,000,000.
    ///   - perHour: acts in the long run, 1 to 3,600,000.
    ///   - maximumKeys: keys remembered (up to twice as many for a while).
    public init(burst: Int, perHour: Int, maximumKeys: Int = 65_536) {
        interval = 3_600_000 / Int64(min(max(1, perHour), 3_600_000))
        fullCredit = Int64(min(max(1, burst), 1_000_000)) * interval
        buckets = Mutex(GenerationCache(capacity: maximumKeys))
    }

    /// Takes a token of a key at a moment, in milliseconds of a clock that does not go back.
    public func take(_ key: Key, at now: Int64) -> Verdict {
        buckets.withLock { buckets in
            var bucket = buckets.value(for: key) ?? Bucket(credit: fullCredit, at: now)
            let passed = now.subtractingReportingOverflow(bucket.at)
            // A clock that goes back gives nothing; one that leaps past the end of the scale fills the bucket.
            let gained = now <= bucket.at ? 0 : passed.overflow ? fullCredit : passed.partialValue
            let credit = bucket.credit.addingReportingOverflow(gained)
            bucket = Bucket(
                credit: credit.overflow ? fullCredit : min(fullCredit, credit.partialValue),
                at: max(now, bucket.at)
            )
            let verdict: Verdict
            if bucket.credit >= interval {
                bucket.credit -= interval
                verdict = .allowed
            } else {
                verdict = .limited(retryAfterSeconds: (interval - bucket.credit + 999) / 1000)
            }
            buckets.insert(bucket, for: key)
            return verdict
        }
    }

    /// Gives a token back that was taken for an act that need not count.
    public func giveBack(_ key: Key) {
        buckets.withLock { buckets in
            guard var bucket = buckets.value(for: key) else { return }
            bucket.credit = min(fullCredit, bucket.credit + interval)
            buckets.insert(bucket, for: key)
        }
    }

    /// Keys remembered now.
    public var count: Int { buckets.withLock { $0.count } }
}
