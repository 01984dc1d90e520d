import HealthRecord
import Sealing
import Synchronization

/// Counts the different records that each care actor looks into, whether there is a record behind the matricule or not.
///
/// What it counts is kept in memory and noted; the notes go to the table every second (`Custodian.keepQuotas`).
final class QuotaBook: Sendable {
    /// The most actors remembered; when there are more, those whose day is over go first.
    static let capacity = 200_000

    /// What a lookup comes to.
    enum Finding: Hashable, Sendable {
        /// It may go on.
        case within
        /// It may go on, and somebody should know of it.
        case remarkable
        /// Not before so many seconds.
        case exceeded(retryAfter: Int)
    }

    /// What somebody looks a record up for.
    enum Purpose: Hashable, Sendable {
        /// To learn something of it.
        case reading
        /// To put something into it, which a busy laboratory does for a town.
        case filing
    }

    /// What registers are asked for.
    enum Register: String, Sendable {
        /// A person by traits (TD0.5).
        case persons
        /// One's own patients (TD0.4).
        case patients
        /// Proofs of presence.
        case presences
    }

    /// Under what an actor's lookups are counted.
    private enum Count: String { case care, filing, breakGlass, regulation }

    fileprivate struct State {
        var lookups: [BlindTag: LookupWindow] = [:]
        var searches: [BlindTag: SearchWindow] = [:]
        var presences: [BlindTag: SearchWindow] = [:]
        /// What the table has yet to be told.
        var notes: [QuotaNote] = []
    }

    private let settings: QuotaSettings
    private let index: BlindIndexKey
    private let state: Mutex<State>

    /// Takes up what was noted before, in the order of time.
    init(_ settings: QuotaSettings, index: BlindIndexKey, notes: [QuotaNote] = []) {
        self.settings = settings
        self.index = index
        var state = State()
        for note in notes { state.takeUp(note) }
        self.state = Mutex(state)
    }

    /// Counts one lookup of a matricule by its tag.
    func lookUp(
        _ tag: BlindTag,
        _ ins: INS,
        by actor: CareActor,
        mode: AccessMode,
        for purpose: Purpose = .reading,
        now: Instant
    ) throws(CustodyError) -> Finding {
        // An emergency is never kept waiting: only told of.
        switch mode {
        case .breakGlass:
            return emergency(try key(.breakGlass, actor.subject), tag, over: settings.emergencies, now)
        case .regulation:
            return emergency(try key(.regulation, actor.subject), tag, over: settings.regulations, now)
        case .normal: break
        }
        let counted = try counted(actor, purpose)
        let matricule = Matricule(ins)
        return state.withLock { state in
            state.makeRoom(now)
            for one in counted {
                if let wait = state.lookups[one.key, default: LookupWindow()].wait(tag, one.quota, now: now) {
                    return .exceeded(retryAfter: wait)
                }
            }
            var isWalk = false
            for one in counted {
                let found = state.note(
                    tag,
                    one.isPerson ? matricule : nil,
                    under: one.key,
                    sequence: settings.sequence,
                    now
                )
                if found.isWalk { isWalk = true }
            }
            return isWalk ? .exceeded(retryAfter: Int(LookupWindow.hour)) : .within
        }
    }

    /// Seconds until somebody may ask a register again; nil when he may now.
    func wait(for register: Register, by actor: CareActor, now: Instant) throws(CustodyError) -> Int? {
        let key = try key(register, actor)
        let quota = register == .presences ? settings.presences : quota(actor)
        return state.withLock { state in
            if state.searches.count >= Self.capacity {
                state.searches = state.searches.filter { !$0.value.isEmpty(now) }
            }
            return state.searches[key, default: SearchWindow()].wait(quota, now: now)
        }
    }

    /// Counts what was asked of a register, and how many persons it showed.
    func note(_ register: Register, showing persons: Int, by actor: CareActor, now: Instant) throws(CustodyError) {
        let note = QuotaNote(kind: .search, key: try key(register, actor), at: now, weight: 1 + persons)
        state.withLock { $0.add(note) }
    }

