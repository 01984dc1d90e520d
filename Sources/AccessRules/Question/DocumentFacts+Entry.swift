public import HealthRecord

extension DocumentFacts {
    /// The facts of an entry as they stand to an actor.
    public init(_ entry: DocumentEntry, for actor: Subject) {
        let origin = Self.origin(of: entry)
        self.init(
            typeCode: entry.typeCode,
            classCode: entry.classCode,
            visibility: entry.visibility,
            status: entry.status,
            relation: Self.relation(of: entry, origin: origin, to: actor),
            origin: origin,
            hiddenSince: entry.visibility.contains(.hiddenFromPatient) ? entry.depositedAt : nil
        )
    }

    private static func origin(of entry: DocumentEntry) -> DocumentOrigin {
        let roles = entry.authors.compactMap(\.specialty).filter { $0.system == CodeSystem.nonProfession }
        if roles.contains(where: { $0.value == "EXP_PATIENT" }) { return .holder }
        return roles.contains { $0.value == "ALIM_AM" } ? .insurer : .care
    }

    private static func relation(
        of entry: DocumentEntry,
        origin: DocumentOrigin,
        to actor: Subject
    ) -> DocumentRelation {
        switch actor {
        case .holder, .representative: return origin == .holder ? .author : .none
        case .system: return .none
        case .care(let care):
            if let person = care.person, entry.authors.contains(where: { $0.professional == person }) { return .author }
            let institutions = entry.authors.lazy.flatMap(\.institutions)
            return institutions.contains { $0.structure == care.structure.id } ? .ownStructure : .none
        }
    }
}
