import HealthRecord
import Sealing

/// A record that duplicates were joined to is one to whoever reads it, and several to the keys: each part keeps its own, so
/// that the join can be undone (access-and-lifecycle § 7.1).
///
/// The record's own part alone decides: its policy, its refusals, its traces. The others lend their rows.
extension RecordContext {
    /// The part in which a document lies; nil where no such record was joined to this one.
    func part(_ record: RecordID?) -> RecordContext? {
        guard let record, record != self.record else { return self }
        return joined.first { $0.record == record }
    }

    /// Puts a changed leaf in the place of another, in the part where it lies.
    mutating func substitute(
        in record: RecordID?,
        at ordinal: UInt64,
        old: [UInt8],
        new: [UInt8],
        path: [[UInt8]]
    ) throws {
        guard let record, record != self.record else {
            return try range.substitute(at: ordinal, old: old, new: new, path: path)
        }
        guard let place = joined.firstIndex(where: { $0.record == record }) else { throw CustodyError.stateMismatch }
        try joined[place].range.substitute(at: ordinal, old: old, new: new, path: path)
    }
}

extension CustodyTransaction {
    /// A record with all that was joined to it.
    func whole(_ context: RecordContext) throws -> RecordContext {
        var whole = context
        whole.joined = try context.file.joined.compactMap { try self.context(of: $0) }
        return whole
    }

    /// Leaves what was done to a joined part's documents in that part's own history too: it goes with them when they part.
    mutating func mirror(_ draft: TraceDraft, in record: RecordID?, of context: inout RecordContext) throws {
        guard let place = context.joined.firstIndex(where: { $0.record == record }) else { return }
        _ = try append(draft, to: &context.joined[place])
    }
}
