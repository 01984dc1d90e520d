public import HealthRecord

/// Somebody, or some kind of somebody, who may or may not read a document, beside those who hold a leave.
public enum Reader: Hashable, Sendable {
    /// The holder; as a minor, by own access.
    case holder
    /// A legal representative of a minor.
    case legalRepresentative
    /// The person in charge of a protected adult.
    case guardian
    /// A carer with delegated access.
    case carer
    /// A declared treating physician.
    case treatingPhysician(ProfessionalID)
    /// Somebody of a profession who breaks the glass.
    case breakGlass(profession: String)
    /// A physician of a regulation centre.
    case regulation
    /// Any professional who has no leave.
    case stranger(profession: String)
}

extension Explanation {
    /// The same question for the holder's circle, the treating physicians and those who come in an emergency.
    public static func circle(
        of document: DocumentFacts,
        policy: RecordPolicy,
        now: Instant,
        ruleBook: RuleBook,
        relation: (CareSubject) -> DocumentRelation
    ) -> [(reader: Reader, decision: Decision)] {
        let name = PersonName(family: "", given: "")
        func ask(_ subject: Subject, _ facts: DocumentFacts, _ mode: AccessMode = .normal) -> Decision {
            decide(
                subject: subject,
                act: .read,
                resource: .document(facts),
                context: Context(
                    policy: policy,
                    mode: mode,
                    now: now,
                    today: now.dayInFrance,
                    circumstances: Circumstances(isRegulationCentre: mode == .regulation)
                ),
                ruleBook: ruleBook
            )
        }
        var facts = document
        var circle: [(Reader, Decision)] = [(.holder, ask(.holder(name), facts))]
        for (reader, kind) in [
            (Reader.legalRepresentative, Representation.legalRepresentative), (.guardian, .guardian), (.carer, .carer),
        ] {
            circle.append((reader, ask(.representative(name, kind), facts)))
        }
        for person in policy.treatingPhysicians {
            // Named in the role, somebody in training has nothing by it.
            let holder = policy.authorisation(of: .person(person))?.bearer ?? .professional
            guard let actor = supposed("10", person, holder) else { continue }
            facts.relation = relation(.person(person))
            circle.append((.treatingPhysician(person), ask(.care(actor), facts)))
        }
        facts.relation = .none
        for (key, role) in [("G15_10", "10"), ("G15_60", "60")] {
            guard let actor = supposed(role, ProfessionalID("0000000000")) else { continue }
            circle.append((.stranger(profession: key), ask(.care(actor), facts)))
            circle.append((.breakGlass(profession: key), ask(.care(actor), facts, .breakGlass(reason: "supposed"))))
            if role == "10" { circle.append((.regulation, ask(.care(actor), facts, .regulation))) }
        }
        return circle
    }

    /// Somebody of a profession of the health code, in private practice.
    private static func supposed(
        _ role: String,
        _ person: ProfessionalID?,
        _ holder: HolderKind = .professional
    ) -> CareActor? {
        guard let person, let practice = StructureID("0000000000") else { return nil }
        return CareActor(
            person: person,
            name: PersonName(family: "", given: ""),
            profession: Profession(role: Code(role, CodeSystem.profession)),
            structure: Structure(id: practice, name: "", sector: Code("SA07", CodeSystem.sector)),
            holder: holder,
            authentication: .direct
        )
    }
}
