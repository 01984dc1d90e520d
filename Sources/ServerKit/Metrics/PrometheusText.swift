/// The registry in the Prometheus text exposition format 0.0.4, in the order of names and labels.
enum PrometheusText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    static func render(_ all: [MetricsRegistry.Key: MetricsRegistry.Series]) -> String {
        let families = Dictionary(grouping: all) { $0.key.name }.sorted { $0.key < $1.key }
        return families.map { name, members in
            let sorted = members.sorted { $0.key.labels < $1.key.labels }
            // One name has one kind: whichever its first series has; series of another kind stay out.
            let kind = sorted.first.map { $0.value.kind } ?? ""
            let lines = sorted.filter { $0.value.kind == kind }.flatMap { Self.lines(name, $0.key.labels, $0.value) }
            return "# TYPE \(name) \(kind)\n" + lines.map { $0 + "\n" }.joined()
        }.joined()
    }

    /// Letters, digits, `_` and `:`; everything else becomes `_`.
    static func name(_ text: String) -> String {
        let name = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isNameScalar ? $0 : "_" }))
        return name.first.map { $0.isASCII && $0.isNumber } ?? true ? "_" + name : name
    }

    static func labels(_ labels: [(String, String)]) -> String {
        labels.sorted { $0.0 < $1.0 }.map { "\(name($0.0))=\"\(escaped($0.1))\"" }.joined(separator: ",")
    }

    private static func lines(_ name: String, _ labels: String, _ series: MetricsRegistry.Series) -> [String] {
        switch series {
        case .counter(let counter): return [line(name, labels, number(counter.value))]
        case .gauge(let gauge): return [line(name, labels, number(gauge.value))]
        case .histogram(let histogram):
            let state = histogram.snapshot
            var lines: [String] = []
            var below: UInt64 = 0
            for (bound, count) in zip(histogram.bounds.map(number) + ["+Inf"], state.counts) {
                below += count
                let bounded = (labels.isEmpty ? "" : labels + ",") + "le=\"\(bound)\""
                lines.append(line(name + "_bucket", bounded, String(below)))
            }
            return lines + [
                line(name + "_sum", labels, number(state.sum)), line(name + "_count", labels, String(below)),
            ]
        }
    }

    private static func line(_ name: String, _ labels: String, _ value: String) -> String {
        labels.isEmpty ? "\(name) \(value)" : "\(name){\(labels)} \(value)"
    }

    private static func number(_ value: Double) -> String {
        Int64(exactly: value).map { String($0) } ?? (value.isNaN ? "NaN" : String(value))
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}

extension MetricsRegistry.Series {
    fileprivate var kind: String {
        switch self {
        case .counter: "counter"
        case .gauge: "gauge"
        case .histogram: "histogram"
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isNameScalar: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_", ":": true
        default: false
        }
    }
}
