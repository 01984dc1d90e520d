import Foundation
import GRDB
import HealthRecord
import Sealing

/// A trace as it lies in the table.
struct SealedTrace: Sendable {
    /// Its rank in the record's chain.
    let sequence: UInt64
    private let sealed: [UInt8]

    /// Reads the columns `rec_seq` and `ct`.
    init(_ row: Row) {
        sequence = UInt64(clamping: row["rec_seq"] as Int64)
        sealed = [UInt8](row["ct"] as Data)
    }

    /// The event that it keeps.
    func opened(in context: RecordContext) throws(CustodyError) -> TraceEvent {
        guard let opened = try? context.traceKey.open(sealed, record: context.record, sequence: sequence),
            let event = try? TraceEvent.decode(opened.event).event
        else { throw .stateMismatch }
        return event
    }
}
