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

        /// Both must hold: hardly ever by chance, and more than noise.
        public var isDifferent: Bool { p < SilenceReport.level && abs(difference) > SilenceReport.share }

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
        }
    }

    /// So rare by chance that it does not happen in the life of this program.
    public static let level = 1e-6
    /// Less than this nobody tells from noise over a network.
    public static let share = 0.05

    /// The comparisons, controls first.
    public internal(set) var findings: [Finding] = []
    /// Visible documents of each twin, and hidden ones of the second.
    public internal(set) var visible = 0
    /// Documents of the second twin that the reader must not know of.
    public internal(set) var hidden = 0
    /// Whether answers of both sides had the same sizes where they must.
    public internal(set) var sameSizes = true

    /// Whether a reader can tell, by the time until the answer or by its size.
    ///
    /// A control that differs says that the twins are none. What the server spends beside is printed, and told apart only by
    /// whoever stands inside.
    public var tells: Bool {
        findings.contains { $0.isDifferent && $0.measure == Self.elapsed && !$0.name.hasPrefix("control") }
            || !sameSizes
    }

    /// The two measures.
    static let (elapsed, processor) = ("elapsed", "server CPU")

    /// For people.
    public var text: String {
        var rows = [["request", "measured", "sides", "n", "median µs", "median µs", "difference", "z", "p", "verdict"]]
        for one in findings {
            rows.append([
                one.name, one.measure, "\(one.sides.0) / \(one.sides.1)", "\(one.requests)",
                String(format: "%.0f", one.medians.0), String(format: "%.0f", one.medians.1),
                String(format: "%+.1f %%", one.difference * 100), String(format: "%.2f", one.z),
                String(format: "%.1e", one.p), one.isDifferent ? "DIFFERS" : "no difference found",
            ])
        }
        let sizes = sameSizes ? "Sizes of refusals are the same." : "SIZES OF REFUSALS DIFFER."
        return "\(visible) documents that the reader sees on each twin, \(hidden) hidden on one; "
            + "a difference counts when p < 1e-6 and medians differ by more than 5 %\n\n"
            + Report.aligned(rows).joined(separator: "\n")
            + "\n\n\(sizes) \(tells ? "A READER CAN TELL." : "A reader cannot tell.")\n"
    }
}
