import CoreMetrics
import ServerKit
import Testing

@Suite struct MetricsTests {
    @Test func printsInOrder() {
        let registry = MetricsRegistry()
        Counter(label: "b.total", dimensions: [("z", "1"), ("a", "say \"x\"\n\\")], factory: registry).increment(by: 2)
        Counter(label: "b.total", dimensions: [], factory: registry).increment()
        FloatingPointCounter(label: "f", dimensions: [], factory: registry).increment(by: 0.5)
        Meter(label: "9depth", dimensions: [], factory: registry).set(-3)
        #expect(
            registry.prometheusText == #"""
                # TYPE _9depth gauge
                _9depth -3
                # TYPE b_total counter
                b_total 1
                b_total{a="say \"x\"\n\\",z="1"} 2
                # TYPE f counter
                f 0.5

                """#
        )
    }

    @Test func histogramsAreCumulative() {
        let registry = MetricsRegistry()
        let timer = Timer(label: "t", dimensions: [("d", "x")], factory: registry)
        for milliseconds in [5, 6, 250, 61_000] { timer.recordNanoseconds(Int64(milliseconds) * 1_000_000) }
        #expect(
            registry.prometheusText == """
                # TYPE t histogram
                t_bucket{d="x",le="0.005"} 1
                t_bucket{d="x",le="0.01"} 2
                t_bucket{d="x",le="0.025"} 2
                t_bucket{d="x",le="0.05"} 2
                t_bucket{d="x",le="0.1"} 2
                t_bucket{d="x",le="0.25"} 3
                t_bucket{d="x",le="0.5"} 3
                t_bucket{d="x",le="1"} 3
                t_bucket{d="x",le="2.5"} 3
                t_bucket{d="x",le="5"} 3
                t_bucket{d="x",le="10"} 3
                t_bucket{d="x",le="30"} 3
                t_bucket{d="x",le="60"} 3
                t_bucket{d="x",le="+Inf"} 4
                t_sum{d="x"} 61.261
                t_count{d="x"} 4

                """
        )
    }

    @Test func aNameKeepsItsKindAndTheMemoryItsBound() {
        let registry = MetricsRegistry()
        Counter(label: "n", dimensions: [], factory: registry).increment()
        Meter(label: "n", dimensions: [], factory: registry).set(7)
        #expect(registry.prometheusText == "# TYPE n counter\nn 1\n")
        for label in 0..<(MetricsRegistry.maximumSeries + 10) {
            Counter(label: "many", dimensions: [("l", "\(label)")], factory: registry).increment()
        }
        #expect(registry.prometheusText.split(separator: "\n").count == MetricsRegistry.maximumSeries + 2)
    }
}
