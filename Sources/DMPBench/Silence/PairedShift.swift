/// By how much the second of two twin requests took longer, pair by pair, and between what bounds that lies.
///
/// Both requests of a pair go out one after the other and meet the same load, so their difference is free of what drifts over
/// a run. The middle difference lies between two of the ordered differences whose ranks the binomial distribution gives: no shape
/// is assumed, and the slowest requests count as one each.
struct PairedShift: Sendable {
    /// The middle difference, second less first, in nanoseconds.
    let median: Double
    /// Where the middle difference lies, 999 times of a thousand.
    let interval: ClosedRange<Double>

    /// Standard deviations of the sign test that 999 of a thousand stay within.
    static let deviations = 3.290_526_731

    /// Compares pairs; nil for fewer than twenty, or where one side of a pair is missing.
    init?(_ one: [UInt64], _ other: [UInt64]) {
        guard one.count == other.count, one.count >= 20 else { return nil }
        let differences = zip(one, other).map { Double($1) - Double($0) }.sorted()
        let count = Double(differences.count)
        let rank = Int(((count - Self.deviations * count.squareRoot()) / 2).rounded(.down))
        guard rank >= 1 else { return nil }
        let middle = differences.count / 2
        median =
            differences.count.isMultiple(of: 2)
            ? (differences[middle - 1] + differences[middle]) / 2 : differences[middle]
        interval = differences[rank - 1]...differences[differences.count - rank]
    }
}
