internal import Glibc

/// Whether the slowest requests come from one side: what only now and then takes longer moves no median.
struct TailTest: Sendable {
    /// How much of the slowest tenth of all requests is the second side's; a half, if nothing is told.
    let share: Double
    /// How often chance alone gives as much, on either side.
    let p: Double

    /// Compares two samples of one size by the hypergeometric distribution's normal approximation; nil below fifty values a side.
    init?(_ one: [UInt64], _ other: [UInt64]) {
        guard one.count == other.count, one.count >= 50 else { return nil }
        let all = one.map { ($0, false) } + other.map { ($0, true) }
        let size = all.count / 10
        let slowest = all.sorted { $0.0 > $1.0 }.prefix(size)
        guard let least = slowest.last?.0 else { return nil }
        // Equal values at the edge are shared out as they are among all that are equal.
        let (above, equal) = (all.filter { $0.0 > least }, all.filter { $0.0 == least })
        let left = Double(size - above.count) / Double(max(1, equal.count))
        let second = Double(above.count(where: \.1)) + left * Double(equal.count(where: \.1))
        let (tail, total) = (Double(size), Double(all.count))
        share = second / tail
        let variance = tail / 4 * (total - tail) / (total - 1)
        p = erfc(abs(second - tail / 2) / variance.squareRoot() / 2.0.squareRoot())
    }
}
