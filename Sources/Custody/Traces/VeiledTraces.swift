import HealthRecord

/// What a record's traces are about, by their ranks: which of them a reader on the portal is to be shown nothing of.
///
/// It is known before any is opened: a page opens as many traces whatever lies between its lines, and takes as long (design § 2,
/// law 5). All that name a document stand here: which are hidden today is asked at each page, and what is hidden later than it
/// came, or came with another record, is passed over like the rest.
///
/// `VisibilityBook` bounds how many records are remembered, and nothing how long one of them is. A trace that names documents
/// takes 16 bytes and four for each, and a document some thirty: a thousand traces of three hundred documents take 30 kB, and
/// as many records of that length as the book holds 30 MB.
struct VeiledTraces: Sendable {
    /// A trace that names documents.
    private struct Naming: Sendable {
        let sequence: UInt64
        /// Where its part of `names` ends; it starts where that of the trace before ends.
        let end: Int
    }

    /// The documents that any trace names, each with its place among them.
    private var places: [UniqueID: UInt32] = [:]
    private var traces: [Naming] = []
    /// What they name, trace by trace, by its place.
    private var names: [UInt32] = []
    /// Those of acts that were kept from the representatives (§ 3.7).
    private var secret: Set<UInt64> = []
    /// Those of which their own actor on the portal is told nothing.
    private var untold: [Actor: Set<UInt64>] = [:]

    /// Takes up the next trace.
    mutating func read(_ event: TraceEvent) {
        if event.isSecret { secret.insert(event.sequence) }
        switch event.actor {
        case .holder, .representative:
            if event.isUntold(to: event.actor) { untold[event.actor, default: []].insert(event.sequence) }
        case .care, .system: break
        }
        guard !event.documents.isEmpty else { return }
        for document in event.documents {
            let place = places[document] ?? UInt32(places.count)
            places[document] = place
            names.append(place)
        }
        traces.append(Naming(sequence: event.sequence, end: names.count))
    }

    /// The ranks of which a reader is shown nothing, to whom these documents are hidden.
    func ranks(hiding hidden: Set<UniqueID>, from reader: Actor) -> Set<UInt64> {
        var ranks = untold[reader] ?? []
        if case .representative = reader { ranks.formUnion(secret) }
        var isHidden = [Bool](repeating: false, count: places.count)
        for document in hidden {
            if let place = places[document] { isHidden[Int(place)] = true }
        }
        var start = 0
        for trace in traces {
            if names[start..<trace.end].allSatisfy({ isHidden[Int($0)] }) { ranks.insert(trace.sequence) }
            start = trace.end
        }
        return ranks
    }
}
