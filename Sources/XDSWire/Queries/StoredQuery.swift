public import HealthRecord

/// Documents or sets by one kind of identifier.
///
/// Identifiers that nothing can have were dropped: they find nothing.
public enum ObjectSelector: Hashable, Sendable {
    /// By entryUUID; the older ones of an object find it too.
    case entryUUIDs([UniqueID])
    /// By the sender's OID.
    case uniqueIDs([OID])
    /// By logicalId: all versions of the metadata.
    case logicalIDs([UniqueID])
}

/// Narrows the contents of a set.
public struct ContentsFilter: Hashable, Sendable {
    /// Format, any of.
    public var formatCodes: [Code]?
    /// Confidentiality: one of each list.
    public var confidentialityCodes: [[Code]]

    /// A filter; without criteria it lets everything through.
    public init(formatCodes: [Code]? = nil, confidentialityCodes: [[Code]] = []) {
        self.formatCodes = formatCodes
        self.confidentialityCodes = confidentialityCodes
    }

    /// Whether an entry passes.
    public func matches(_ entry: DocumentEntry) -> Bool {
        guard formatCodes?.contains(entry.formatCode) ?? true else { return false }
        let codes = [entry.confidentiality] + entry.visibility.codes
        return confidentialityCodes.allSatisfy { $0.contains { codes.contains($0) } }
    }
}

/// A query with its parameters understood.
public enum StoredQuery: Hashable, Sendable {
    /// FindDocuments.
    case findDocuments(FindDocumentsCriteria)
    /// FindDocumentsByReferenceId.
    case findDocumentsByReferenceID(FindDocumentsCriteria)
    /// FindSubmissionSets.
    case findSubmissionSets(FindSubmissionSetsCriteria)
    /// GetDocuments.
    case getDocuments(ObjectSelector)
    /// GetAssociations: those that have one of the objects at an end.
    case getAssociations([UniqueID])
    /// GetDocumentsAndAssociations.
    case getDocumentsAndAssociations(ObjectSelector)
    /// GetSubmissionSets: those that hold one of the objects.
    case getSubmissionSets([UniqueID])
    /// GetSubmissionSetAndContents: one identifier at most.
    case getSubmissionSetAndContents(ObjectSelector, ContentsFilter)
    /// GetAll: everything of a patient.
    case getAll(GetAllCriteria)
    /// FindFolders.
    case findFolders(FindFoldersCriteria)
    /// GetFolders.
    case getFolders(ObjectSelector)
    /// GetFolderAndContents: one identifier at most.
    case getFolderAndContents(ObjectSelector, ContentsFilter)
    /// GetFoldersForDocument: one identifier at most.
    case getFoldersForDocument(ObjectSelector)
    /// GetRelatedDocuments: those that a relation of one of these types joins to the one document named.
    case getRelatedDocuments(ObjectSelector, Set<AssociationType>)

    /// Which query it is.
    public var id: StoredQueryID {
        switch self {
        case .findDocuments: .findDocuments
        case .findDocumentsByReferenceID: .findDocumentsByReferenceID
        case .findSubmissionSets: .findSubmissionSets
        case .getDocuments: .getDocuments
        case .getAssociations: .getAssociations
        case .getDocumentsAndAssociations: .getDocumentsAndAssociations
        case .getSubmissionSets: .getSubmissionSets
        case .getSubmissionSetAndContents: .getSubmissionSetAndContents
        case .getAll: .getAll
        case .findFolders: .findFolders
        case .getFolders: .getFolders
        case .getFolderAndContents: .getFolderAndContents
        case .getFoldersForDocument: .getFoldersForDocument
        case .getRelatedDocuments: .getRelatedDocuments
        }
    }
}

/// How objects are answered.
public enum ReturnType: String, Hashable, Sendable, CaseIterable {
    /// Whole.
    case leafClass = "LeafClass"
    /// By identifier only.
    case objectRef = "ObjectRef"
}

/// An `AdhocQueryRequest` (ITI-18).
public struct StoredQueryRequest: Hashable, Sendable {
    /// What is asked.
    public var query: StoredQuery
    /// How it is answered.
    public var returnType: ReturnType

    /// Joins both.
    public init(_ query: StoredQuery, returnType: ReturnType = .leafClass) {
        self.query = query
        self.returnType = returnType
    }
}
