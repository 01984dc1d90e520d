import AccessRules
import Custody
import HealthRecord
import Wording

/// How far the proofs of a history go, which follows from who asks, the rules and the day alone.
enum ProofReach: Hashable, Sendable {
    /// Through a day, of which nothing can be hidden any more.
    case through(CalendarDate)
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
        case .nowhere: HistoryText.noProof.phrase
        case .notHis: nil
        }
    }
}

extension PortalDoor {
    func proofReach(_ stay: Stay) -> ProofReach {
        if stay.isActing { return .notHis }
        let set = rules.policySets[stay.file.policy.policySet]
        return set?.announcedThrough(on: ParisTime.civil(stay.now).date).map { .through($0) } ?? .nowhere
    }
}
