public import HealthRecord

/// What an act is about.
public enum Resource: Hashable, Sendable, Codable {
    /// The record itself.
    case record
    /// One document of it, existing or about to be filed.
    case document(DocumentFacts)
    /// Somebody to authorise, to block, to name.
    case target(CareSubject)

    var document: DocumentFacts? {
        if case .document(let facts) = self { facts } else { nil }
    }

    var target: CareSubject? {
        if case .target(let subject) = self { subject } else { nil }
    }
}

/// How a document stands to the one who acts.
public enum DocumentRelation: String, Hashable, Sendable, Codable, CaseIterable {
    /// The actor is an author of it.
    case author
    /// The actor's structure filed it; he is not an author.
    case ownStructure
    /// Neither.
    case none
}

/// Who brought a document into the record.
public enum DocumentOrigin: String, Hashable, Sendable, Codable, CaseIterable {
    /// A professional or a structure.
    case care
    /// The holder, or somebody for him.
    case holder
    /// The health insurance's automatic feed.
    case insurer
    /// The service itself, for the proof of an act made in the record.
    case service
}

/// What rules need to know of a document; nothing of its content.
public struct DocumentFacts: Hashable, Sendable, Codable {
    /// Type.
    public var typeCode: Code
    /// Class, the matrix's category.
    public var classCode: Code
    /// From whom it is hidden; for a filing, the visibility asked.
    public var visibility: Visibility
    /// Current, replaced, archived or deleted.
    public var status: AvailabilityStatus
    /// How it stands to the actor.
    public var relation: DocumentRelation
    /// Who brought it.
    public var origin: DocumentOrigin
    /// Since when it is hidden from the patient, where it is; the term of the law runs from the day that this names.
    ///
    /// It is made of a deposit by `hiddenSince(_:)`; in traces of before it is the moment of the deposit itself, and they are
    /// decided again as they were then.
    public var hiddenSince: Instant?
    /// Who deleted it, where it is deleted and that is known.
    public var deletedBy: DocumentRemover?

    /// Joins the facts.
    public init(
        typeCode: Code,
        classCode: Code,
        visibility: Visibility = [],
        status: AvailabilityStatus = .approved,
        relation: DocumentRelation = .none,
        origin: DocumentOrigin = .care,
        hiddenSince: Instant? = nil,
        deletedBy: DocumentRemover? = nil
    ) {
        self.typeCode = typeCode
        self.classCode = classCode
        self.visibility = visibility
        self.status = status
        self.relation = relation
        self.origin = origin
        self.hiddenSince = hiddenSince
        self.deletedBy = deletedBy
    }

    /// The signature that came with a lot: a technical document that no matrix names.
    var isLotSignature: Bool { typeCode.value == "E1762" && typeCode.system == "ASTM" }

    /// Whether these are advance directives (CSP R1111-19).
    var isDirective: Bool { typeCode.value == "EXPPAT_3" && typeCode.system == CodeSystem.frenchType }

    /// Whether it says what the holder wants for the end of life: directives, or the wishes beside them.
    ///
    /// To take it away or to put another in its place decides for the holder as changing a wish does.
    var statesWishes: Bool {
        origin == .holder && typeCode.system == CodeSystem.frenchType
            && (typeCode.value == "EXPPAT_1" || typeCode.value == "EXPPAT_3")
    }

    /// Whether it is something else than current.
    var isInactive: Bool { status != .approved }
}
