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

    private enum Counted: Hashable {
        case care(CareSubject)
        case emergency(CareSubject)
    }

    private let settings: QuotaSettings
    private let windows = Mutex<[Counted: LookupWindow]>([:])

    init(_ settings: QuotaSettings) { self.settings = settings }

    /// Counts one lookup of a matricule by its tag.
    func lookUp(_ tag: BlindTag, _ ins: INS, by actor: CareActor, mode: AccessMode, now: Instant) -> Finding {
        windows.withLock { windows in
            makeRoom(&windows, now)
            guard mode == .normal else {
                // An emergency is never kept waiting: only told of.
                var window = windows[.emergency(actor.subject)] ?? LookupWindow()
                _ = window.note(tag, nil, sequence: .max, now: now)
                windows[.emergency(actor.subject)] = window
                return mode != .regulation && window.lastHour(now) > settings.emergencies ? .remarkable : .within
            }
            let counted = counted(actor)
            for (subject, quota) in counted {
                if let wait = windows[.care(subject), default: LookupWindow()].wait(tag, quota, now: now) {
                    return .exceeded(retryAfter: wait)
                }
            }
            var isWalk = false
            for (subject, _) in counted {
                // A structure looks up all who come: only a person's lookups in a row tell of a walk.
                let matricule: Matricule? = if case .person = subject { Matricule(ins) } else { nil }
                if windows[.care(subject), default: LookupWindow()]
                    .note(tag, matricule, sequence: settings.sequence, now: now)
                {
                    isWalk = true
                }
            }
            return isWalk ? .exceeded(retryAfter: Int(LookupWindow.hour)) : .within
        }
    }

    private func counted(_ actor: CareActor) -> [(CareSubject, ReadingQuota)] {
        let structure = (CareSubject.structure(actor.structure.id), settings.structure)
        guard let person = actor.person else { return [structure] }
        switch actor.authentication {
        case .direct: return [(.person(person), settings.professional)]
        case .indirect, .reinforcedIndirect: return [(.person(person), settings.professional), structure]
        }
    }

    private func makeRoom(_ windows: inout [Counted: LookupWindow], _ now: Instant) {
        guard windows.count >= Self.capacity else { return }
        windows = windows.filter { !$0.value.isEmpty(now) }
        if windows.count >= Self.capacity, let any = windows.keys.first { windows[any] = nil }
    }
}
