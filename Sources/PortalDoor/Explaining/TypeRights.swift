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

    /// Whether somebody of a profession, with a leave in force, may read a visible document of a type.
    func answer(_ profession: Profession, _ type: (code: Code, classCode: Code)) -> Answer {
        guard let actor = Somebody.of(profession) else { return Answer(isPermitted: false, reason: .whyDefault) }
        var supposed = policy
        supposed.authorisations = [Somebody.leave(for: actor, now: now)]
        supposed.blocks = []
        supposed.treatingPhysicians = []
        let decision = PolicyEffect.decision(
            of: actor,
            on: DocumentFacts(typeCode: type.code, classCode: type.classCode),
            supposed,
            now,
            rules
        )
        return Answer(
            isPermitted: decision.isPermitted,
            reason: decision.isPermitted ? .whyProfessionYes : DecisionWords.reason(decision)
        )
    }

    /// Whether this very person may read a new document of a type, as the holder has chosen.
    func answer(_ one: KnownProfessional, _ type: (code: Code, classCode: Code)) -> Answer {
        guard let actor = one.actor else { return Answer(isPermitted: false, reason: .whyNoLeave) }
        let decision = PolicyEffect.decision(
            of: actor,
            on: DocumentFacts(typeCode: type.code, classCode: type.classCode, visibility: policy.defaultVisibility),
            policy,
            now,
            rules
        )
        return Answer(isPermitted: decision.isPermitted, reason: DecisionWords.reason(decision))
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
        let present = rules.policySets.values.filter { $0.validFrom <= now.date }.max { $0.validFrom < $1.validFrom }
        guard let present, let birthDate = CalendarDate(year: 1970, month: 1, day: 1) else { return nil }
        return RecordPolicy(policySet: present.id, state: .open(internet: .active), birthDate: birthDate)
    }
}
