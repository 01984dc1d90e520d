/// Which traces of a record are opened next, the newest first: none of those that its reader is to be shown nothing of.
struct TraceRanks: Sendable {
    private var next: UInt64
    private let veiled: Set<UInt64>

    /// Starts below a rank; a record's ranks go down to 1 without a gap.
    init(below rank: UInt64, without veiled: Set<UInt64>) {
        next = rank
        self.veiled = veiled
    }

    /// So many more of them, or what is left.
    mutating func take(_ count: Int) -> [UInt64] {
        var taken: [UInt64] = []
        taken.reserveCapacity(count)
        while taken.count < count, next > 1 {
            next -= 1
            if !veiled.contains(next) { taken.append(next) }
        }
        return taken
    }
}
