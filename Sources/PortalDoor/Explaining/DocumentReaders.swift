import AccessRules
import HealthRecord
import Wording

/// Who of those authorised may read a document, told by the very function that decides.
enum DocumentReaders {
    static func readers(
        of entry: DocumentEntry,
        policy: RecordPolicy,
        now: Instant,
        rules: RuleBook
    ) -> [DocumentPage.Reader] {
        let holder = Actor.holder(PersonName(family: "", given: ""))
        let explanation = Explanation(
            of: DocumentFacts(entry, for: holder),
            policy: policy,
            now: now,
            ruleBook: rules
        ) { subject in relation(of: entry, to: subject) }
        return explanation.named.compactMap { named in
            guard let leave = policy.authorisation(of: named.subject) else { return nil }
            return DocumentPage.Reader(
                name: NameText.titled(named.name, leave.profession),
                profession: ProfessionText.label(leave.profession),
                mayRead: named.decision.isPermitted
            )
        }
    }

    static func relation(of entry: DocumentEntry, to subject: CareSubject) -> DocumentRelation {
        switch subject {
        case .person(let id): entry.authors.contains { $0.professional == id } ? .author : .none
        case .structure(let id):
            entry.authors.flatMap(\.institutions).contains { $0.structure == id } ? .ownStructure : .none
        }
    }
}
