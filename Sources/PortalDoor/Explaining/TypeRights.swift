import AccessRules
import ClinicalDocuments
import HealthRecord
import PageKit
import Wording

/// Answers of the rules, type by type and profession by profession, for page 19.
struct TypeRights: Sendable {
    let rules: RuleBook
    let valueSets: ValueSets
    /// The holder's policy; for somebody who has not signed in, an ordinary one under the present rules.
    let policy: RecordPolicy
    let now: Instant

    /// An answer and the reason that the deciding rule gives.
    struct Answer: Hashable, Sendable {
        let isPermitted: Bool
        let reason: RightsText
    }

    /// One profession as lists show it.
    struct Choice: Hashable, Sendable {
        let key: String
        let label: Phrase
    }

    /// The professions of the matrix, each once, in the order of their names.
    var professions: [(key: String, profession: Profession, label: Phrase)] {
        rules.professionKeys.compactMap { key in
            Somebody.profession(ofKey: key).map { (key, $0, ProfessionText.label($0).capitalised) }
        }.sorted { $0.label.french < $1.label.french }
    }

    /// The types that people meet: those of the value set that belong to a class.
    var types: [(code: Code, classCode: Code)] {
        (valueSets[.type]?.codes ?? []).compactMap { code in valueSets.classCode(forType: code).map { (code, $0) } }
    }

    /// What an authorised professional of each profession may do with a visible document of a type, by key of the matrix:
    /// the explanation of such a document, by the function that decides.
    func answers(_ type: (code: Code, classCode: Code)) -> [String: Answer] {
        Dictionary(
            explanation(of: type, visibility: []).professions.map { key, decision in
                (
                    key,
                    Answer(
                        isPermitted: decision.isPermitted,
                        reason: decision.isPermitted ? .whyProfessionYes : DecisionWords.reason(decision)
                    )
                )
            }
        ) { first, _ in first }
    }

    /// The key of a profession in the matrix: that of its specialty where the matrix has one.
    func key(of profession: Profession) -> String? {
        let role = "G15_" + profession.role.value
        let keys = Set(rules.professionKeys)
        return [profession.specialty.map { "\(role)/\($0.value)" }, role].compactMap(\.self).first(where: keys.contains)
    }

    /// Whether this very person may read a new document of a type, as the holder has chosen.
    func answer(_ one: KnownProfessional, _ type: (code: Code, classCode: Code)) -> Answer {
        let explanation = explanation(of: type, visibility: policy.defaultVisibility)
        if let decision = explanation.named.first(where: { $0.subject == one.subject })?.decision {
            return Answer(isPermitted: decision.isPermitted, reason: DecisionWords.reason(decision))
        }
        // Somebody without a leave: as a treating physician, as one who is blocked, as anybody.
        guard let actor = one.actor else { return Answer(isPermitted: false, reason: .whyNoLeave) }
        let facts = Self.facts(type, policy.defaultVisibility)
        let decision = PolicyEffect.decision(of: actor, on: facts, policy, now, rules)
        return Answer(isPermitted: decision.isPermitted, reason: DecisionWords.reason(decision))
    }

    private func explanation(of type: (code: Code, classCode: Code), visibility: Visibility) -> Explanation {
        Explanation(of: Self.facts(type, visibility), policy: policy, now: now, ruleBook: rules) { _ in .none }
    }

    private static func facts(_ type: (code: Code, classCode: Code), _ visibility: Visibility) -> DocumentFacts {
        DocumentFacts(typeCode: type.code, classCode: type.classCode, visibility: visibility)
    }

    /// Whether a profession may read all, some or none of the types of each class.
    func classes(of profession: Profession) -> [(classCode: Code, answer: ProfessionalPage.Right.Answer)] {
        let key = key(of: profession)
        let permitted = Dictionary(grouping: types) { $0.classCode }
            .mapValues { types in types.map { type in key.flatMap { answers(type)[$0] }?.isPermitted ?? false } }
        return (valueSets[.classCode]?.codes ?? []).compactMap { classCode in
            guard let answers = permitted[classCode], !answers.isEmpty else { return nil }
            let count = answers.count { $0 }
            return (classCode, count == answers.count ? .all : count == 0 ? .none : .some)
        }
    }

    /// How many of these documents this very person may read.
    func readable(_ one: KnownProfessional, _ entries: [DocumentEntry]) -> Int {
        guard let actor = one.actor else { return 0 }
        return entries.count {
            PolicyEffect.decision(of: actor, on: DocumentFacts($0, for: .care(actor)), policy, now, rules).isPermitted
        }
    }

    /// The policy of nobody in particular, under the rules in force.
    static func ordinary(_ rules: RuleBook, now: Instant) -> RecordPolicy? {
        let today = now.dayInFrance
        let present = rules.policySets.values.filter { $0.validFrom <= today }.max { $0.validFrom < $1.validFrom }
        guard let present, let birthDate = CalendarDate(year: 1970, month: 1, day: 1) else { return nil }
        return RecordPolicy(policySet: present.id, state: .open(internet: .active), birthDate: birthDate)
    }
}
