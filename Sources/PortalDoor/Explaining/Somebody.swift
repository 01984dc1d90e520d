import HealthRecord

/// People whom no register knows, to ask the rules about a profession or an emergency.
enum Somebody {
    /// Numbers that no register gives.
    private static let person = ProfessionalID("0000000000")
    private static let practice = StructureID("0000000000")

    /// Somebody of a profession in a practice.
    static func of(_ profession: Profession, _ holder: HolderKind = .professional) -> CareActor? {
        guard let person, let practice else { return nil }
        return CareActor(
            person: person,
            name: PersonName(family: "", given: ""),
            profession: profession,
            structure: Structure(id: practice, name: "", sector: Code("SA07", CodeSystem.sector)),
            holder: holder,
            authentication: .direct
        )
    }

    /// A physician, such as one of an emergency department or of a regulation centre.
    static var physician: CareActor? { of(Profession(role: Code("10", CodeSystem.profession))) }

    /// The profession behind a key of the matrix, such as `G15_10/SM26`.
    static func profession(ofKey key: String) -> Profession? {
        guard key.hasPrefix("G15_") else { return nil }
        let codes = key.dropFirst(4).split(separator: "/", maxSplits: 1).map(String.init)
        guard let role = codes.first else { return nil }
        return Profession(
            role: Code(role, CodeSystem.profession),
            specialty: codes.count == 2 ? codes.last.map { Code($0, CodeSystem.specialty) } : nil
        )
    }

    /// Leave given now.
    static func leave(for actor: CareActor, now: Instant) -> Authorisation {
        Authorisation(
            subject: actor.subject,
            name: actor.name,
            profession: actor.profession,
            structure: actor.structure,
            since: now,
            until: nil,
            origin: .givenByHolder,
            lastAct: now,
            holder: actor.holder
        )
    }
}
