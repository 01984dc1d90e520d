import HTTPTypes
public import Hummingbird
import NIOCore

extension MetricsRegistry {
    /// All series in the Prometheus text format.
    public var prometheusText: String { PrometheusText.render(all) }
}

extension RouterMethods where Context: DoorContext {
    /// Serves the registry at `/metrics`: on a door of the house, never on a public one.
    public func serve(_ metrics: MetricsRegistry) {
        get("/metrics") { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: PrometheusText.contentType],
                body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.prometheusText))
            )
        }
    }
}
