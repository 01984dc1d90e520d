internal import Foundation

/// What was found when twin requests were timed that differ only by what is hidden (design § 2, law 5).
public struct SilenceReport: Sendable {
    /// One comparison.
    public struct Finding: Sendable {
        /// What was asked, such as `list`.
        public let name: String
        /// What the two sides are.
        public let sides: (String, String)
        /// What was measured: processor time of the server, or time until the answer.
        public let measure: String
        /// Requests a side.
        public let requests: Int
        /// Middle values, in microseconds.
        public let medians: (Double, Double)
        /// Standard deviations by which the ranks differ.
        public let z: Double
        /// How often chance alone gives as much.
        public let p: Double
        /// Between what bounds the second side takes more, pair by pair, as a share of the first; nil where pairs are too few.
        public let interval: ClosedRange<Double>?
        /// How much of the slowest tenth of all is the second side's; nil where there are too few.
        public let tail: Double?
        private let tailP: Double
        /// Whether nobody outside sees what was measured: every answer waited for the floor, and the work was over before.
        public internal(set) var isUnderFloor = false

        /// Rare by chance, and more than noise: in the middle, or among the slowest.
        public var isDifferent: Bool {
            let isTailed = tail.map { tailP < SilenceReport.level && abs($0 - 0.5) > SilenceReport.tailShare } ?? false
            let isShifted =
                interval.map { $0.lowerBound > SilenceReport.share || $0.upperBound < -SilenceReport.share } ?? false
            return (p < SilenceReport.level && abs(difference) > SilenceReport.share) || isShifted || isTailed
        }

        /// Whether a difference as large as counts is ruled out: that none was found says little where noise would hide it.
        public var isAlike: Bool {
            guard let interval, !isDifferent else { return false }
            return interval.lowerBound > -SilenceReport.share && interval.upperBound < SilenceReport.share
        }

        /// How much more the second side takes, as a share of the first.
        public var difference: Double { medians.0 > 0 ? medians.1 / medians.0 - 1 : 0 }

        init?(_ name: String, _ sides: (String, String), _ measure: String, _ one: [UInt64], _ other: [UInt64]) {
            guard let test = RankTest(one, other) else { return nil }
            self.name = name
            self.sides = sides
            self.measure = measure
            requests = min(one.count, other.count)
            medians = (Double(Latencies(one).percentile(50)) / 1000, Double(Latencies(other).percentile(50)) / 1000)
            z = test.z
            p = test.p
            let base = medians.0 * 1000
            interval =
                base > 0
                ? PairedShift(one, other).map { $0.interval.lowerBound / base...$0.interval.upperBound / base } : nil
            let slowest = TailTest(one, other)
            tail = slowest?.share
            tailP = slowest?.p ?? 1
        }

        fileprivate var verdict: String {
            if isAlike { return "alike" }
            if isUnderFloor { return "under the floor" }
            return isDifferent ? "DIFFERS" : "not settled"
        }
    }

    /// What follows from all of it.
    public enum Verdict: Sendable {
        /// A reader can tell.
        case tells
        /// Whatever difference there is lies within what counts as noise.
        case alike
        /// Too few requests, too loud a machine, or twins that are none.
        case unsettled
    }

    /// So rare by chance that it does not happen in the life of this program.
    public static let level = 1e-6
    /// Less than this nobody tells from noise over a network.
    public static let share = 0.05
    /// How far from a half the second side's part of the slowest tenth may be.
    public static let tailShare = 0.1

    /// The comparisons, controls first.
    public internal(set) var findings: [Finding] = []
    /// Visible documents of each twin, and hidden ones of the second.
    public internal(set) var visible = 0
    /// Documents of the second twin that the reader must not know of.
    public internal(set) var hidden = 0
    /// The requests whose answers weighed more or less where they must not: refusals on one side, pages since something is hidden.
    public internal(set) var unlikeSizes: [String] = []

    /// Whether answers had the same sizes where they must.
    public var sameSizes: Bool { unlikeSizes.isEmpty }

    /// Whether a reader can tell, by the time until the answer or by its size.
    ///
    /// A control that differs says that the twins are none. What the server spends beside is printed, and told apart only by
    /// whoever stands inside.
    public var tells: Bool {
        findings.contains { $0.isDifferent && $0.measure == Self.elapsed && !$0.name.hasPrefix("control") }
            || !sameSizes
    }

    /// Whether a reader can tell, cannot, or whether this run does not say: an equivalence is shown, not assumed.
    public var verdict: Verdict {
        if tells { return .tells }
        let seen = findings.filter { $0.measure == Self.elapsed }
        return !seen.isEmpty && seen.allSatisfy(\.isAlike) ? .alike : .unsettled
    }

    /// The two measures.
    static let (elapsed, processor) = ("elapsed", "server CPU")

    /// For people.
    public var text: String {
        var rows = [
            [
                "request", "measured", "sides", "n", "median µs", "median µs", "difference", "between", "slowest 10 %",
                "z", "p",
                "verdict",
            ]
        ]
        for one in findings {
            let between = one.interval.map {
                String(format: "%+.1f to %+.1f %%", $0.lowerBound * 100, $0.upperBound * 100)
            }
            rows.append([
                one.name, one.measure, "\(one.sides.0) / \(one.sides.1)", "\(one.requests)",
                String(format: "%.0f", one.medians.0), String(format: "%.0f", one.medians.1),
                String(format: "%+.1f %%", one.difference * 100), between ?? "–",
                one.tail.map { String(format: "%.0f %%", $0 * 100) } ?? "–", String(format: "%.2f", one.z),
                String(format: "%.1e", one.p), one.verdict,
            ])
        }
        let sizes =
            sameSizes
            ? "Sizes of refusals, and of pages before and after hiding, are the same."
            : "SIZES DIFFER: \(unlikeSizes.joined(separator: ", "))."
        let conclusion =
            switch verdict {
            case .tells: "A READER CAN TELL."
            case .alike: "A reader cannot tell: a difference of 5 % is ruled out."
            case .unsettled:
                "NOT SETTLED: a difference of 5 % is neither found nor ruled out; ask for more (--times) on a quiet machine."
            }
        let floor =
            findings.contains { $0.isUnderFloor && !$0.isAlike }
            ? "\nUnder the floor: every answer waited for it, and the server had done its work before; how much, nobody outside sees."
            : ""
        return
            "\(visible) documents or more that the reader sees on each twin, \(hidden) or more hidden on one; a difference counts when p < 1e-6 "
            + "and medians differ by more than 5 %, or when the slowest tenth is 60 % of one side; it is ruled out where the middle "
            + "difference of pairs lies within 5 % (99.9 %)\n\n" + Report.aligned(rows).joined(separator: "\n")
            + "\n\(floor)\n\(sizes) \(conclusion)\n"
    }
}
