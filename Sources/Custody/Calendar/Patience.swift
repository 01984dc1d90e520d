import HealthRecord

/// How soon what a carrier did not take is tried again, and until when.
struct Patience: Sendable {
    /// Seconds before the second try; each later one waits twice as long.
    let pause: Int64
    /// The longest wait between two tries, in seconds.
    let longestPause: Int64
    /// How long it is tried, in seconds; what failed until then is given up.
    let whole: Int64

    /// When the next try is due after one now, and so many before it.
    func next(after tries: Int64, now: Instant) -> Instant {
        // Past sixteen doublings every pause is the longest one.
        now.advanced(bySeconds: min(pause << min(max(tries, 0), 16), longestPause))
    }

    /// When it is given up, if it is first tried now.
    func end(now: Instant) -> Instant { now.advanced(bySeconds: whole) }
}
