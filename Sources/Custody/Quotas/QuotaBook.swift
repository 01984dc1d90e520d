import HealthRecord
import Sealing
import Synchronization

/// Counts the different records that each care actor looks into, whether there is a record behind the matricule or not.
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

    private enum Counted: Hashable {
        case care(CareSubject)
        case filing(CareSubject)
        case emergency(CareSubject)
        case regulation(CareSubject)
    }

    /// What registers are asked for.
    enum Register: Hashable, Sendable {
        /// A person by traits (TD0.5).
        case persons
        /// One's own patients (TD0.4).
        case patients
        /// Proofs of presence.
        case presences
    }

    private struct Searcher: Hashable {
        let subject: CareSubject
        let register: Register
    }

    private let settings: QuotaSettings
    private let windows = Mutex<[Counted: LookupWindow]>([:])
    private let searches = Mutex<[Searcher: SearchWindow]>([:])
    private let presences = Mutex<[BlindTag: SearchWindow]>([:])

    init(_ settings: QuotaSettings) { self.settings = settings }

    /// Counts one lookup of a matricule by its tag.
    func lookUp(
        _ tag: BlindTag,
        _ ins: INS,
        by actor: CareActor,
        mode: AccessMode,
        for purpose: Purpose = .reading,
        now: Instant
    ) -> Finding {
        // An emergency is never kept waiting: only told of.
        switch mode {
        case .breakGlass: return emergency(.emergency(actor.subject), tag, over: settings.emergencies, now)
        case .regulation: return emergency(.regulation(actor.subject), tag, over: settings.regulations, now)
        case .normal: break
        }
        let counted = counted(actor, purpose)
        return windows.withLock { windows in
            Self.makeRoom(&windows, now)
            for (subject, quota) in counted {
                if let wait = windows[subject, default: LookupWindow()].wait(tag, quota, now: now) {
                    return .exceeded(retryAfter: wait)
                }
            }
            var isWalk = false
            for (subject, _) in counted {
                // A structure looks up all who come: only a person's lookups in a row tell of a walk.
                let matricule: Matricule? = if case .care(.person) = subject { Matricule(ins) } else { nil }
                let noted = windows[subject, default: LookupWindow()]
                    .note(tag, matricule, sequence: settings.sequence, now: now)
                if noted.isWalk { isWalk = true }
            }
            return isWalk ? .exceeded(retryAfter: Int(LookupWindow.hour)) : .within
        }
    }

    /// Seconds until somebody may ask a register again; nil when he may now.
    func wait(for register: Register, by actor: CareActor, now: Instant) -> Int? {
        let searcher = Searcher(subject: actor.subject, register: register)
        let quota = register == .presences ? settings.presences : quota(actor)
        return searches.withLock { searches in
            if searches.count >= Self.capacity { searches = searches.filter { !$0.value.isEmpty(now) } }
            return searches[searcher, default: SearchWindow()].wait(quota, now: now)
        }
    }

    /// Counts what was asked of a register, and how many persons it showed.
    func note(_ register: Register, showing persons: Int, by actor: CareActor, now: Instant) {
        let searcher = Searcher(subject: actor.subject, register: register)
        searches.withLock { $0[searcher, default: SearchWindow()].note(1 + persons, now: now) }
    }

    /// Counts a proof of presence asked for a matricule, whether there is a record behind it or not: it may send a message.
    ///
    /// - Returns: seconds until it may be asked; nil when it may now.
    func askPresence(_ tag: BlindTag, by actor: CareActor, now: Instant) -> Int? {
        if let wait = wait(for: .presences, by: actor, now: now) { return wait }
        let wait = presences.withLock { presences -> Int? in
            if presences.count >= Self.capacity { presences = presences.filter { !$0.value.isEmpty(now) } }
            let wait = presences[tag, default: SearchWindow()].wait(settings.presencesOfOne, now: now)
            if wait == nil { presences[tag, default: SearchWindow()].note(1, now: now) }
            return wait
        }
        guard wait == nil else { return wait }
        note(.presences, showing: 0, by: actor, now: now)
        return nil
    }

    private func emergency(_ counted: Counted, _ tag: BlindTag, over limit: Int, _ now: Instant) -> Finding {
        windows.withLock { windows in
            Self.makeRoom(&windows, now)
            let isNew = windows[counted, default: LookupWindow()].note(tag, now: now).isNew
            // Told once for each record too many, not for each page of it.
            return isNew && (windows[counted]?.lastHour(now) ?? 0) > limit ? .remarkable : .within
        }
    }

    private func counted(_ actor: CareActor, _ purpose: Purpose) -> [(Counted, ReadingQuota)] {
        func entry(_ subject: CareSubject, _ reading: ReadingQuota, _ filing: ReadingQuota) -> (Counted, ReadingQuota) {
            purpose == .reading ? (.care(subject), reading) : (.filing(subject), filing)
        }
        let structure = entry(.structure(actor.structure.id), settings.structure, settings.structure)
        guard let person = actor.person else { return [structure] }
        let own = entry(.person(person), settings.professional, settings.filing)
        switch actor.authentication {
        case .direct: return [own]
        case .indirect, .reinforcedIndirect: return [own, structure]
        }
    }

    private func quota(_ actor: CareActor) -> ReadingQuota {
        actor.person == nil ? settings.structureSearching : settings.searching
    }

    private static func makeRoom(_ windows: inout [Counted: LookupWindow], _ now: Instant) {
        guard windows.count >= capacity else { return }
        windows = windows.filter { !$0.value.isEmpty(now) }
        if windows.count >= capacity, let any = windows.keys.first { windows[any] = nil }
    }
}
