import AccessRules
import HealthRecord

/// What an act on one document does to its other versions.
struct VersionShift {
    /// A version that is filed in the place of another.
    struct Filing {
        let entry: DocumentEntry
        /// What its author asked for himself; what the holder's wishes and the version before it add is not his.
        let asked: Visibility
    }

    let visibility: VisibilityShift
    let traced: TracedAct
    /// The document acted on, as it stood before.
    let head: DocumentEntry
    let judged: Act
    /// The rule that permitted the act on it.
    let rule: String
    /// What is filed, where the act is that.
    var filing: Filing?
}

extension VersionShift {
    /// What a version that is filed in the place of another does to those before it.
    init(filing new: DocumentEntry, asked: Visibility, after old: DocumentEntry, rule: String) {
        let shift = VisibilityShift.filing(new.visibility)
        self.init(
            visibility: shift,
            traced: shift.tracedWithFiling,
            head: old,
            judged: .replace,
            rule: rule,
            filing: Filing(entry: new, asked: asked)
        )
    }
}

/// What becomes of another version.
enum VersionCourse {
    /// It stands so from now on, by a decision about itself.
    case decided(Visibility, rule: String)
    /// It stands so from now on, by the decision about the document acted on.
    case followed(Visibility)
    /// It stays as it stands.
    case stays
    /// The rules refuse it and the asker may be told so: the whole act is refused.
    case refused(Judgement, UniqueID)
}

/// Judges each version for itself: an act on one document is no way round what the rules say of another.
///
/// A refusal that the asker may be told of refuses the whole. Of a version that he may not know of he is told nothing: what hides
/// covers it all the same, and what shows leaves it as it stands. So it does with one that is deleted: nobody could reveal it
/// first, as he would be told to, and for the same reason its mask waits for nothing (`settleDeleted`).
struct VersionJudge {
    let custodian: Custodian
    let admission: Admission
    let context: RecordContext
    let now: Instant

    /// - Parameter isNewer: whether it came later than the document acted on.
    func course(of version: DocumentEntry, after shift: VersionShift, isNewer: Bool = false) -> VersionCourse {
        let before = waiting(version)
        let atOnce = shift.visibility.applied(to: before, isNewer: isNewer)
        guard atOnce != before else { return .stays }
        let covered =
            letsHiddenBeMasked ? atOnce : shift.visibility.applied(to: before, isNewer: isNewer, hidden: .waits)
        if let filing = shift.filing { return course(of: version, under: filing, atOnce: atOnce, covered: covered) }
        let hides = !atOnce.intersection(.all).isSubset(of: before)
        let shows = !before.intersection(.all).isSubset(of: atOnce)
        // What neither hides nor shows is nobody's to refuse; what a reveal hides is the holder's mask, which waited for it.
        if !shows, !hides || shift.judged == .reveal { return .followed(covered) }
        let judgement = judge(shift.judged, version.kept)
        guard let refusal = judgement.refusal else {
            return version.status == .deleted ? .followed(atOnce) : .decided(atOnce, rule: judgement.rule)
        }
        guard refusal.isSilent || isTime || version.status == .deleted else { return .refused(judgement, version.id) }
        return shows ? .stays : .followed(covered)
    }

    /// Whether the holder deletes a version with the later one; what he may not know of stays.
    func course(ofWithdrawn version: DocumentEntry) -> VersionCourse {
        let judgement = judge(.delete, version)
        guard let refusal = judgement.refusal else { return .decided(version.visibility, rule: judgement.rule) }
        return refusal.isSilent ? .stays : .refused(judgement, version.id)
    }

    /// Whether the trace of what follows another document is kept from who asked: he may not know that it is there.
    ///
    /// What is kept from the holder, and from whoever acts for him, is left out of what they read until it is announced.
    func isUnseen(_ version: DocumentEntry) -> Bool {
        guard case .care = admission.actor else { return false }
        return judge(.findReference, version).refusal != nil
    }

    /// A new version that its author asks to mask masks those before it.
    ///
    /// Where the rules let one of them not be masked yet, he is told, if it stands and he may refer to it; otherwise its mask waits.
    private func course(
        of version: DocumentEntry,
        under filing: VersionShift.Filing,
        atOnce: Visibility,
        covered: Visibility
    ) -> VersionCourse {
        guard covered != atOnce, filing.asked.contains(.maskedToProfessionals), version.status != .deleted,
            judge(.findReference, version.kept).refusal == nil
        else { return .followed(covered) }
        var both = filing.entry
        both.visibility = filing.asked.union(.hiddenFromPatient)
        let judgement = judge(admission.feedingAct, both)
        return judgement.refusal == nil ? .followed(covered) : .refused(judgement, filing.entry.id)
    }

    /// A deleted version as it stood before: whoever could lift a mask that waited lifts it from there as well.
    private func waiting(_ version: DocumentEntry) -> Visibility {
        guard version.status == .deleted, !letsHiddenBeMasked else { return version.visibility }
        return version.visibility.waitingAgain
    }

    private func judge(_ act: Act, _ entry: DocumentEntry) -> Judgement {
        let facts = DocumentFacts(entry, for: admission.actor)
        return custodian.judge(act, .document(facts), by: admission, on: context, now: now)
    }

    private var letsHiddenBeMasked: Bool {
        custodian.rules.policySets[context.policy.policySet]?.letsHiddenBeMasked ?? false
    }

    /// Whether the service acts, by the calendar: each version has a term of its own.
    private var isTime: Bool {
        if case .system = admission.actor { true } else { false }
    }
}

extension DocumentEntry {
    /// As it is judged among its versions: what is deleted is kept, and read by some.
    fileprivate var kept: DocumentEntry {
        guard status == .deleted else { return self }
        var kept = self
        kept.status = .deprecated
        return kept
    }
}
