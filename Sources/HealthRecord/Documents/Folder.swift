/// A folder of documents, as other countries' software sends one (ITI TF-3 § 4.2.3.4); French profiles do not use it.
public struct Folder: Hashable, Sendable, Codable {
    /// The folder's own identity in its record.
    public let id: UniqueID
    /// OID given by the sender.
    public let uniqueID: OID
    /// What it is about.
    public let codes: [Code]
    /// Title.
    public let title: String
    /// Comment.
    public let comments: String?

    /// Joins the attributes.
    public init(id: UniqueID, uniqueID: OID, codes: [Code], title: String, comments: String?) {
        self.id = id
        self.uniqueID = uniqueID
        self.codes = codes
        self.title = title
        self.comments = comments
    }
}

/// A document's place in a folder.
public struct FolderMembership: Hashable, Sendable, Codable {
    /// The folder.
    public let folder: UniqueID
    /// The document's stable identity.
    public let document: UniqueID

    /// Joins both.
    public init(folder: UniqueID, document: UniqueID) {
        self.folder = folder
        self.document = document
    }
}
