import AccessRules
import HealthRecord
import Wording

/// What ends with a mandate, what stays and what it makes possible, told before it is ended (identity and experience § 7.3).
///
/// What somebody may read is told by the function that explains, which is the one that decides.
struct MandateEnding {
    let mandate: Representative
    /// Whether the one who reads this ends his own mandate.
    let isOwn: Bool
    /// The documents that the one who reads this sees; those that he does not see are not counted.
    let documents: [DocumentEntry]
    let policy: RecordPolicy
    let now: Instant
    let rules: RuleBook

    var lists: [SummaryList] {
        [
            SummaryList(kind: .loses, title: (isOwn ? EndingText.ownLoses : .loses).phrase, items: lost),
            SummaryList(kind: .keeps, title: EndingText.keeps.phrase, items: kept),
            SummaryList(kind: .gains, title: EndingText.gains.phrase, items: gained),
        ]
    }

    private var lost: [Phrase] {
        guard mandate.isActive(at: now), let capacity = mandate.kind.capacity else {
            return [EndingText.invitation.phrase]
        }
        let limits = mandate.limits
        let count = limits.contains(.noDocuments) ? 0 : documents.count { mayRead($0, capacity) }
        var items: [Phrase] = []
        if count > 0 { items.append(EndingText.reading(count)) }
        if !limits.contains(.noDocuments) { items.append(EndingText.adding.phrase) }
        items.append(EndingText.history.phrase)
        if mandate.kind != .carer {
            if !limits.contains(.noSharing) { items.append(EndingText.sharing.phrase) }
            if !limits.contains(.noWishes) { items.append(EndingText.wishes.phrase) }
        }
        return items
    }

    private func mayRead(_ entry: DocumentEntry, _ capacity: Representation) -> Bool {
        let readers: [Representation: Reader] = [
            .legalRepresentative: .legalRepresentative, .guardian: .guardian, .carer: .carer,
        ]
        let standing = EntryStanding(entry)
        return Explanation.circle(
            of: standing.facts(for: .holder(PersonName(family: "", given: ""))),
            policy: policy,
            now: now,
            ruleBook: rules,
            relation: standing.relation(to:)
        )
        .contains { $0.reader == readers[capacity] && $0.decision.isPermitted }
    }

    private var kept: [Phrase] { [EndingText.read, .written, .added].map(\.phrase) }

    private var gained: [Phrase] {
        guard mandate.kind == .carer, !isOwn else { return [] }
        let others = policy.representatives.count { $0.kind == .carer && $0.isStanding(at: now) && $0.id != mandate.id }
        return [others == 0 ? EndingText.alone.phrase : EndingText.others(others)]
    }
}
