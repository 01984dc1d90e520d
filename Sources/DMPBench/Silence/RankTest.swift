internal import Glibc

/// Whether two samples come from one distribution, by the ranks of their values (Mann and Whitney 1947): it assumes no shape,
/// and a few slow requests weigh no more than their rank.
struct RankTest: Sendable {
    /// How far the sum of ranks lies from what one distribution would give, in standard deviations.
    let z: Double
    /// How often chance alone gives as much, on either side.
    let p: Double

    /// Compares two samples by the normal approximation with ties corrected; nil below eight values a side.
    init?(_ one: [UInt64], _ other: [UInt64]) {
        guard one.count >= 8, other.count >= 8 else { return nil }
        let all = (one.map { ($0, true) } + other.map { ($0, false) }).sorted { $0.0 < $1.0 }
        var (rankSum, ties) = (0.0, 0.0)
        var start = 0
        while start < all.count {
            var end = start
            while end < all.count, all[end].0 == all[start].0 { end += 1 }
            // Equal values share the mean of their ranks.
            let shared = Double(start + 1 + end) / 2
            rankSum += shared * Double(all[start..<end].count { $0.1 })
            let size = Double(end - start)
            ties += size * size * size - size
            start = end
        }
        let (n, m) = (Double(one.count), Double(other.count))
        let total = n + m
        let variance = n * m / 12 * (total + 1 - ties / (total * (total - 1)))
        guard variance > 0 else {
            (z, p) = (0, 1)
            return
        }
        z = (rankSum - n * (n + 1) / 2 - n * m / 2) / variance.squareRoot()
        p = erfc(abs(z) / 2.0.squareRoot())
    }
}
