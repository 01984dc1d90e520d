/// What a record knows of one document without opening it (ITI TF-3 § 4.2.3.2, French profile).
///
/// An entry that exists has been accepted: nothing in it is left to guess. What was fixed at deposit is shared by all copies
/// of an entry: lists of hundreds are copied at every turn.
public struct DocumentEntry: Hashable, Sendable, Codable {
    private let fixed: Shared<FixedAttributes>
    /// Identity of this version of the metadata; equal to `id` for the first.
    public var entryUUID: UniqueID
    /// 1 for the first version of the metadata, one more at each change.
    public var metadataVersion: UInt32
    /// From whom it is hidden.
    public var visibility: Visibility
    /// Current, replaced, archived or deleted.
    public var status: AvailabilityStatus
    /// Who deleted it; nil where nobody did, and in entries of before this was kept.
    public var deletedBy: DocumentRemover?
    /// The document that replaced this one; nil where none did, and in entries of before this was kept.
    public var replacedBy: UniqueID?

    /// The document's own stable identity in its record; `logicalID` on the wires.
    public var id: UniqueID { fixed.value.id }
    /// The document's OID, given by its author.
    public var uniqueID: OID { fixed.value.uniqueID }
    /// The set it came with.
    public var submissionSetID: UniqueID { fixed.value.submissionSetID }
    /// The matricule under which it was filed; kept when the holder's changes.
    public var patient: INS { fixed.value.patient }
    /// Identifier in the source system, CX text.
    public var sourcePatientID: String { fixed.value.sourcePatientID }
    /// Traits in the source system, PID fields.
    public var sourcePatientInfo: [String] { fixed.value.sourcePatientInfo }
    /// Media type.
    public var mimeType: String { fixed.value.mimeType }
    /// Format of the content.
    public var formatCode: Code { fixed.value.formatCode }
    /// Class, which follows from the type.
    public var classCode: Code { fixed.value.classCode }
    /// Type of document.
    public var typeCode: Code { fixed.value.typeCode }
    /// Kind of place.
    public var facilityTypeCode: Code { fixed.value.facilityTypeCode }
    /// Framework of practice.
    public var practiceSettingCode: Code { fixed.value.practiceSettingCode }
    /// Main acts and findings.
    public var eventCodes: [Code] { fixed.value.eventCodes }
    /// Confidentiality of HL7: `N`, `R` or `V`.
    public var confidentiality: Code { fixed.value.confidentiality }
    /// Title.
    public var title: String { fixed.value.title }
    /// Comment.
    public var comments: String? { fixed.value.comments }
    /// When the document was made.
    public var creationTime: HL7Time { fixed.value.creationTime }
    /// Start of the act.
    public var serviceStart: HL7Time? { fixed.value.serviceStart }
    /// End of the act.
    public var serviceStop: HL7Time? { fixed.value.serviceStop }
    /// Language tag.
    public var language: String { fixed.value.language }
    /// Authors.
    public var authors: [Author] { fixed.value.authors }
    /// Who answers for the content.
    public var legalAuthenticator: Author? { fixed.value.legalAuthenticator }
    /// References to orders, accessions, studies (CXi texts).
    public var referenceIDs: [String] { fixed.value.referenceIDs }
    /// Bytes in the document.
    public var size: UInt64 { fixed.value.size }
    /// SHA-256 of the document's bytes.
    public var sha256: [UInt8] { fixed.value.sha256 }
    /// SHA-1 of the document's bytes, which the XDS profile fixes for `hash`.
    public var sha1: [UInt8] { fixed.value.sha1 }
    /// When the record received it.
    public var depositedAt: Instant { fixed.value.depositedAt }
    /// What was known of the author's signature when it came.
    public var signature: SignatureStanding { fixed.value.signature }
    /// The document this one replaced.
    public var replaces: UniqueID? { fixed.value.replaces }

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
        replaces: UniqueID?,
        deletedBy: DocumentRemover? = nil,
        replacedBy: UniqueID? = nil
    ) {
        fixed = Shared(
            FixedAttributes(
                id: id,
                uniqueID: uniqueID,
                submissionSetID: submissionSetID,
                patient: patient,
                sourcePatientID: sourcePatientID,
                sourcePatientInfo: sourcePatientInfo,
                mimeType: mimeType,
                formatCode: formatCode,
                classCode: classCode,
                typeCode: typeCode,
                facilityTypeCode: facilityTypeCode,
                practiceSettingCode: practiceSettingCode,
                eventCodes: eventCodes,
                confidentiality: confidentiality,
                title: title,
                comments: comments,
                creationTime: creationTime,
                serviceStart: serviceStart,
                serviceStop: serviceStop,
                language: language,
                authors: authors,
                legalAuthenticator: legalAuthenticator,
                referenceIDs: referenceIDs,
                size: size,
                sha256: sha256,
                sha1: sha1,
                depositedAt: depositedAt,
                signature: signature,
                replaces: replaces
            )
        )
        self.entryUUID = entryUUID
        self.metadataVersion = metadataVersion
        self.visibility = visibility
        self.status = status
        self.deletedBy = deletedBy
        self.replacedBy = replacedBy
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
