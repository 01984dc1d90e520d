import HealthRecord

/// Accesses as a first page tells them: what one person did to the record within an hour, each kind of act in one line.
enum AccessVisits {
    /// The events of a history, the newest first, with those of one visit taken together.
    static func joined(_ events: [TraceEvent]) -> [TraceEvent] {
        var visits: [(visit: Visit, events: [TraceEvent])] = []
        // A lot's signature came with documents that are told of.
        for event in events where !event.isAboutLotSignature {
            let visit = Visit(event)
            if visits.last?.visit == visit {
                visits[visits.count - 1].events.append(event)
            } else {
                visits.append((visit, [event]))
            }
        }
        return visits.flatMap { told($0.events) }
    }

    /// What came in one visit: documents of one act together, a change by itself; a look only where nothing else was done.
    private static func told(_ events: [TraceEvent]) -> [TraceEvent] {
        var lines: [TraceEvent] = []
        for event in events where !event.act.isLook {
            if !event.documents.isEmpty,
                let known = lines.firstIndex(where: { $0.act == event.act && !$0.documents.isEmpty })
            {
                lines[known] = lines[known].with(event.documents)
            } else {
                lines.append(event)
            }
        }
        return lines.isEmpty ? Array(events.prefix(1)) : lines
    }

    /// By what events are of one visit.
    private struct Visit: Hashable {
        let actor: Actor
        let mode: AccessMode
        let outcome: TracedOutcome
        let means: AccessMeans?
        let hour: Int64

        init(_ event: TraceEvent) {
            actor = event.actor
            mode = event.mode
            outcome = event.outcome
            means = event.means
            // France keeps whole hours from universal time: its hours begin when these do.
            hour = event.time.milliseconds / 3_600_000
        }
    }
}

extension TracedAct {
    /// Whether it shows what is there and opens no document.
    fileprivate var isLook: Bool {
        switch self {
        case .testExistence, .readIdentity, .list, .readHistory, .listAuthorisations: true
        default: false
        }
    }
}
