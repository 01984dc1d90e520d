public import CoreMetrics
import Synchronization

/// The process's counters, gauges and histograms: a swift-metrics factory of bounded size that can print itself.
public final class MetricsRegistry: MetricsFactory, Sendable {
    /// Series kept; further ones are counted nowhere, so that a careless label cannot fill the memory.
    public static let maximumSeries = 4096

    enum Series: Sendable {
        case counter(CounterSeries)
        case gauge(GaugeSeries)
        case histogram(HistogramSeries)
    }

    struct Key: Hashable, Sendable {
        let name: String
        let labels: String
    }

    /// What somebody asks for, as he writes it.
    private struct Request: Hashable {
        let name: String
        let labels: [String]

        init(_ name: String, _ labels: [(String, String)]) {
            self.name = name
            self.labels = labels.flatMap { [$0.0, $0.1] }
        }
    }

    private struct State {
        var series: [Key: Series] = [:]
        /// Series by what was asked, so that a name is put into its printed form once.
        var asked: [Request: Series] = [:]
    }

    private let state = Mutex(State())

    /// A registry without series.
    public init() {}

    var all: [Key: Series] { state.withLock { $0.series } }

    /// A counter.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counter(label, dimensions)
    }

    /// A counter of fractions.
    public func makeFloatingPointCounter(
        label: String,
        dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        counter(label, dimensions)
    }

    /// A gauge.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        gauge(label, dimensions)
    }

    /// Shows a number as it is now.
    public func show(_ value: Int, as label: String, _ dimensions: [(String, String)]) {
        gauge(label, dimensions).set(Int64(value))
    }

    /// Counts one more of something that happens, or shows by nothing more that it may.
    public func count(_ label: String, _ dimensions: [(String, String)], by amount: Int64 = 1) {
        makeCounter(label: label, dimensions: dimensions).increment(by: amount)
    }

    /// A histogram of sizes, or a gauge when nothing is to be aggregated.
    public func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        aggregate ? histogram(label, dimensions, HistogramSeries.sizes) : gauge(label, dimensions)
    }

    /// A histogram of seconds.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label, dimensions, HistogramSeries.seconds)
    }

    /// Series live as long as the process: what a scrape has seen must not go back to zero.
    public func destroyCounter(_ handler: any CounterHandler) {}
    /// See `destroyCounter`.
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    /// See `destroyCounter`.
    public func destroyMeter(_ handler: any MeterHandler) {}
    /// See `destroyCounter`.
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    /// See `destroyCounter`.
    public func destroyTimer(_ handler: any TimerHandler) {}

    private func counter(_ name: String, _ labels: [(String, String)]) -> CounterSeries {
        let fresh = CounterSeries()
        guard case .counter(let kept) = keep(.counter(fresh), name, labels) else { return fresh }
        return kept
    }

    private func gauge(_ name: String, _ labels: [(String, String)]) -> GaugeSeries {
        let fresh = GaugeSeries()
        guard case .gauge(let kept) = keep(.gauge(fresh), name, labels) else { return fresh }
        return kept
    }

    private func histogram(_ name: String, _ labels: [(String, String)], _ bounds: [Double]) -> HistogramSeries {
        let fresh = HistogramSeries(bounds: bounds)
        guard case .histogram(let kept) = keep(.histogram(fresh), name, labels) else { return fresh }
        return kept
    }

    /// The series under this name and these labels; the fresh one, kept nowhere, when the registry is full.
    private func keep(_ fresh: Series, _ name: String, _ labels: [(String, String)]) -> Series {
        let request = Request(name, labels)
        if let known = state.withLock({ $0.asked[request] }) { return known }
        let key = Key(name: PrometheusText.name(name), labels: PrometheusText.labels(labels))
        return state.withLock { state in
            let kept = state.series[key] ?? fresh
            guard state.series[key] != nil || state.series.count < Self.maximumSeries else { return fresh }
            state.series[key] = kept
            if state.asked.count < Self.maximumSeries { state.asked[request] = kept }
            return kept
        }
    }
}
