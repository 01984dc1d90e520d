public import HealthRecord

/// Whom the document is about (`recordTarget/patientRole`).
public struct CDAPatient: Hashable, Sendable {
    /// The first identifier, which must be the INS when a document is shared.
    public let ins: INS
    /// Further identifiers, such as the hospital's own.
    public let localIDs: [CDAIdentifier]
    /// Traits of the civil status and names in use.
    public let traits: PatientTraits
    /// Telephone numbers and e-mail addresses as URLs.
    public let telecoms: [String]
}

/// Who took part, and when (`author`, `legalAuthenticator`).
public struct CDAParticipation: Hashable, Sendable {
    /// When they wrote it or answered for it.
    public let time: HL7Time?
    /// Who.
    public let author: Author
    /// Function towards the patient (JDV_J47), where stated.
    public let function: Code?
}

/// The structure that keeps the original (`custodian`).
public struct CDACustodian: Hashable, Sendable {
    /// Its identifier.
    public let id: CDAIdentifier
    /// Its name.
    public let name: String?
}

/// An act that the document tells of (`documentationOf/serviceEvent`).
public struct CDAServiceEvent: Hashable, Sendable {
    /// The act, such as a CCAM code.
    public let code: Code?
    /// Start.
    public let start: HL7Time?
    /// End.
    public let stop: HL7Time?
    /// Start as its author wrote it, in local time.
    public let localStart: String?
    /// Who did it.
    public let performer: Author?
    /// Framework in which it was done (`standardIndustryClassCode`).
    public let practice: Code?
}

/// The stay or visit (`componentOf/encompassingEncounter`).
public struct CDAEncounter: Hashable, Sendable {
    /// Kind of encounter.
    public let code: Code?
    /// Start.
    public let start: HL7Time?
    /// End.
    public let stop: HL7Time?
    /// Kind of place (`healthCareFacility/code`).
    public let facility: Code
}

/// The document that this one replaces (`relatedDocument[@typeCode='RPLC']`).
public struct CDAReplacement: Hashable, Sendable {
    /// Identifier of the earlier document.
    public let id: CDAIdentifier
    /// Lineage, where stated.
    public let setID: CDAIdentifier?
    /// Version of the earlier document, where stated.
    public let version: Int?
}

/// What the document carries.
public enum CDABody: Hashable, Sendable {
    /// Level 1: one file of that media type.
    case nonXML(mediaType: String)
    /// Level 2 or 3: sections.
    case structured
}
