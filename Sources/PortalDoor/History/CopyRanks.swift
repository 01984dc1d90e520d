import HealthRecord

/// Tells to which copy of the record the line of one of its documents belongs.
///
/// The trace holds a line for each document that left. A copy holds a document once, and goes on without a pause: the same
/// document again, or a silence, is another copy.
struct CopyRanks {
    /// The longest silence inside one copy, in milliseconds: a large file over a slow line.
    private static let pause: Int64 = 120_000

    private struct Copy {
        let rank: Int
        var documents: Set<UniqueID>
        var last: Instant
    }

    private var latest: [Actor: Copy] = [:]
    private var count = 0

    /// The rank of an event's copy; nil where it is none of a copy's documents.
    ///
    /// Events come in their order, or backwards.
    mutating func rank(of event: TraceEvent) -> Int? {
        guard event.act == .export, event.outcome == .permitted, event.documents.count == 1,
            let document = event.documents.first
        else { return nil }
        if var copy = latest[event.actor], !copy.documents.contains(document),
            abs(copy.last.milliseconds - event.time.milliseconds) <= Self.pause
        {
            copy.documents.insert(document)
            copy.last = event.time
            latest[event.actor] = copy
            return copy.rank
        }
        count += 1
        latest[event.actor] = Copy(rank: count, documents: [document], last: event.time)
        return count
    }
}
