/// A lot: documents of one patient sent together (ITI TF-3 § 4.2.3.3).
public struct SubmissionSet: Hashable, Sendable, Codable {
    /// The set's own identity in its record.
    public let id: UniqueID
    /// OID given by the sender.
    public let uniqueID: OID
    /// OID of the sending system.
    public let sourceID: OID
    /// The matricule under which it was filed.
    public let patient: INS
    /// When it was sent.
    public let submissionTime: HL7Time
    /// Kind of activity that produced it (JDV_J59).
    public let contentType: Code
    /// Who sent it.
    public let authors: [Author]
    /// Title.
    public let title: String?
    /// Comment.
    public let comments: String?
    /// When the record received it.
    public let depositedAt: Instant
    /// Folders that came with it.
    public var folders: [Folder] = []
    /// Documents that it put into folders, its own or older ones.
    public var memberships: [FolderMembership] = []

    /// Joins the attributes of an accepted set.
    public init(
        id: UniqueID,
        uniqueID: OID,
        sourceID: OID,
        patient: INS,
        submissionTime: HL7Time,
        contentType: Code,
        authors: [Author],
        title: String?,
        comments: String?,
        depositedAt: Instant
    ) {
        self.id = id
        self.uniqueID = uniqueID
        self.sourceID = sourceID
        self.patient = patient
        self.submissionTime = submissionTime
        self.contentType = contentType
        self.authors = authors
        self.title = title
        self.comments = comments
        self.depositedAt = depositedAt
    }
}
