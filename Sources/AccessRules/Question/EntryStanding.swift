public import HealthRecord

/// What rules need of an entry, whoever asks: read out of it once, where it is judged for many.
public struct EntryStanding: Hashable, Sendable, Codable {
    private let typeCode: Code
    private let classCode: Code
    private let visibility: Visibility
    private let status: AvailabilityStatus
    private let origin: DocumentOrigin
    private let hiddenSince: Instant?
    private let deletedBy: DocumentRemover?
    private let professionals: [ProfessionalID]
    private let structures: [StructureID]

    /// Reads an entry.
    public init(_ entry: DocumentEntry) {
        typeCode = entry.typeCode
        classCode = entry.classCode
        visibility = entry.visibility.intersection(.all)
        status = entry.status
        origin = Self.origin(of: entry)
        hiddenSince =
            entry.visibility.contains(.hiddenFromPatient) ? DocumentFacts.hiddenSince(entry.depositedAt) : nil
        deletedBy = entry.deletedBy
        professionals = entry.authors.compactMap(\.professional)
        structures = entry.authors.flatMap(\.institutions).compactMap(\.structure)
    }

    /// The facts as they stand to an actor.
    public func facts(for actor: Subject) -> DocumentFacts {
        DocumentFacts(
            typeCode: typeCode,
            classCode: classCode,
            visibility: visibility,
            status: status,
            relation: relation(to: actor),
            origin: origin,
            hiddenSince: hiddenSince,
            deletedBy: deletedBy
        )
    }

    /// How the entry stands to somebody of whom no more is known than his number: its author, its author's structure, nothing.
    public func relation(to subject: CareSubject) -> DocumentRelation {
        switch subject {
        case .person(let id): professionals.contains(id) ? .author : .none
        case .structure(let id): structures.contains(id) ? .ownStructure : .none
        }
    }

    private static func origin(of entry: DocumentEntry) -> DocumentOrigin {
        if entry.authors.contains(where: \.isService) { return .service }
        if entry.authors.contains(where: \.isPersonalExpression) { return .holder }
        return entry.authors.contains(where: \.isInsurerFeed) ? .insurer : .care
    }

    private func relation(to actor: Subject) -> DocumentRelation {
        switch actor {
        case .holder, .representative: return origin == .holder ? .author : .none
        case .system: return .none
        case .care(let care):
            if let person = care.person, professionals.contains(person) { return .author }
            return structures.contains(care.structure.id) ? .ownStructure : .none
        }
    }
}
