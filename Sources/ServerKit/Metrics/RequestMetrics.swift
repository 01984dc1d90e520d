import CoreMetrics
import HTTPTypes

/// Counts requests by door, method, declared route and status, and times them by door and route.
struct RequestMetrics: Sendable {
    let registry: MetricsRegistry
    let door: DoorName
    let methods: [HTTPRequest.Method]

    func count(
        method: HTTPRequest.Method,
        route: RouteTemplate,
        status: HTTPResponse.Status,
        nanoseconds: UInt64
    ) {
        // A method is the client's word: only those of the list become labels.
        let method = methods.contains(method) ? method.rawValue : "other"
        let place = [("door", door.description), ("route", route.description)]
        let outcome = [("method", method), ("status", String(status.code))]
        registry.count("http_requests_total", place + outcome)
        registry.makeTimer(label: "http_request_seconds", dimensions: place)
            .recordNanoseconds(Int64(clamping: nanoseconds))
    }
}
