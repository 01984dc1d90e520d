public import HealthRecord

/// A lot as received: one set, its entries, relations and documents (ITI-41).
public struct Submission: Hashable, Sendable {
    /// The set.
    public var set: SubmittedSet
    /// Entries in the order of the message.
    public var entries: [SubmittedEntry]
    /// Relations in the order of the message.
    public var associations: [SubmittedAssociation]
    /// Documents in the order of the message.
    public var documents: [DocumentPart]
    /// Folders that came along.
    public var folders: [SubmittedFolder]

    /// Joins the parts.
    public init(
        set: SubmittedSet,
        entries: [SubmittedEntry],
        associations: [SubmittedAssociation],
        documents: [DocumentPart],
        folders: [SubmittedFolder] = []
    ) {
        self.set = set
        self.entries = entries
        self.associations = associations
        self.documents = documents
        self.folders = folders
    }

    /// The document of an entry.
    public func document(ofEntry id: String) -> DocumentPart? { documents.first { $0.id == id } }

    /// What the lot puts into folders: for each the folder's id or `urn:uuid:`, and the entry's.
    public var folderMembers: [(folder: String, entry: String)] {
        associations.compactMap { association in
            guard association.type == .hasMember, association.source != set.id,
                !folders.contains(where: { $0.id == association.target })
            else { return nil }
            return (association.source, association.target)
        }
    }

    /// The entry that an entry replaces, by the identity of its current version.
    public func replacement(byEntry id: String) -> UniqueID? {
        associations.first { $0.type.deprecatesTarget && $0.source == id }.flatMap { UniqueID($0.target) }
    }
}

/// What reading gave: the message where its frame could be understood, and everything wrong in it.
public struct Reading<Message: Sendable>: Sendable {
    /// The message; nil when its frame is broken, and then the findings say why.
    public let message: Message?
    /// What is wrong or remarkable, in the order of the message.
    public let findings: [RegistryFinding]

    init(_ message: Message?, _ findings: [RegistryFinding]) {
        self.message = message
        self.findings = findings
    }

    /// The message when nothing refuses it; the only way in for whoever stores.
    public var accepted: Message? { findings.refuse ? nil : message }
}

extension Reading: Equatable where Message: Equatable {}
extension Reading: Hashable where Message: Hashable {}
