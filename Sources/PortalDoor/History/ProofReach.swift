import AccessRules
import Custody
import HealthRecord
import Wording

/// How far the proofs of a history go, which follows from who asks, the rules and the day alone.
enum ProofReach: Hashable, Sendable {
    /// Through a day, of which nothing can be hidden any more.
    case through(CalendarDate)
    /// From a day on: the rules have just got a term, and what was hidden before is announced until then.
    case later(CalendarDate)
    /// Nowhere: the rules set no term to hiding.
    case nowhere
    /// Not his to take: who acts for the holder has the history alone.
    case notHis

    /// Whether there is something to take.
    var isSomewhere: Bool { if case .through = self { true } else { false } }

    /// What the page says of them.
    var words: Phrase? {
        switch self {
        case .through(let day): HistoryText.proof(through: DateText.date(day))
        case .later(let day): HistoryText.proof(from: DateText.date(day))
        case .nowhere: HistoryText.noProof.phrase
        case .notHis: nil
        }
    }
}

extension PortalDoor {
    func proofReach(_ stay: Stay) -> ProofReach {
        if stay.isActing { return .notHis }
        let (policy, today) = (stay.file.policy, ParisTime.civil(stay.now).date)
        guard let set = rules.policySets[policy.policySet], set.releaseAfter != nil else { return .nowhere }
        if let day = set.announcedThrough(on: today, grace: policy.announcementGrace) { return .through(day) }
        return policy.announcementGrace.map { .later($0.until) } ?? .nowhere
    }
}