    /// Counts a proof of presence asked for a matricule, whether there is a record behind it or not: it may send a message.
    ///
    /// - Returns: seconds until it may be asked; nil when it may now.
    func askPresence(_ tag: BlindTag, by actor: CareActor, now: Instant) throws(CustodyError) -> Int? {
        if let wait = try wait(for: .presences, by: actor, now: now) { return wait }
        let wait = state.withLock { state -> Int? in
            if state.presences.count >= Self.capacity {
                state.presences = state.presences.filter { !$0.value.isEmpty(now) }
            }
            let wait = state.presences[tag, default: SearchWindow()].wait(settings.presencesOfOne, now: now)
            if wait == nil { state.add(QuotaNote(kind: .presence, key: tag, at: now)) }
            return wait
        }
        guard wait == nil else { return wait }
        try note(.presences, showing: 0, by: actor, now: now)
        return nil
    }

    /// What has been counted since it was last asked for.
    func takeNotes() -> [QuotaNote] {
        state.withLock { state in
            defer { state.notes = [] }
            return state.notes
        }
    }

    /// Takes back what could not be written.
    func putBack(_ notes: [QuotaNote]) { state.withLock { $0.notes = notes + $0.notes } }

    private func emergency(_ key: BlindTag, _ tag: BlindTag, over limit: Int, _ now: Instant) -> Finding {
        state.withLock { state in
            state.makeRoom(now)
            let isNew = state.note(tag, under: key, now).isNew
            // Told once for each record too many, not for each page of it.
            return isNew && (state.lookups[key]?.lastHour(now) ?? 0) > limit ? .remarkable : .within
        }
    }

    private func counted(
        _ actor: CareActor,
        _ purpose: Purpose
    ) throws(CustodyError) -> [(key: BlindTag, quota: ReadingQuota, isPerson: Bool)] {
        let count: Count = purpose == .reading ? .care : .filing
        // A structure looks up all who come: only a person's lookups in a row tell of a walk.
        let structure = (try key(count, .structure(actor.structure.id)), settings.structure, false)
        guard let person = actor.person else { return [structure] }
        let quota = purpose == .reading ? settings.professional : settings.filing
        let own = (try key(count, .person(person)), quota, true)
        switch actor.authentication {
        case .direct: return [own]
        case .indirect, .reinforcedIndirect: return [own, structure]
        }
    }

    private func quota(_ actor: CareActor) -> ReadingQuota {
        actor.person == nil ? settings.structureSearching : settings.searching
    }

    private func key(_ count: Count, _ subject: CareSubject) throws(CustodyError) -> BlindTag {
        try key("quota/\(count.rawValue)/" + subject.text)
    }

    private func key(_ register: Register, _ actor: CareActor) throws(CustodyError) -> BlindTag {
        try key("quota/\(register.rawValue)/" + actor.subject.text)
    }

    private func key(_ text: String) throws(CustodyError) -> BlindTag {
        do { return try index.tag(login: text) } catch { throw .unavailable }
    }
}

extension QuotaBook.State {
    /// Counts a lookup; what is new is noted.
    fileprivate mutating func note(
        _ tag: BlindTag,
        _ matricule: Matricule? = nil,
        under key: BlindTag,
        sequence: Int = .max,
        _ now: Instant
    ) -> (isNew: Bool, isWalk: Bool) {
        let noted = lookups[key, default: LookupWindow()].note(tag, matricule, sequence: sequence, now: now)
        if noted.isNew { notes.append(QuotaNote(kind: .lookup, key: key, record: tag, at: now)) }
        if noted.isWalk, let end = lookups[key]?.closedUntil {
            notes.append(QuotaNote(kind: .walk, key: key, at: end))
        }
        return noted
    }

    /// Counts what was asked, and notes it.
    fileprivate mutating func add(_ note: QuotaNote) {
        takeUp(note)
        notes.append(note)
    }

    /// Counts what a note tells.
    fileprivate mutating func takeUp(_ note: QuotaNote) {
        switch note.kind {
        case .lookup:
            if let record = note.record { _ = lookups[note.key, default: LookupWindow()].note(record, now: note.at) }
        case .walk: lookups[note.key, default: LookupWindow()].close(until: note.at)
        case .search: searches[note.key, default: SearchWindow()].note(note.weight, now: note.at)
        case .presence: presences[note.key, default: SearchWindow()].note(note.weight, now: note.at)
        }
    }

    fileprivate mutating func makeRoom(_ now: Instant) {
        guard lookups.count >= QuotaBook.capacity else { return }
        lookups = lookups.filter { !$0.value.isEmpty(now) }
        if lookups.count >= QuotaBook.capacity, let any = lookups.keys.first { lookups[any] = nil }
    }
}
