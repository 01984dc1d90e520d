public import HealthRecord

/// A document entry as it crosses the wire: everything optional, typed where it could be read (ITI TF-3 § 4.2.3.2).
public struct SubmittedEntry: Hashable, Sendable {
    /// `@id`: symbolic in a submission, `urn:uuid:` in an answer.
    public var id: String
    /// `@lid`.
    public var logicalID: String?
    /// `VersionInfo`.
    public var version: String?
    /// Stable or on demand.
    public var kind: EntryKind?
    /// `@status`.
    public var status: AvailabilityStatus?
    /// `@mimeType`.
    public var mimeType: String?
    /// `@home`.
    public var homeCommunityID: String?
    /// `XDSDocumentEntry.uniqueId`.
    public var uniqueID: OID?
    /// `XDSDocumentEntry.patientId`.
    public var patientID: PatientIdentifier?
    /// When the document was made.
    public var creationTime: HL7Time?
    /// Start of the act.
    public var serviceStart: HL7Time?
    /// End of the act.
    public var serviceStop: HL7Time?
    /// Language tag.
    public var language: String?
    /// SHA-1 that the sender declares.
    public var hash: [UInt8]?
    /// Size that the sender declares.
    public var size: UInt64?
    /// Repository that holds the document.
    public var repositoryUniqueID: OID?
    /// Identifier in the source system, CX text.
    public var sourcePatientID: String?
    /// Traits in the source system, `PID-n|value`.
    public var sourcePatientInfo: [String] = []
    /// Who answers for the content.
    public var legalAuthenticator: Author?
    /// Authors.
    public var authors: [Author] = []
    /// Class.
    public var classCode: Code?
    /// Type.
    public var typeCode: Code?
    /// Format.
    public var formatCode: Code?
    /// Confidentiality and visibility.
    public var confidentialityCodes: [Code] = []
    /// Kind of place.
    public var facilityTypeCode: Code?
    /// Framework of practice.
    public var practiceSettingCode: Code?
    /// Main acts and findings.
    public var eventCodes: [Code] = []
    /// References, CXi texts.
    public var referenceIDs: [String] = []
    /// Title.
    public var title: String?
    /// Comment.
    public var comments: String?
    /// File name, in XDM only.
    public var uri: String?
    /// `Online` or `Offline`.
    public var documentAvailability: String?
    /// Slots outside the profile.
    public var extraSlots: [RegistrySlot] = []

    /// An entry of which nothing is known but its id.
    public init(id: String) { self.id = id }

    /// Whether it is the entry of the signature that comes with a lot (§ DSG).
    public var isLotSignature: Bool { typeCode?.value == "E1762" && typeCode?.system == "ASTM" }
}
