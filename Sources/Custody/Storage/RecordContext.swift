import HealthRecord
import Sealing

/// All that the custodian knows of one record, unwrapped, while it decides.
struct RecordContext: Sendable {
    let record: RecordID
    let recordKey: RecordKey
    let traceKey: TraceKey
    var file: HolderFile
    var range: StateRange
    var stateSequence: UInt64
    var traceSequence: UInt64
    var traceHead: [UInt8]
    /// What was joined to the record, where it is looked at whole: parts with keys, state and traces of their own.
    var joined: [RecordContext] = []

    var policy: RecordPolicy { file.policy }

    /// The root over all leaves, by which rows are held against what the custodian committed.
    var root: [UInt8] { range.root }

    /// Changes the holder's file under a new version.
    mutating func change(_ edit: (inout HolderFile) -> Void) {
        edit(&file)
        file.policy.version += 1
    }
}
