/// The attributes of an entry that are fixed at deposit.
struct FixedAttributes: Hashable, Sendable, Codable {
    let id: UniqueID
    let uniqueID: OID
    let submissionSetID: UniqueID
    let patient: INS
    let sourcePatientID: String
    let sourcePatientInfo: [String]
    let mimeType: String
    let formatCode: Code
    let classCode: Code
    let typeCode: Code
    let facilityTypeCode: Code
    let practiceSettingCode: Code
    let eventCodes: [Code]
    let confidentiality: Code
    let title: String
    let comments: String?
    let creationTime: HL7Time
    let serviceStart: HL7Time?
    let serviceStop: HL7Time?
    let language: String
    let authors: [Author]
    let legalAuthenticator: Author?
    let referenceIDs: [String]
    let size: UInt64
    let sha256: [UInt8]
    let sha1: [UInt8]
    let depositedAt: Instant
    let signature: SignatureStanding
    let replaces: UniqueID?
}
