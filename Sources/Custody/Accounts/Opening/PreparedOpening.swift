import HealthRecord
import Sealing

/// A record about to be: what the host needs to file it before it is made true.
public struct PreparedOpening: Sendable, Hashable, Codable {
    /// The record, its tag and the code that binds both.
    public let reference: RecordReference
    /// The sealed identity traits.
    public let identityRow: [UInt8]
}
