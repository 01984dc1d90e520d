public import HealthRecord

/// What would change if the holder chose otherwise: who would gain or lose which documents, told before it is done.
public struct ChoiceEffect: Sendable, Hashable {
    /// Somebody whose reading changes.
    public enum Affected: Hashable, Sendable {
        /// One who holds a leave under either policy.
        case named(CareSubject)
        /// An authorised professional of a profession, by key of the matrix.
        case profession(String)
        /// The holder's circle and those who come in an emergency.
        case reader(Reader)
    }

    /// One reader's gains and losses, as places in the list of documents.
    public struct Change: Hashable, Sendable {
        /// Whose reading changes.
        public let affected: Affected
        /// Documents that become readable.
        public let gains: [Int]
        /// Documents that stop being readable.
        public let loses: [Int]
    }

    /// One document as it stands to each who might read it.
    public struct Document: Sendable {
        /// Its facts, before and after the choice: a mask changes the document, not the policy.
        public let before: DocumentFacts
        /// After.
        public let after: DocumentFacts
        /// How it stands to somebody.
        public let relation: @Sendable (CareSubject) -> DocumentRelation

        /// Joins the facts; the choice leaves the document as it is unless `after` is given.
        public init(
            _ before: DocumentFacts,
            after: DocumentFacts? = nil,
            relation: @escaping @Sendable (CareSubject) -> DocumentRelation = { _ in .none }
        ) {
            self.before = before
            self.after = after ?? before
            self.relation = relation
        }
    }

    /// Those whose reading changes; nobody for a choice without effect.
    public let changes: [Change]

    /// Decides every reading under both policies and keeps the differences.
    public init(
        from before: RecordPolicy,
        to after: RecordPolicy,
        documents: [Document],
        now: Instant,
        ruleBook: RuleBook
    ) {
        var order: [Affected] = []
        var gains: [Affected: [Int]] = [:]
        var loses: [Affected: [Int]] = [:]
        for (place, document) in documents.enumerated() {
            let former = Self.readings(of: document.before, before, document.relation, now, ruleBook)
            let next = Self.readings(of: document.after, after, document.relation, now, ruleBook)
            let formerly = Dictionary(former) { first, _ in first }
            let later = Dictionary(next) { first, _ in first }
            for (affected, _) in former + next where !order.contains(affected) { order.append(affected) }
            for affected in Set(formerly.keys).union(later.keys) {
                switch (formerly[affected] ?? false, later[affected] ?? false) {
                case (false, true): gains[affected, default: []].append(place)
                case (true, false): loses[affected, default: []].append(place)
                case (true, true), (false, false): break
                }
            }
        }
        changes = order.compactMap { affected in
            guard gains[affected] != nil || loses[affected] != nil else { return nil }
            return Change(affected: affected, gains: gains[affected] ?? [], loses: loses[affected] ?? [])
        }
    }

    private static func readings(
        of document: DocumentFacts,
        _ policy: RecordPolicy,
        _ relation: (CareSubject) -> DocumentRelation,
        _ now: Instant,
        _ book: RuleBook
    ) -> [(Affected, Bool)] {
        let explanation = Explanation(of: document, policy: policy, now: now, ruleBook: book, relation: relation)
        let circle = Explanation.circle(of: document, policy: policy, now: now, ruleBook: book, relation: relation)
        return circle.map { (.reader($0.reader), $0.decision.isPermitted) }
            + explanation.named.map { (.named($0.subject), $0.decision.isPermitted) }
            + explanation.professions.map { (.profession($0.key), $0.decision.isPermitted) }
    }
}
