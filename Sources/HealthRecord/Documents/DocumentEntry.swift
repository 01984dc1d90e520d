/// What a record knows of one document without opening it (ITI TF-3 § 4.2.3.2, French profile).
///
/// An entry that exists has been accepted: nothing in it is left to guess.
public struct DocumentEntry: Hashable, Sendable, Codable {
    /// The document's own stable identity in its record; `logicalID` on the wires.
    public let id: UniqueID
    /// Identity of this version of the metadata; equal to `id` for the first.
    public var entryUUID: UniqueID
    /// 1 for the first version of the metadata, one more at each change.
    public var metadataVersion: UInt32
    /// The document's OID, given by its author.
    public let uniqueID: OID
    /// The set it came with.
    public let submissionSetID: UniqueID
    /// The matricule under which it was filed; kept when the holder's changes.
    public let patient: INS
    /// Identifier in the source system, CX text.
    public let sourcePatientID: String
    /// Traits in the source system, PID fields.
    public let sourcePatientInfo: [String]
    /// Media type.
    public let mimeType: String
    /// Format of the content.
    public let formatCode: Code
    /// Class, which follows from the type.
    public let classCode: Code
    /// Type of document.
    public let typeCode: Code
    /// Kind of place.
    public let facilityTypeCode: Code
    /// Framework of practice.
    public let practiceSettingCode: Code
    /// Main acts and findings.
    public let eventCodes: [Code]
    /// Confidentiality of HL7: `N`, `R` or `V`.
    public let confidentiality: Code
    /// From whom it is hidden.
    public var visibility: Visibility
    /// Current, replaced, archived or deleted.
    public var status: AvailabilityStatus
    /// Title.
    public let title: String
    /// Comment.
    public let comments: String?
    /// When the document was made.
    public let creationTime: HL7Time
    /// Start of the act.
    public let serviceStart: HL7Time?
    /// End of the act.
    public let serviceStop: HL7Time?
    /// Language tag.
    public let language: String
    /// Authors.
    public let authors: [Author]
    /// Who answers for the content.
    public let legalAuthenticator: Author?
    /// References to orders, accessions, studies (CXi texts).
    public let referenceIDs: [String]
    /// Bytes in the document.
    public let size: UInt64
    /// SHA-256 of the document's bytes.
    public let sha256: [UInt8]
    /// SHA-1 of the document's bytes, which the XDS profile fixes for `hash`.
    public let sha1: [UInt8]
    /// When the record received it.
    public let depositedAt: Instant
    /// What was known of the author's signature when it came.
    public let signature: SignatureStanding
    /// The document this one replaced.
    public let replaces: UniqueID?

    /// Joins the attributes of an accepted entry.
    public init(
        id: UniqueID,
        entryUUID: UniqueID,
        metadataVersion: UInt32,
        uniqueID: OID,
        submissionSetID: UniqueID,
        patient: INS,
        sourcePatientID: String,
        sourcePatientInfo: [String],
        mimeType: String,
        formatCode: Code,
        classCode: Code,
        typeCode: Code,
        facilityTypeCode: Code,
        practiceSettingCode: Code,
        eventCodes: [Code],
        confidentiality: Code,
        visibility: Visibility,
        status: AvailabilityStatus,
        title: String,
        comments: String?,
        creationTime: HL7Time,
        serviceStart: HL7Time?,
        serviceStop: HL7Time?,
        language: String,
        authors: [Author],
        legalAuthenticator: Author?,
        referenceIDs: [String],
        size: UInt64,
        sha256: [UInt8],
        sha1: [UInt8],
        depositedAt: Instant,
        signature: SignatureStanding,
        replaces: UniqueID?
    ) {
        self.id = id
        self.entryUUID = entryUUID
        self.metadataVersion = metadataVersion
        self.uniqueID = uniqueID
        self.submissionSetID = submissionSetID
        self.patient = patient
        self.sourcePatientID = sourcePatientID
        self.sourcePatientInfo = sourcePatientInfo
        self.mimeType = mimeType
        self.formatCode = formatCode
        self.classCode = classCode
        self.typeCode = typeCode
        self.facilityTypeCode = facilityTypeCode
        self.practiceSettingCode = practiceSettingCode
        self.eventCodes = eventCodes
        self.confidentiality = confidentiality
        self.visibility = visibility
        self.status = status
        self.title = title
        self.comments = comments
        self.creationTime = creationTime
        self.serviceStart = serviceStart
        self.serviceStop = serviceStop
        self.language = language
        self.authors = authors
        self.legalAuthenticator = legalAuthenticator
        self.referenceIDs = referenceIDs
        self.size = size
        self.sha256 = sha256
        self.sha1 = sha1
        self.depositedAt = depositedAt
        self.signature = signature
        self.replaces = replaces
    }

    /// Whether this is the signature that came with a lot (DSG format), and not a clinical document.
    public var isLotSignature: Bool { typeCode.value == "E1762" && typeCode.system == "ASTM" }
}

/// What was established of the signature over a lot when it was deposited; never re-judged at a reading.
public enum SignatureStanding: String, Hashable, Sendable, Codable, CaseIterable {
    /// A modern advanced signature, whole and chained to a trusted authority.
    case advanced
    /// The form of the field with its old algorithms, verified at deposit.
    case legacy
    /// No signature of the author; the structure's authentication stands for it.
    case authenticatedOnly
}
