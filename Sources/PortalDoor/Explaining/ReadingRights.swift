import AccessRules
import ClinicalDocuments
import HealthRecord

/// What a profession may read, category by category, told by the very function that decides.
enum ReadingRights {
    /// For each class of documents, whether somebody of the profession with a leave in force may read all, some or none of
    /// its types.
    static func rights(
        of profession: Profession,
        policy: RecordPolicy,
        now: Instant,
        rules: RuleBook,
        valueSets: ValueSets
    ) -> [(classCode: Code, answer: ProfessionalPage.Right.Answer)] {
        guard let actor = somebody(of: profession) else { return [] }
        var supposed = policy
        supposed.authorisations = [leave(for: actor, now: now)]
        supposed.blocks = []
        supposed.treatingPhysicians = []
        let context = Context(policy: supposed, now: now)
        let types = Dictionary(grouping: valueSets[.type]?.codes ?? []) { valueSets.classCode(forType: $0) }
        return (valueSets[.classCode]?.codes ?? []).compactMap { classCode in
            let permitted = (types[classCode] ?? []).map { type in
                decide(
                    subject: .care(actor),
                    act: .read,
                    resource: .document(DocumentFacts(typeCode: type, classCode: classCode)),
                    context: context,
                    ruleBook: rules
                ).isPermitted
            }
            guard !permitted.isEmpty else { return nil }
            let count = permitted.count { $0 }
            return (classCode, count == permitted.count ? .all : count == 0 ? .none : .some)
        }
    }

    /// Somebody whom no register knows.
    private static func somebody(of profession: Profession) -> CareActor? {
        guard let person = ProfessionalID("0000000000"), let practice = StructureID("0000000000") else { return nil }
        return CareActor(
            person: person,
            name: PersonName(family: "", given: ""),
            profession: profession,
            structure: Structure(id: practice, name: "", sector: Code("SA07", CodeSystem.sector)),
            holder: .professional,
            authentication: .direct
        )
    }

    private static func leave(for actor: CareActor, now: Instant) -> Authorisation {
        Authorisation(
            subject: actor.subject,
            name: actor.name,
            profession: actor.profession,
            structure: actor.structure,
            since: now,
            until: nil,
            origin: .givenByHolder,
            lastAct: now
        )
    }
}
