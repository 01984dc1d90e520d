/// How long requests took, in nanoseconds.
struct Latencies: Sendable {
    private var sorted: [UInt64]

    init(_ values: [UInt64] = []) { sorted = values.sorted() }

    var count: Int { sorted.count }
    var maximum: UInt64 { sorted.last ?? 0 }

    /// The smallest value that so many per cent of all do not exceed (nearest rank); 0 of none.
    func percentile(_ percent: Int) -> UInt64 {
        guard !sorted.isEmpty, (1...100).contains(percent) else { return 0 }
        let rank = (sorted.count * percent + 99) / 100
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }

    mutating func merge(_ other: Latencies) { sorted = (sorted + other.sorted).sorted() }
}
