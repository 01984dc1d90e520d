public import HealthRecord

/// A submission set as it crosses the wire: everything optional (ITI TF-3 § 4.2.3.3).
public struct SubmittedSet: Hashable, Sendable {
    /// `@id`.
    public var id: String
    /// `@lid`.
    public var logicalID: String?
    /// `@status`.
    public var status: AvailabilityStatus?
    /// `@home`.
    public var homeCommunityID: String?
    /// `XDSSubmissionSet.uniqueId`.
    public var uniqueID: OID?
    /// `XDSSubmissionSet.sourceId`.
    public var sourceID: OID?
    /// `XDSSubmissionSet.patientId`.
    public var patientID: PatientIdentifier?
    /// When it was sent.
    public var submissionTime: HL7Time?
    /// Kind of activity that produced it.
    public var contentType: Code?
    /// Who sent it.
    public var authors: [Author] = []
    /// Addressees, as written.
    public var intendedRecipients: [String] = []
    /// Title.
    public var title: String?
    /// Comment.
    public var comments: String?
    /// Slots outside the profile.
    public var extraSlots: [RegistrySlot] = []

    /// A set of which nothing is known but its id.
    public init(id: String) { self.id = id }

    /// An accepted set as an answer shows it.
    public init(_ set: SubmissionSet) {
        self.init(id: set.id.urn)
        logicalID = id
        status = .approved
        uniqueID = set.uniqueID
        sourceID = set.sourceID
        patientID = PatientIdentifier(set.patient)
        submissionTime = set.submissionTime
        contentType = set.contentType
        authors = set.authors
        title = set.title
        comments = set.comments
    }
}
