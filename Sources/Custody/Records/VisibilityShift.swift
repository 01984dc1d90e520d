import HealthRecord

/// What an act changes of a document's visibility, and of that of its other versions with it.
///
/// One version that stays in sight says that there is another, and mostly what it says too.
struct VisibilityShift: Hashable {
    private let given: Visibility
    private let taken: Visibility

    init(from before: Visibility, to after: Visibility) {
        given = after.subtracting(before).intersection(Self.shared)
        taken = before.subtracting(after).intersection(Self.shared)
    }

    private static let shared: Visibility = [
        .maskedToProfessionals, .hiddenFromPatient, .hiddenFromRepresentatives, .openedToRepresentatives,
    ]

    var isNone: Bool { given.isEmpty && taken.isEmpty }

    /// What a version that comes in masks or closes of those before it.
    static func filing(_ new: Visibility) -> VisibilityShift {
        VisibilityShift(from: [], to: new.intersection([.maskedToProfessionals, .hiddenFromRepresentatives]))
    }

    /// What a mask does to a version that the patient is not to see yet.
    enum Hidden: Sendable { case masked, waits }

    /// The visibility of another version after the act.
    ///
    /// - Parameters:
    ///   - isNewer: whether it came later: it is announced to the patient at its own time.
    ///   - hidden: whether the rules let it be masked as well, or its mask waits for the reveal.
    func applied(to visibility: Visibility, isNewer: Bool = false, hidden: Hidden = .masked) -> Visibility {
        var (given, taken) = (given, taken)
        // What was opened to the representatives stays open (EX_3.3-1045).
        if visibility.contains(.openedToRepresentatives) { given.remove(.hiddenFromRepresentatives) }
        if isNewer { taken.remove(.hiddenFromPatient) }
        // Whoever lifts a mask lifts it from what it waited for as well.
        if taken.contains(.maskedToProfessionals) { taken.insert(.maskedOnceRevealed) }
        if given.contains(.maskedToProfessionals), isWaiting(visibility.subtracting(taken), hidden) {
            given.remove(.maskedToProfessionals)
            given.insert(.maskedOnceRevealed)
        }
        var changed = visibility.union(given).subtracting(taken)
        changed.settleWaitingMask()
        return changed
    }

    private func isWaiting(_ visibility: Visibility, _ hidden: Hidden) -> Bool {
        guard visibility.contains(.hiddenFromPatient), !visibility.contains(.maskedToProfessionals) else {
            return false
        }
        return hidden == .waits || visibility.contains(.maskedOnceRevealed)
    }

    /// As what the change of another version is traced, where a new version brings it.
    var tracedWithFiling: TracedAct { given.contains(.maskedToProfessionals) ? .mask : .hideFromRepresentatives }
}

extension Visibility {
    /// A mask that waited for the reveal waits no longer once the patient sees the document.
    mutating func settleWaitingMask() {
        guard !contains(.hiddenFromPatient), remove(.maskedOnceRevealed) != nil else { return }
        insert(.maskedToProfessionals)
    }

    /// Hidden and masked at once as where the mask waits for the reveal.
    var waitingAgain: Visibility {
        guard isSuperset(of: [.hiddenFromPatient, .maskedToProfessionals]) else { return self }
        return subtracting(.maskedToProfessionals).union(.maskedOnceRevealed)
    }
}

extension DocumentEntry {
    /// A deleted document is never revealed to the patient, while professionals read it: its mask waits no longer.
    mutating func settleDeleted() {
        guard status == .deleted, visibility.remove(.maskedOnceRevealed) != nil else { return }
        visibility.insert(.maskedToProfessionals)
    }
}
