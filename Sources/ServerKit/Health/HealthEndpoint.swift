import Foundation
import HTTPTypes
public import Hummingbird
import NIOCore

extension HealthReport {
    /// The report in JSON, keys in order.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return Array(try encoder.encode(self))
    }
}

extension RouterMethods where Context: DoorContext {
    /// Serves the report at `/health`: 200 while the process can serve, 503 when it cannot.
    public func serveHealth(_ report: @escaping @Sendable () async -> HealthReport) {
        get("/health") { _, _ in
            let report = await report()
            let isServing = report.status < .failed
            return Response(
                status: isServing ? .ok : .serviceUnavailable,
                headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: try report.json()))
            )
        }
    }
}
