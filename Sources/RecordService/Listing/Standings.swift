import AccessRules
import HealthRecord

/// The standings of many entries, each once: a record of hundreds holds few kinds of them.
struct Standings: Sendable {
    private(set) var all: [EntryStanding] = []
    private var places: [EntryStanding: Int] = [:]

    /// Where a standing is; it is taken in when it is new.
    mutating func place(of standing: EntryStanding) -> Int {
        if let place = places[standing] { return place }
        all.append(standing)
        places[standing] = all.count - 1
        return all.count - 1
    }
}

/// What one reader may see: a decision depends on nothing but the standing, so each standing is decided once.
struct StandingDecisions {
    private let standings: [EntryStanding]
    private let reader: Subject
    private let decider: Decider
    private var permitted: [Bool?]

    init(_ standings: Standings, for reader: Subject, _ decider: Decider) {
        self.standings = standings.all
        self.reader = reader
        self.decider = decider
        permitted = Array(repeating: nil, count: standings.all.count)
    }

    /// Whether entries of the standing at a place are shown.
    mutating func permits(_ place: Int) -> Bool {
        if let known = permitted[place] { return known }
        let answer = decider.permits(standings[place], for: reader)
        permitted[place] = answer
        return answer
    }
}

extension Decider {
    /// Whether an entry of a standing may be seen.
    func permits(_ standing: EntryStanding, for reader: Subject) -> Bool {
        decide(.document(standing.facts(for: reader))).isPermitted
    }
}
