public import HealthRecord

/// A relation as it crosses the wire.
public struct SubmittedAssociation: Hashable, Sendable {
    /// `@id`.
    public var id: String
    /// What relates both.
    public var type: AssociationType
    /// `@sourceObject`.
    public var source: String
    /// `@targetObject`.
    public var target: String
    /// `SubmissionSetStatus`: `Original` or `Reference`.
    public var submissionSetStatus: String?
    /// `PreviousVersion`, of a metadata update.
    public var previousVersion: String?
    /// `OriginalStatus`, of a status change.
    public var originalStatus: String?
    /// `NewStatus`, of a status change.
    public var newStatus: String?

    /// A relation without slots.
    public init(id: String, type: AssociationType, source: String, target: String) {
        self.id = id
        self.type = type
        self.source = source
        self.target = target
    }

    /// The membership of an entry in a set.
    public static func member(id: String, set: String, entry: String) -> SubmittedAssociation {
        var association = SubmittedAssociation(id: id, type: .hasMember, source: set, target: entry)
        association.submissionSetStatus = "Original"
        return association
    }
}

/// A relation that a record holds; its identity is given by whoever stores it.
public struct RecordAssociation: Hashable, Sendable {
    /// Identity.
    public let id: UniqueID
    /// What relates both.
    public let type: AssociationType
    /// From.
    public let source: UniqueID
    /// To.
    public let target: UniqueID

    /// Joins the parts.
    public init(id: UniqueID, type: AssociationType, source: UniqueID, target: UniqueID) {
        self.id = id
        self.type = type
        self.source = source
        self.target = target
    }
}

extension SubmittedAssociation {
    /// A stored relation as an answer shows it.
    public init(_ association: RecordAssociation) {
        self.init(
            id: association.id.urn,
            type: association.type,
            source: association.source.urn,
            target: association.target.urn
        )
        if association.type == .hasMember { submissionSetStatus = "Original" }
    }

    init?(_ link: RegistryObject.Link) {
        guard let type = AssociationType(written: link.type) else { return nil }
        self.init(id: link.id, type: type, source: link.source, target: link.target)
        for slot in link.slots {
            switch slot.name {
            case "SubmissionSetStatus": submissionSetStatus = slot.values.first
            case "PreviousVersion": previousVersion = slot.values.first
            case "OriginalStatus": originalStatus = slot.values.first
            case "NewStatus": newStatus = slot.values.first
            default: continue
            }
        }
    }
}
