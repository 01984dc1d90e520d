import HealthRecord
import RecordService
import SOAPWire
import SafeXML

/// One request that has been let in: what it asks, for whom, and the parts that came with it.
struct Exchange {
    /// Who asks, for whose record.
    let visit: Visit
    /// The body's one element.
    let payload: XMLElement
    /// The parts by their `Content-ID`.
    let parts: [String: [UInt8]]
    /// The request's name in traces, in the log and in what the sender is told.
    let request: UniqueID
    /// When it came.
    let now: Instant

    /// The request's name as text.
    var correlation: String { request.text }
}
